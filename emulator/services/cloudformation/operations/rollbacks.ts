import type { CallContext } from '../../../core/world.ts';
import type {
  CancelUpdateStackInput,
  ContinueUpdateRollbackInput,
  RollbackStackInput,
  RollbackStackOutput,
} from '../../../shapes/cloudformation.d.ts';
import { runCreateRollback } from '../engine/create.ts';
import { beginRun, launch } from '../engine/lifecycle.ts';
import { requireStack } from '../engine/store.ts';
import { runUpdateRollback } from '../engine/update.ts';
import { notEmulated, validationError } from '../template/errors.ts';
import type { Environment } from './environment.ts';
import { refuseUsedToken } from './tokens.ts';

const USER_INITIATED = 'User Initiated';

/** Stops an update under way; it then rolls back like one that failed. */
export function cancelUpdateStack({ store }: Environment, input: CancelUpdateStackInput): void {
  const stack = requireStack(store, input.StackName);
  if (stack.status !== 'UPDATE_IN_PROGRESS')
    throw validationError('CancelUpdateStack cannot be called from current stack status');
  stack.operation?.control.cancel(USER_INITIATED);
}

export function continueUpdateRollback(
  { world, store }: Environment,
  input: ContinueUpdateRollbackInput,
  { caller }: CallContext,
): object {
  const stack = requireStack(store, input.StackName);
  refuseUsedToken(store, input.ClientRequestToken);
  if (stack.status !== 'UPDATE_ROLLBACK_FAILED')
    throw validationError(`Stack:${stack.id} is in ${stack.status} state and can not continue rollback.`);
  const { ResourcesToSkip: skip = [], ForceRollback: force = false } = input;
  if (skip.length > 0 && force) throw validationError('You cannot specify both ResourcesToSkip and ForceRollback.');
  const wrong = skip.filter((id) => stack.resources.get(id)?.status !== 'UPDATE_FAILED');
  if (wrong.length > 0)
    throw validationError(
      `The following resources to skip are invalid: [${wrong.join(', ')}]. Only resources in UPDATE_FAILED state can be skipped.`,
    );
  stack.roleArn = input.RoleARN ?? stack.roleArn;
  const token = input.ClientRequestToken;
  const run = beginRun({ world, store, stack, caller, type: 'CONTINUE_ROLLBACK', token });
  launch(run, runUpdateRollback(run, USER_INITIATED, { skip: new Set(skip), skipFailures: force }));
  return {};
}

/** Rolls back what an operation without automatic rollback left behind. */
export function rollbackStack(
  { world, store }: Environment,
  input: RollbackStackInput,
  { caller }: CallContext,
): RollbackStackOutput {
  const stack = requireStack(store, input.StackName);
  if (input.DeploymentConfig?.Mode === 'EXPRESS') throw notEmulated('DeploymentConfig Mode EXPRESS');
  refuseUsedToken(store, input.ClientRequestToken);
  if (stack.status !== 'CREATE_FAILED' && stack.status !== 'UPDATE_FAILED')
    throw validationError(`Stack:${stack.id} is in ${stack.status} state and can not be rolled back.`);
  stack.retainExceptOnCreate = input.RetainExceptOnCreate ?? stack.retainExceptOnCreate;
  stack.roleArn = input.RoleARN ?? stack.roleArn;
  const creates = stack.stable === undefined;
  const run = beginRun({ world, store, stack, caller, type: 'ROLLBACK', token: input.ClientRequestToken });
  launch(run, creates ? runCreateRollback(run, USER_INITIATED) : runUpdateRollback(run, USER_INITIATED));
  return { StackId: stack.id, OperationId: run.operation.id };
}
