import { AwsError } from '../../../core/errors.ts';
import type { CallContext } from '../../../core/world.ts';
import type { ExecuteChangeSetInput } from '../../../shapes/cloudformation.d.ts';
import type { ChangeSet } from '../changeset/change-set.ts';
import type { OnFailure } from '../engine/create.ts';
import { runCreate } from '../engine/create.ts';
import { setStackStatus } from '../engine/events.ts';
import { beginRun, launch } from '../engine/lifecycle.ts';
import { adoptDrift } from '../engine/predrift.ts';
import type { Stack } from '../engine/stack.ts';
import { runUpdate } from '../engine/update.ts';
import { validationError } from '../template/errors.ts';
import { requireUpdatable } from './deployment.ts';
import type { Environment } from './environment.ts';
import { activeChangeSets, findChangeSet } from './find-change-set.ts';
import { refuseUsedToken } from './tokens.ts';

/** Carries a change set out; the stack's other change sets are deleted with that. */
export function executeChangeSet(
  environment: Environment,
  input: ExecuteChangeSetInput,
  { caller }: CallContext,
): void {
  const { world, store } = environment;
  const { stack, changeSet } = findChangeSet(environment, input);
  refuseUsedToken(store, input.ClientRequestToken);
  requireExecutable(changeSet);
  const creates = stack.status === 'REVIEW_IN_PROGRESS';
  if (!creates) requireUpdatable(stack);
  const onFailure = failureOption(changeSet, input);
  for (const other of activeChangeSets(stack)) if (other !== changeSet) stack.changeSets.delete(other.id);
  changeSet.executionStatus = 'EXECUTE_IN_PROGRESS';
  adopt(stack, changeSet, world.clock.now());
  adoptDrift(stack, changeSet.changes);
  stack.disableRollback = onFailure === 'DO_NOTHING';
  stack.retainExceptOnCreate = input.RetainExceptOnCreate ?? false;
  const run = beginRun({
    world,
    store,
    stack,
    caller,
    type: creates ? 'CREATE_STACK' : 'UPDATE_STACK',
    token: input.ClientRequestToken,
    failFast: onFailure !== 'DO_NOTHING',
    imports: importsOf(changeSet),
  });
  const reason = 'User Initiated';
  setStackStatus(world, stack, creates ? 'CREATE_IN_PROGRESS' : 'UPDATE_IN_PROGRESS', { reason });
  const { deployment } = changeSet;
  if (creates) stack.deployment = deployment;
  const work = creates
    ? runCreate(run, deployment, { onFailure, diffs: undefined })
    : runUpdate(run, deployment, { rollsBack: onFailure !== 'DO_NOTHING', diffs: undefined });
  launch(
    run,
    work.then(() => settle(stack, changeSet)),
  );
}

function importsOf({ changes }: ChangeSet): ReadonlyMap<string, string> {
  return new Map(
    changes.flatMap(({ logicalId, importedId }) =>
      importedId === undefined ? [] : [[logicalId, importedId] as const],
    ),
  );
}

function requireExecutable({ id, status, executionStatus }: ChangeSet): void {
  const refuse = (what: string): AwsError =>
    new AwsError('InvalidChangeSetStatus', `ChangeSet [${id}] cannot be executed in its current ${what}`);
  if (status !== 'CREATE_COMPLETE') throw refuse(`status of [${status}]`);
  if (executionStatus !== 'AVAILABLE') throw refuse(`execution status of [${executionStatus}]`);
}

function failureOption(
  { onStackFailure, disableRollback }: ChangeSet,
  { DisableRollback: disable }: ExecuteChangeSetInput,
): OnFailure {
  if (onStackFailure !== undefined && disable !== undefined)
    throw validationError('You cannot specify both OnStackFailure and DisableRollback.');
  return onStackFailure ?? ((disable ?? disableRollback) ? 'DO_NOTHING' : 'ROLLBACK');
}

function adopt(stack: Stack, changeSet: ChangeSet, now: number): void {
  stack.changeSetId = changeSet.id;
  stack.lastUpdatedTime = now;
  stack.capabilities = changeSet.capabilities.length > 0 ? changeSet.capabilities : undefined;
  stack.roleArn = changeSet.roleArn;
  stack.rollbackConfiguration = changeSet.rollbackConfiguration;
  stack.description ??= changeSet.deployment.template.description;
}

const SUCCEEDED = new Set<Stack['status']>(['CREATE_COMPLETE', 'UPDATE_COMPLETE']);

function settle(stack: Stack, changeSet: ChangeSet): void {
  changeSet.executionStatus = SUCCEEDED.has(stack.status) ? 'EXECUTE_COMPLETE' : 'EXECUTE_FAILED';
}
