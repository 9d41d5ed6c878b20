import { AwsError } from '../../../core/errors.ts';
import type { ChangeSet } from '../changeset/change-set.ts';
import type { Stack } from '../engine/stack.ts';
import { requireStack } from '../engine/store.ts';
import { validationError } from '../template/errors.ts';
import type { Environment } from './environment.ts';

export interface FoundChangeSet {
  readonly stack: Stack;
  readonly changeSet: ChangeSet;
}

/**
 * Finds a change set by its ARN, or by name within its stack. One that has been executed is found by ARN only: its name
 * may be another's.
 */
export function findChangeSet(
  { store }: Environment,
  { ChangeSetName: name, StackName: stackName }: { ChangeSetName: string; StackName?: string | undefined },
): FoundChangeSet {
  if (name.startsWith('arn:')) {
    for (const stack of store.all()) {
      const changeSet = stack.changeSets.get(name);
      if (changeSet) return { stack, changeSet };
    }
    throw changeSetNotFound(name);
  }
  if (stackName === undefined)
    throw validationError('StackName must be specified if ChangeSetName is not specified as an ARN.');
  const stack = requireStack(store, stackName);
  const changeSet = activeChangeSets(stack).find((candidate) => candidate.name === name);
  if (!changeSet) throw changeSetNotFound(name);
  return { stack, changeSet };
}

export function activeChangeSets(stack: Stack): readonly ChangeSet[] {
  return [...stack.changeSets.values()].filter(({ executionStatus }) => !executionStatus.startsWith('EXECUTE_'));
}

function changeSetNotFound(name: string): AwsError {
  return new AwsError('ChangeSetNotFound', `ChangeSet [${name}] does not exist`, 404);
}
