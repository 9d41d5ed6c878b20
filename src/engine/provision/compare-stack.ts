import { hasNoChanges } from '../../health/change-set.ts';
import { stackState } from '../../health/stack-status.ts';
import type { Outcome } from '../../model/outcome.ts';
import { CLUSTER_OUTPUTS, STACK_TAGS } from '../../model/stack-names.ts';
import type { StackTemplate } from '../../model/stack-template.ts';
import type { StackView } from '../../model/stack-views.ts';
import { isUpToDate } from '../../plan/stack-comparison.ts';
import type { StackComparison } from '../../plan/stack-plan.ts';
import { observeSettledStack } from '../observe/settled-stack.ts';
import { isComplete, openChangeSet } from './change-set.ts';
import { continueRollback } from './recover-stack.ts';
import {
  busyStack,
  foreignStack,
  halfDeletedStack,
  protectedRemains,
  refusedChangeSet,
  superseded,
  validationLine,
} from './refusal.ts';
import { type ProvisionRun, patience } from './run.ts';

/** How a stack stands, or why that cannot be said. */
export interface ComparedStack {
  readonly stack: StackView | undefined;
  readonly comparison: StackComparison;
  readonly notes: readonly string[];
  readonly refusal?: Outcome;
}

/** How often a stack is looked at anew when someone else came between. */
const LOOKS = 3;

/** Compares a stack with its template. A change set that it makes stays open: execute or delete it. */
export async function compareStack(
  desired: StackTemplate,
  run: ProvisionRun,
  looks: number = LOOKS,
): Promise<ComparedStack> {
  const stack = await observeSettledStack(desired.name, patience(run), run);
  if (!stack) return { stack, comparison: { kind: 'absent' }, notes: [] };
  const refused = (refusal: Outcome): ComparedStack => ({ stack, comparison: { kind: 'same' }, notes: [], refusal });
  const state = stackState(stack.status);
  if (state !== 'unborn' && !isOurs(stack, desired)) return refused(foreignStack(stack, desired));
  switch (state) {
    case 'absent':
    case 'unborn':
      return { stack: undefined, comparison: { kind: 'absent' }, notes: [] };
    case 'remains':
      if (stack.terminationProtection) return refused(protectedRemains(stack));
      return {
        stack,
        comparison: { kind: 'absent' },
        notes: [`What a failed creation left (${stack.status}) is deleted first.`],
      };
    case 'busy':
      return refused(busyStack(stack));
    case 'half-deleted':
      return refused(halfDeletedStack(stack));
    case 'stuck':
      return stuckStack(stack, desired, run);
    case 'updatable':
      return updatableStack(stack, desired, run, looks);
  }
}

/** The tags say it. A stack of the same name that somebody else made would lose everything that it holds. */
function isOurs({ tags }: StackView, desired: StackTemplate): boolean {
  return Object.values(STACK_TAGS).every((key) => tags[key] === desired.tags[key]);
}

async function stuckStack(stack: StackView, desired: StackTemplate, run: ProvisionRun): Promise<ComparedStack> {
  if (run.mode === 'plan') {
    const reason = `The stack is ${stack.status} (${stack.statusReason ?? 'no reason given'}): applying continues its rollback first.`;
    return byTemplates(stack, reason, run);
  }
  const failure = await continueRollback(stack, run);
  if (failure) return { stack, comparison: { kind: 'same' }, notes: [], refusal: failure };
  return compareStack(desired, run);
}

async function updatableStack(
  stack: StackView,
  desired: StackTemplate,
  run: ProvisionRun,
  looks: number,
): Promise<ComparedStack> {
  if (isUpToDate(stack, desired, CLUSTER_OUTPUTS.templateDigest))
    return { stack, comparison: { kind: 'same' }, notes: [] };
  if (!isComplete(desired)) {
    const open = Object.keys(desired.parameters).filter((key) => desired.parameters[key] === undefined);
    return byTemplates(stack, `The cluster's stack does not have ${open.join(', ')} yet.`, run);
  }
  const view = await openChangeSet(desired, 'UPDATE', run);
  if (!view && looks > 1) return compareStack(desired, run, looks - 1);
  if (!view) return { stack, comparison: { kind: 'same' }, notes: [], refusal: superseded(stack.name) };
  if (view.status === 'CREATE_COMPLETE') {
    await warnOfValidation(view.id, desired, run);
    return { stack, comparison: { kind: 'change-set', view }, notes: [] };
  }
  const errors = hasNoChanges(view) ? [] : await run.stacks.changeSetValidationErrors(view.id);
  await run.stacks.deleteChangeSet(view.id);
  const compared: ComparedStack = { stack, comparison: { kind: 'same' }, notes: [] };
  return hasNoChanges(view) ? compared : { ...compared, refusal: refusedChangeSet(view, errors, desired) };
}

async function byTemplates(stack: StackView, reason: string, { stacks }: ProvisionRun): Promise<ComparedStack> {
  return { stack, comparison: { kind: 'templates', live: await stacks.template(stack.id), reason }, notes: [] };
}

/** CloudFormation also warns of what it does not refuse, e.g. quotas. */
export async function warnOfValidation(changeSet: string, desired: StackTemplate, run: ProvisionRun): Promise<void> {
  for (const error of await run.stacks.changeSetValidationErrors(changeSet)) {
    run.progress.emit({
      kind: 'warning',
      message: validationLine(error, { ...desired, sources: {} }),
      at: desired.sources[error.logicalId],
    });
  }
}
