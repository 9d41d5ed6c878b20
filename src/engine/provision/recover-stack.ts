import type { Outcome } from '../../model/outcome.ts';
import type { StackEventView, StackView } from '../../model/stack-views.ts';
import { patience } from '../deadline.ts';
import { followStackOperation } from '../observe/stack-operation.ts';
import { uniqueName } from '../observe/unique-name.ts';
import { unprotectInstances } from '../unprotect-instances.ts';
import { tellOfWrite } from '../write.ts';
import type { ProvisionRun } from './context.ts';
import { failedOperation } from './failed-operation.ts';

/** Brings UPDATE_ROLLBACK_FAILED to UPDATE_ROLLBACK_COMPLETE: the state before the update. Returns why it failed. */
export async function continueRollback(stack: StackView, run: ProvisionRun): Promise<Outcome | undefined> {
  run.progress.emit({
    kind: 'notice',
    message: `Stack ${stack.name} is ${stack.status}: continuing its rollback. ${stack.statusReason ?? ''}`.trim(),
  });
  const clientRequestToken = uniqueName(run.clock);
  await run.stacks.continueUpdateRollback(stack.id, clientRequestToken);
  tellOfWrite(`continued the rollback of stack ${stack.name}`, run);
  const followed = await followStackOperation(
    { operation: 'continue-rollback', stackName: stack.name, stackId: stack.id, clientRequestToken, ...patience(run) },
    run,
  );
  if (followed.kind === 'healthy') return undefined;
  return failedOperation(followed, stack, {}, CONTINUE);
}

const CONTINUE =
  'Correct what the event names, then run the job again; or skip the resource: aws cloudformation continue-update-rollback --resources-to-skip.';

/** Deletes what a failed creation left: nothing in it has ever served. Returns why it failed. */
export async function deleteRemains(stack: StackView, run: ProvisionRun): Promise<Outcome | undefined> {
  const groups = (await run.stacks.resources(stack.id)).filter(isGroup);
  const clientRequestToken = uniqueName(run.clock);
  await run.stacks.delete(stack.id, clientRequestToken);
  tellOfWrite(`deleted stack ${stack.name}, which was ${stack.status}`, run);
  const followed = await followStackOperation(
    {
      operation: 'delete',
      stackName: stack.name,
      stackId: stack.id,
      clientRequestToken,
      meanwhile: () => unprotectGroups(groups, run),
      ...patience(run),
    },
    run,
  );
  if (followed.kind === 'healthy') return undefined;
  return failedOperation(followed, stack, {}, DELETE);
}

/** Lets a creation that failed after the group had its instances be taken back: they come up protected. */
export async function unprotectWhenTakenBack(
  events: readonly StackEventView[],
  stackId: string,
  run: ProvisionRun,
): Promise<void> {
  const takenBack = events.some(
    ({ physicalId, status }) =>
      physicalId === stackId && (status === 'DELETE_IN_PROGRESS' || status === 'ROLLBACK_IN_PROGRESS'),
  );
  if (takenBack) await unprotectGroups(events.filter(isGroup), run);
}

async function unprotectGroups(groups: readonly { readonly physicalId: string }[], run: ProvisionRun): Promise<void> {
  for (const name of new Set(groups.map(({ physicalId }) => physicalId))) await unprotectInstances(name, run);
}

function isGroup({ type, physicalId }: { readonly type: string; readonly physicalId: string }): boolean {
  return type === 'AWS::AutoScaling::AutoScalingGroup' && physicalId !== '';
}

const DELETE =
  'Delete the resource that the event names, then run the job again; or abandon it with aws cloudformation delete-stack --deletion-mode FORCE_DELETE_STACK.';
