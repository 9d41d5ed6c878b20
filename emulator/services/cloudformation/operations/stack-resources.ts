import type {
  DescribeStackResourceInput,
  DescribeStackResourceOutput,
  DescribeStackResourcesInput,
  DescribeStackResourcesOutput,
  ListStackResourcesInput,
  ListStackResourcesOutput,
} from '../../../shapes/cloudformation.d.ts';
import { resourceDriftInformation } from '../drift/stack-drift.ts';
import type { Stack, StackResource } from '../engine/stack.ts';
import { requireStack } from '../engine/store.ts';
import { validationError } from '../template/errors.ts';
import type { Environment } from './environment.ts';
import { page } from './paging.ts';

export function describeStackResource(
  { store }: Environment,
  input: DescribeStackResourceInput,
): DescribeStackResourceOutput {
  const stack = requireStack(store, input.StackName);
  const resource = stack.resources.get(input.LogicalResourceId);
  if (!resource)
    throw validationError(`Resource ${input.LogicalResourceId} does not exist for stack ${input.StackName}`);
  return {
    StackResourceDetail: {
      ...identity(stack, resource),
      LastUpdatedTimestamp: resource.timestamp,
      Metadata: resource.metadata === undefined ? undefined : JSON.stringify(resource.metadata),
      DriftInformation: resourceDriftInformation(stack.drift, resource.logicalId),
    },
  };
}

/** At most 100 resources, without pages: AWS recommends ListStackResources for more. */
export function describeStackResources(
  { store }: Environment,
  input: DescribeStackResourcesInput,
): DescribeStackResourcesOutput {
  const { StackName: name, PhysicalResourceId: physicalId, LogicalResourceId: logicalId } = input;
  if ((name === undefined) === (physicalId === undefined))
    throw validationError('Either StackName or PhysicalResourceId must be specified, and not both.');
  const stack = name === undefined ? owner({ store } as Environment, physicalId ?? '') : requireStack(store, name);
  const resources = sorted(stack).filter((resource) => logicalId === undefined || resource.logicalId === logicalId);
  if (logicalId !== undefined && resources.length === 0)
    throw validationError(`Resource ${logicalId} does not exist for stack ${stack.name}`);
  return {
    StackResources: resources.slice(0, 100).map((resource) => ({
      ...identity(stack, resource),
      Timestamp: resource.timestamp,
      DriftInformation: resourceDriftInformation(stack.drift, resource.logicalId),
    })),
  };
}

export function listStackResources({ store }: Environment, input: ListStackResourcesInput): ListStackResourcesOutput {
  const stack = store.find(input.StackName);
  if (!stack) throw validationError(`Stack with id ${input.StackName} does not exist`);
  const { items, nextToken } = page(sorted(stack), {
    token: input.NextToken,
    size: 100,
    keyOf: (resource) => resource.logicalId,
  });
  return {
    StackResourceSummaries: items.map((resource) => {
      const { StackId: _stackId, StackName: _stackName, ...rest } = identity(stack, resource);
      return {
        ...rest,
        LastUpdatedTimestamp: resource.timestamp,
        DriftInformation: resourceDriftInformation(stack.drift, resource.logicalId),
      };
    }),
    NextToken: nextToken,
  };
}

function owner({ store }: Environment, physicalId: string): Stack {
  const stack = store
    .all()
    .find(
      ({ status, resources }) =>
        status !== 'DELETE_COMPLETE' && [...resources.values()].some((r) => r.physicalId === physicalId),
    );
  if (!stack) throw validationError(`Stack for ${physicalId} does not exist`);
  return stack;
}

function sorted(stack: Stack): readonly StackResource[] {
  return [...stack.resources.values()].sort((a, b) => (a.logicalId < b.logicalId ? -1 : 1));
}

function identity(stack: Stack, resource: StackResource) {
  return {
    StackId: stack.id,
    StackName: stack.name,
    LogicalResourceId: resource.logicalId,
    PhysicalResourceId: resource.physicalId === '' ? undefined : resource.physicalId,
    ResourceType: resource.type,
    ResourceStatus: resource.status,
    ResourceStatusReason: resource.reason,
  };
}
