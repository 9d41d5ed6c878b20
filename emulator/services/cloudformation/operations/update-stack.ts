import type { CallContext } from '../../../core/world.ts';
import type { UpdateStackInput, UpdateStackOutput } from '../../../shapes/cloudformation.d.ts';
import { createComparison } from '../changeset/comparison.ts';
import { changesAnything, compareResources } from '../changeset/diff.ts';
import { setStackStatus } from '../engine/events.ts';
import { beginRun, launch } from '../engine/lifecycle.ts';
import { zonesFor } from '../engine/scope.ts';
import { requireStack } from '../engine/store.ts';
import { runUpdate } from '../engine/update.ts';
import { notEmulated, validationError } from '../template/errors.ts';
import { readDeployment, requireUpdatable } from './deployment.ts';
import type { Environment } from './environment.ts';
import { refuseUsedToken } from './tokens.ts';

export async function updateStack(
  environment: Environment,
  input: UpdateStackInput,
  { caller }: CallContext,
): Promise<UpdateStackOutput> {
  const { world, store } = environment;
  const stack = requireStack(store, input.StackName);
  if (
    input.StackPolicyBody ??
    input.StackPolicyURL ??
    input.StackPolicyDuringUpdateBody ??
    input.StackPolicyDuringUpdateURL
  )
    throw notEmulated('A stack policy');
  refuseUsedToken(store, input.ClientRequestToken);
  requireUpdatable(stack);
  const target = await readDeployment(environment, input, stack.deployment);
  const zones = await zonesFor(world, target.template);
  // Another operation may have begun meanwhile; from here on nothing waits.
  requireUpdatable(stack);
  const comparison = createComparison(world, store, stack, target, zones);
  const diffs = compareResources(comparison);
  if (!changesAnything(comparison, diffs)) throw validationError('No updates are to be performed.');
  stack.capabilities = input.Capabilities;
  stack.roleArn = input.RoleARN ?? stack.roleArn;
  stack.disableRollback = input.DisableRollback ?? input.DeploymentConfig?.DisableRollback ?? false;
  stack.retainExceptOnCreate = input.RetainExceptOnCreate ?? false;
  stack.lastUpdatedTime = world.clock.now();
  for (const changeSet of stack.changeSets.values()) changeSet.executionStatus = 'OBSOLETE';
  const rollsBack = !stack.disableRollback;
  const token = input.ClientRequestToken;
  const run = beginRun({ world, store, stack, caller, type: 'UPDATE_STACK', token, failFast: rollsBack });
  setStackStatus(world, stack, 'UPDATE_IN_PROGRESS', { reason: 'User Initiated' });
  launch(run, runUpdate(run, target, { rollsBack, diffs: input.DisableValidation ? undefined : diffs }));
  return { StackId: stack.id, OperationId: run.operation.id };
}
