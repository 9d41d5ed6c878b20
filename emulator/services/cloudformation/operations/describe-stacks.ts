import type {
  DescribeStacksInput,
  DescribeStacksOutput,
  ListStacksInput,
  ListStacksOutput,
  OperationEntry,
  Stack as StackShape,
  UpdateTerminationProtectionInput,
  UpdateTerminationProtectionOutput,
} from '../../../shapes/cloudformation.d.ts';
import { stackDriftInformation } from '../drift/stack-drift.ts';
import type { Stack } from '../engine/stack.ts';
import { requireStack } from '../engine/store.ts';
import { validationError } from '../template/errors.ts';
import { parameterOutput } from '../template/parameters.ts';
import type { Environment } from './environment.ts';
import { page } from './paging.ts';

/** A deleted stack is described only where its ARN is named. */
export function describeStacks({ store }: Environment, input: DescribeStacksInput): DescribeStacksOutput {
  if (input.StackName !== undefined) {
    const stack = store.find(input.StackName);
    if (!stack) throw validationError(`Stack with id ${input.StackName} does not exist`);
    return { Stacks: [description(stack)] };
  }
  const living = store.all().filter(({ status }) => status !== 'DELETE_COMPLETE');
  const { items, nextToken } = page([...living].reverse(), {
    token: input.NextToken,
    size: 100,
    keyOf: ({ id }) => id,
  });
  return { Stacks: items.map(description), NextToken: nextToken };
}

function description(stack: Stack): StackShape {
  const { deployment, status } = stack;
  const reviewed = status !== 'REVIEW_IN_PROGRESS';
  const parameters = Object.entries((reviewed && deployment?.parameters) || {}).map(([key, value]) =>
    parameterOutput(key, value, deployment?.template.parameters[key]?.noEcho ?? false),
  );
  return {
    StackId: stack.id,
    StackName: stack.name,
    ChangeSetId: status === 'DELETE_COMPLETE' ? undefined : stack.changeSetId,
    Description: stack.description,
    Parameters: parameters.length > 0 ? parameters : undefined,
    CreationTime: stack.creationTime,
    DeletionTime: stack.deletionTime,
    LastUpdatedTime: stack.lastUpdatedTime,
    RollbackConfiguration: stack.rollbackConfiguration,
    StackStatus: status,
    StackStatusReason: stack.reason,
    DetailedStatus: stack.detailedStatus,
    DisableRollback: stack.disableRollback,
    NotificationARNs: [...(deployment?.notificationArns ?? [])],
    TimeoutInMinutes: stack.timeoutInMinutes,
    Capabilities: stack.capabilities,
    Outputs: stack.outputs.length > 0 ? [...stack.outputs] : undefined,
    RoleARN: stack.roleArn,
    Tags: [...(deployment?.tags ?? [])],
    EnableTerminationProtection: status === 'DELETE_COMPLETE' ? undefined : stack.terminationProtection,
    DriftInformation: stackDriftInformation(stack.drift),
    RetainExceptOnCreate: stack.retainExceptOnCreate || undefined,
    DeletionMode: stack.deletionMode,
    LastOperations: lastOperations(stack),
  };
}

function lastOperations(stack: Stack): OperationEntry[] | undefined {
  const entries = [...stack.lastOperations].map(([OperationType, OperationId]) => ({ OperationType, OperationId }));
  return entries.length > 0 ? entries : undefined;
}

export function listStacks({ store }: Environment, input: ListStacksInput): ListStacksOutput {
  const filter = input.StackStatusFilter;
  const matching = store.all().filter(({ status }) => !filter || filter.includes(status));
  const { items, nextToken } = page([...matching].reverse(), {
    token: input.NextToken,
    size: 100,
    keyOf: ({ id }) => id,
  });
  return {
    StackSummaries: items.map((stack) => ({
      StackId: stack.id,
      StackName: stack.name,
      TemplateDescription: stack.description,
      CreationTime: stack.creationTime,
      LastUpdatedTime: stack.lastUpdatedTime,
      DeletionTime: stack.deletionTime,
      StackStatus: stack.status,
      StackStatusReason: stack.reason,
      DriftInformation: stackDriftInformation(stack.drift),
      LastOperations: lastOperations(stack),
    })),
    NextToken: nextToken,
  };
}

export function updateTerminationProtection(
  { store }: Environment,
  input: UpdateTerminationProtectionInput,
): UpdateTerminationProtectionOutput {
  const stack = requireStack(store, input.StackName);
  if (stack.status.startsWith('DELETE_'))
    throw validationError(
      `Stack [${stack.name}] is in ${stack.status} state and its termination protection cannot be updated`,
    );
  stack.terminationProtection = input.EnableTerminationProtection;
  return { StackId: stack.id };
}
