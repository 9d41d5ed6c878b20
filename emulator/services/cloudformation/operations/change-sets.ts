import { AwsError } from '../../../core/errors.ts';
import type {
  DeleteChangeSetInput,
  DescribeChangeSetInput,
  DescribeChangeSetOutput,
  ListChangeSetsInput,
  ListChangeSetsOutput,
} from '../../../shapes/cloudformation.d.ts';
import { plainChanges, secretsOf, valuedChanges } from '../changeset/render.ts';
import { requireStack } from '../engine/store.ts';
import { parameterOutput } from '../template/parameters.ts';
import type { Environment } from './environment.ts';
import { activeChangeSets, findChangeSet } from './find-change-set.ts';
import { page } from './paging.ts';

/** Changes on one page; AWS cuts its answer at 1 MB (aws-facts §3.2). */
const CHANGES_PER_PAGE = 100;

export function describeChangeSet(environment: Environment, input: DescribeChangeSetInput): DescribeChangeSetOutput {
  const { stack, changeSet } = findChangeSet(environment, input);
  const { deployment, status } = changeSet;
  const { template, parameters } = deployment;
  const secrets = secretsOf(stack.deployment, deployment);
  const diffs = status === 'CREATE_COMPLETE' ? changeSet.changes : [];
  const changes = input.IncludePropertyValues ? valuedChanges(diffs, secrets) : plainChanges(diffs);
  const { items, nextToken } = page(changes, {
    token: input.NextToken,
    size: CHANGES_PER_PAGE,
    keyOf: ({ ResourceChange: change }) => change?.LogicalResourceId ?? '',
  });
  const shown = Object.entries(parameters).map(([key, value]) =>
    parameterOutput(key, value, template.parameters[key]?.noEcho ?? false),
  );
  return {
    ChangeSetName: changeSet.name,
    ChangeSetId: changeSet.id,
    StackId: stack.id,
    StackName: stack.name,
    Description: changeSet.description,
    Parameters: shown.length > 0 ? shown : undefined,
    CreationTime: changeSet.creationTime,
    ExecutionStatus: changeSet.executionStatus,
    Status: status,
    StatusReason: changeSet.statusReason,
    NotificationARNs: [...deployment.notificationArns],
    RollbackConfiguration: changeSet.rollbackConfiguration,
    Capabilities: [...changeSet.capabilities],
    Tags: changeSet.tags && [...changeSet.tags],
    Changes: items,
    NextToken: nextToken,
    IncludeNestedStacks: changeSet.includeNestedStacks,
    OnStackFailure: changeSet.onStackFailure,
    ImportExistingResources: changeSet.importExistingResources || undefined,
    DeploymentMode: changeSet.deploymentMode,
    StackDriftStatus: changeSet.driftStatus,
  };
}

export function listChangeSets({ store }: Environment, input: ListChangeSetsInput): ListChangeSetsOutput {
  const stack = requireStack(store, input.StackName);
  const { items, nextToken } = page(activeChangeSets(stack), {
    token: input.NextToken,
    size: 100,
    keyOf: ({ id }) => id,
  });
  return {
    Summaries: items.map((changeSet) => ({
      StackId: stack.id,
      StackName: stack.name,
      ChangeSetId: changeSet.id,
      ChangeSetName: changeSet.name,
      ExecutionStatus: changeSet.executionStatus,
      Status: changeSet.status,
      StatusReason: changeSet.statusReason,
      CreationTime: changeSet.creationTime,
      Description: changeSet.description,
      IncludeNestedStacks: changeSet.includeNestedStacks,
      ImportExistingResources: changeSet.importExistingResources || undefined,
    })),
    NextToken: nextToken,
  };
}

/** A change set that does not exist is deleted already; its stack must exist. */
export function deleteChangeSet(environment: Environment, input: DeleteChangeSetInput): void {
  try {
    const { stack, changeSet } = findChangeSet(environment, input);
    if (changeSet.executionStatus === 'EXECUTE_IN_PROGRESS')
      throw new AwsError(
        'InvalidChangeSetStatus',
        `ChangeSet [${changeSet.id}] cannot be deleted in its current execution status of [EXECUTE_IN_PROGRESS]`,
      );
    stack.changeSets.delete(changeSet.id);
  } catch (error) {
    if (!(error instanceof AwsError) || error.code !== 'ChangeSetNotFound') throw error;
  }
}
