import type { CallContext } from '../../../core/world.ts';
import type { DeleteStackInput } from '../../../shapes/cloudformation.d.ts';
import type { Deletion } from '../engine/delete.ts';
import { deleteAll } from '../engine/delete.ts';
import { setStackStatus } from '../engine/events.ts';
import { beginRun, launch } from '../engine/lifecycle.ts';
import type { Stack } from '../engine/stack.ts';
import { notEmulated, validationError } from '../template/errors.ts';
import type { Environment } from './environment.ts';
import { refuseUsedToken } from './tokens.ts';

/** A stack that does not exist, or is being deleted already, is no error. */
export async function deleteStack(
  { world, store }: Environment,
  input: DeleteStackInput,
  { caller }: CallContext,
): Promise<void> {
  const stack = store.find(input.StackName);
  if (!stack || stack.status === 'DELETE_COMPLETE' || stack.status === 'DELETE_IN_PROGRESS') return;
  if (input.DeploymentConfig?.Mode === 'EXPRESS') throw notEmulated('DeploymentConfig Mode EXPRESS');
  refuseUsedToken(store, input.ClientRequestToken);
  if (stack.terminationProtection)
    throw validationError(`Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`);
  const deletion = deletionOf(stack, input);
  const interrupted = stack.status === 'CREATE_IN_PROGRESS' ? stack.operation : undefined;
  if (stack.status.endsWith('_IN_PROGRESS') && stack.status !== 'REVIEW_IN_PROGRESS' && !interrupted)
    throw validationError(`Stack [${stack.id}] cannot be deleted while in status ${stack.status}`);
  const before = stack.settled;
  stack.roleArn = input.RoleARN ?? stack.roleArn;
  stack.deletionMode = input.DeletionMode;
  const run = beginRun({ world, store, stack, caller, type: 'DELETE_STACK', token: input.ClientRequestToken });
  setStackStatus(world, stack, 'DELETE_IN_PROGRESS', { reason: 'User Initiated' });
  // A creation still under way stops first; what it began must be known before it can be deleted.
  interrupted?.control.cancel();
  launch(
    run,
    before.then(() => deleteAll(run, deletion)),
  );
}

function deletionOf(stack: Stack, { RetainResources: retain = [], DeletionMode: mode }: DeleteStackInput): Deletion {
  const force = mode === 'FORCE_DELETE_STACK';
  if (stack.status !== 'DELETE_FAILED') {
    if (retain.length > 0)
      throw validationError(
        `Invalid operation on stack [${stack.id}]. RetainResources can be specified only for a stack in the DELETE_FAILED state.`,
      );
    if (force)
      throw validationError(
        `Invalid operation on stack [${stack.id}]. FORCE_DELETE_STACK can be specified only for a stack in the DELETE_FAILED state.`,
      );
  }
  const unknown = retain.filter((id) => stack.resources.get(id)?.status !== 'DELETE_FAILED');
  if (unknown.length > 0)
    throw validationError(
      `Invalid operation on stack [${stack.id}]. The following resources cannot be retained because they are not in the DELETE_FAILED state: [${unknown.join(', ')}]`,
    );
  return { retain: new Set(retain), force };
}
