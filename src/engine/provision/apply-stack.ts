import { stackState } from '../../health/stack/stack-status.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { StackTemplate } from '../../model/stack-template.ts';
import type { ChangeSetView, StackView } from '../../model/stack-views.ts';
import { patience } from '../deadline.ts';
import { followStackOperation } from '../observe/stack-operation.ts';
import { uniqueName } from '../observe/unique-name.ts';
import { tellOfWrite } from '../write.ts';
import { isComplete, openChangeSet } from './change-set.ts';
import type { ComparedStack } from './compare-stack.ts';
import type { ProvisionRun } from './context.ts';
import { failedOperation } from './failed-operation.ts';
import { deleteRemains, unprotectWhenTakenBack } from './recover-stack.ts';
import { superseded } from './refusal.ts';
import { validate } from './validate-change-set.ts';

export interface AppliedStack {
  readonly outcome: Outcome;
  readonly stack: StackView | undefined;
}

/** Brings a stack to its template, as it was compared and shown. */
export async function applyStack(
  desired: StackTemplate,
  { stack, comparison, notes }: ComparedStack,
  run: ProvisionRun,
): Promise<AppliedStack> {
  switch (comparison.kind) {
    case 'same':
      return {
        outcome: { kind: 'unchanged', summary: sameText(desired.name, notes), evidence: [] },
        stack,
      };
    case 'absent':
      return createStack(desired, stack, run);
    case 'change-set':
      return execute(desired, comparison.view, 'update', run);
    case 'templates':
      return { outcome: { kind: 'failed', summary: comparison.reason, evidence: [] }, stack };
  }
}

/** `notes` are those of its comparison: where there are any, it is not known whether somebody changed what is in it. */
export function sameText(stack: string, notes: readonly string[]): string {
  if (notes.length === 0) return `Stack ${stack} matches config.`;
  return [`Stack ${stack} already has the template from config.`, ...notes].join(' ');
}

async function createStack(
  desired: StackTemplate,
  remains: StackView | undefined,
  run: ProvisionRun,
): Promise<AppliedStack> {
  const failure = remains && (await deleteRemains(remains, run));
  if (failure) return { outcome: failure, stack: remains };
  if (!isComplete(desired)) throw new Error(`stack ${desired.name} lacks parameters`);
  const view = await openChangeSet(desired, 'create', run);
  if (!view) return { outcome: superseded(desired.name), stack: await run.stacks.describe(desired.name) };
  const refusal = await validate(view, desired, run);
  if (!refusal) return execute(desired, view, 'create', run);
  await takeBack(view, run);
  return { outcome: refusal, stack: undefined };
}

/** A change set that creates a stack leaves it in REVIEW_IN_PROGRESS when it is deleted. */
async function takeBack({ id, stackId }: ChangeSetView, { stacks, clock }: ProvisionRun): Promise<void> {
  await stacks.deleteChangeSet(id);
  const stack = await stacks.describe(stackId);
  if (stack?.status === 'REVIEW_IN_PROGRESS') await stacks.delete(stackId, uniqueName(clock));
}

async function execute(
  desired: StackTemplate,
  { id, stackId }: ChangeSetView,
  operation: 'create' | 'update',
  run: ProvisionRun,
): Promise<AppliedStack> {
  const clientRequestToken = uniqueName(run.clock);
  const options = { clientRequestToken, deleteOnFailure: operation === 'create' };
  if (!(await run.stacks.executeChangeSet(id, options))) {
    return { outcome: superseded(desired.name), stack: await run.stacks.describe(stackId) };
  }
  tellOfWrite(`executed the change set of stack ${desired.name}`, run);
  const followed = await followStackOperation(
    {
      operation,
      stackName: desired.name,
      stackId,
      clientRequestToken,
      ...(operation === 'create' && { meanwhile: (events) => unprotectWhenTakenBack(events, stackId, run) }),
      ...patience(run),
    },
    run,
  );
  const found = await run.stacks.describe(stackId);
  const stack = stackState(found?.status) === 'absent' ? undefined : found;
  if (followed.kind === 'healthy') {
    const done = operation === 'create' ? 'was created' : 'was updated';
    return { outcome: { kind: 'deployed', summary: `Stack ${desired.name} ${done}.`, evidence: [] }, stack };
  }
  if (stack) await run.stacks.deleteChangeSet(id);
  return { outcome: failedOperation(followed, { id: stackId, name: desired.name }, desired.sources, NEXT), stack };
}

const NEXT = 'Correct what the event names, in config or in the account, then run the job again.';
