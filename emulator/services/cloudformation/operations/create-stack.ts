import { AwsError } from '../../../core/errors.ts';
import type { CallContext } from '../../../core/world.ts';
import type { CreateStackInput, CreateStackOutput } from '../../../shapes/cloudformation.d.ts';
import { createComparison } from '../changeset/comparison.ts';
import { compareResources } from '../changeset/diff.ts';
import type { OnFailure } from '../engine/create.ts';
import { runCreate } from '../engine/create.ts';
import { setStackStatus } from '../engine/events.ts';
import { beginRun, launch } from '../engine/lifecycle.ts';
import { zonesFor } from '../engine/scope.ts';
import type { Stack } from '../engine/stack.ts';
import { emptyStack } from '../engine/store.ts';
import { notEmulated, validationError } from '../template/errors.ts';
import { readDeployment } from './deployment.ts';
import type { Environment } from './environment.ts';
import { refuseUsedToken } from './tokens.ts';

export async function createStack(
  environment: Environment,
  input: CreateStackInput,
  { caller }: CallContext,
): Promise<CreateStackOutput> {
  const { world, store } = environment;
  checkName(input.StackName);
  if (input.StackPolicyBody ?? input.StackPolicyURL) throw notEmulated('A stack policy');
  refuseUsedToken(store, input.ClientRequestToken);
  refuseExisting(environment, input.StackName);
  const onFailure = failureOption(input);
  const target = await readDeployment(environment, input, undefined);
  const zones = await zonesFor(world, target.template);
  const waiting = refuseExisting(environment, input.StackName);
  const stack = waiting ?? emptyStack(world, input.StackName);
  const diffs = compareResources(createComparison(world, store, stack, target, zones));
  store.add(stack);
  for (const changeSet of stack.changeSets.values()) changeSet.executionStatus = 'OBSOLETE';
  stack.capabilities = input.Capabilities;
  stack.roleArn = input.RoleARN;
  stack.disableRollback = onFailure === 'DO_NOTHING';
  stack.retainExceptOnCreate = input.RetainExceptOnCreate ?? false;
  stack.terminationProtection = input.EnableTerminationProtection ?? false;
  stack.timeoutInMinutes = input.TimeoutInMinutes;
  stack.deployment = target;
  stack.description = target.template.description;
  const failFast = onFailure !== 'DO_NOTHING';
  const run = beginRun({
    world,
    store,
    stack,
    caller,
    type: 'CREATE_STACK',
    token: input.ClientRequestToken,
    failFast,
  });
  setStackStatus(world, stack, 'CREATE_IN_PROGRESS', { reason: 'User Initiated' });
  launch(run, runCreate(run, target, { onFailure, diffs: input.DisableValidation ? undefined : diffs }));
  return { StackId: stack.id, OperationId: run.operation.id };
}

/** The stack of that name which only waits for its first change set, if there is one; any other is refused. */
function refuseExisting({ store }: Environment, name: string): Stack | undefined {
  const stack = store.find(name);
  if (stack && stack.status !== 'REVIEW_IN_PROGRESS')
    throw new AwsError('AlreadyExistsException', `Stack [${name}] already exists`);
  return stack;
}

export function checkName(name: string): void {
  if (/^[a-zA-Z][-a-zA-Z0-9]*$/.test(name) && name.length <= 128) return;
  const constraint =
    name.length > 128
      ? 'Member must have length less than or equal to 128'
      : 'Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/._+]*';
  throw validationError(
    `1 validation error detected: Value '${name}' at 'stackName' failed to satisfy constraint: ${constraint}`,
  );
}

function failureOption({
  DisableRollback: disable,
  OnFailure: onFailure,
  DeploymentConfig: config,
}: CreateStackInput): OnFailure {
  if (disable !== undefined && onFailure !== undefined)
    throw validationError('Either DisableRollback or OnFailure can be specified, not both.');
  return onFailure ?? ((disable ?? config?.DisableRollback) ? 'DO_NOTHING' : 'ROLLBACK');
}
