import { AwsError } from '../../../core/errors.ts';
import type { CallContext } from '../../../core/world.ts';
import type { CreateChangeSetInput, CreateChangeSetOutput } from '../../../shapes/cloudformation.d.ts';
import type { ChangeSet } from '../changeset/change-set.ts';
import { computeChanges } from '../changeset/compute.ts';
import { createControl } from '../engine/control.ts';
import { setStackStatus } from '../engine/events.ts';
import type { Operation, Stack } from '../engine/stack.ts';
import { emptyStack, requireStack } from '../engine/store.ts';
import { notEmulated, validationError } from '../template/errors.ts';
import { checkName } from './create-stack.ts';
import { readDeployment, requireUpdatable } from './deployment.ts';
import type { Environment } from './environment.ts';
import { activeChangeSets } from './find-change-set.ts';

export async function createChangeSet(
  environment: Environment,
  input: CreateChangeSetInput,
  { caller }: CallContext,
): Promise<CreateChangeSetOutput> {
  const { world, store } = environment;
  refuseUnsupported(input);
  const target = await readDeployment(environment, input, stackFor(environment, input)?.deployment);
  // Another change set of that name may have come meanwhile; from here on nothing waits.
  const existing = stackFor(environment, input);
  const twin = existing && activeChangeSets(existing).find(({ name }) => name === input.ChangeSetName);
  if (existing && twin) {
    if (input.ClientToken !== undefined && twin.token === input.ClientToken)
      return { Id: twin.id, StackId: existing.id };
    throw new AwsError('AlreadyExistsException', `ChangeSet [${input.ChangeSetName}] already exists`);
  }
  const stack = existing ?? underReview(environment, input.StackName);
  const operation: Operation = {
    id: world.random.uuid(),
    type: 'CREATE_CHANGESET',
    token: input.ClientToken,
    startTime: world.clock.now(),
    control: createControl(world.clock),
  };
  const changeSet: ChangeSet = {
    id: `arn:aws:cloudformation:${world.region}:${world.account}:changeSet/${input.ChangeSetName}/${world.random.uuid()}`,
    name: input.ChangeSetName,
    type: input.ChangeSetType === 'CREATE' ? 'CREATE' : 'UPDATE',
    creationTime: world.clock.now(),
    description: input.Description,
    token: input.ClientToken,
    operationId: operation.id,
    deployment: target,
    tags: input.Tags,
    capabilities: input.Capabilities ?? [],
    roleArn: input.RoleARN ?? stack.roleArn,
    rollbackConfiguration: input.RollbackConfiguration ?? {},
    disableRollback: input.DeploymentConfig?.DisableRollback,
    includeNestedStacks: input.IncludeNestedStacks ?? false,
    importExistingResources: input.ImportExistingResources ?? false,
    deploymentMode: input.DeploymentMode,
    onStackFailure: input.OnStackFailure,
    status: 'CREATE_PENDING',
    statusReason: undefined,
    executionStatus: 'UNAVAILABLE',
    changes: [],
    driftStatus: undefined,
  };
  stack.changeSets.set(changeSet.id, changeSet);
  stack.lastOperations.set('CREATE_CHANGESET', operation.id);
  const validates = !input.DisableValidation;
  world.background(computeChanges({ world, store, stack, changeSet, operation, caller, validates }));
  return { Id: changeSet.id, StackId: stack.id };
}

/** The stack that the change set is for, where there is one; refuses a type that does not go with its state. */
function stackFor({ store }: Environment, input: CreateChangeSetInput): Stack | undefined {
  const { StackName: name, ChangeSetName: changeSetName, ChangeSetType: type = 'UPDATE' } = input;
  if (type === 'UPDATE') {
    const stack = requireStack(store, name);
    requireUpdatable(stack);
    return stack;
  }
  const stack = store.find(name);
  if (stack && stack.status !== 'REVIEW_IN_PROGRESS')
    throw validationError(
      `Stack [${name}] already exists and cannot be created again with the changeSet [${changeSetName}].`,
    );
  if (!stack) checkName(name);
  return stack;
}

function underReview({ world, store }: Environment, name: string): Stack {
  const stack = emptyStack(world, name);
  store.add(stack);
  setStackStatus(world, stack, 'REVIEW_IN_PROGRESS', { reason: 'User Initiated' });
  return stack;
}

function refuseUnsupported(input: CreateChangeSetInput): void {
  if (input.ChangeSetType === 'IMPORT' || input.ResourcesToImport) throw notEmulated('ChangeSetType IMPORT');
  if (input.DeploymentMode !== undefined && input.ChangeSetType === 'CREATE')
    throw validationError('DeploymentMode REVERT_DRIFT is not supported for change sets of type CREATE.');
  if (input.OnStackFailure === 'DELETE' && input.ChangeSetType !== 'CREATE')
    throw validationError('OnStackFailure DELETE is only valid when ChangeSetType is CREATE.');
}
