import { hasNoChanges } from '../../health/stack/change-set.ts';
import { stackState } from '../../health/stack/stack-status.ts';
import type { Outcome } from '../../model/outcome.ts';
import { CLUSTER_OUTPUTS, STACK_TAGS } from '../../model/stack-names.ts';
import type { StackTemplate } from '../../model/stack-template.ts';
import type { ChangeSetView, StackView } from '../../model/stack-views.ts';
import { missingParameters, withListenerStandIns } from '../../plan/stack/listener-stand-ins.ts';
import { isUpToDate } from '../../plan/stack/stack-comparison.ts';
import { ownChanges } from '../../plan/stack/stack-drift.ts';
import type { StackComparison } from '../../plan/stack/stack-plan.ts';
import { patience } from '../deadline.ts';
import { observeSettledStack } from '../observe/settled-stack.ts';
import { isComplete, openDriftAwareChangeSet } from './change-set.ts';
import type { ProvisionRun } from './context.ts';
import { type FoundDrift, findDrift } from './find-drift.ts';
import { continueRollback } from './recover-stack.ts';
import { busyStack, foreignStack, halfDeletedStack, protectedRemains, superseded } from './refusal.ts';
import { sweepChangeSets } from './sweep-change-sets.ts';
import { validate } from './validate-change-set.ts';

/** How a stack stands, or why that cannot be said. */
export interface ComparedStack {
  readonly stack: StackView | undefined;
  readonly comparison: StackComparison;
  readonly notes: readonly string[];
  readonly refusal?: Outcome;
}

/** How often a stack is looked at anew when someone else came between. */
const LOOKS = 3;

const UNBORN =
  'The stack is REVIEW_IN_PROGRESS: a change set was made for it and never executed. Applying takes it over.';

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
  if (state !== 'never-executed' && !isOurs(stack, desired)) return refused(foreignStack(stack, desired));
  switch (state) {
    case 'absent':
      return { stack: undefined, comparison: { kind: 'absent' }, notes: [] };
    case 'never-executed':
      return { stack: undefined, comparison: { kind: 'absent' }, notes: [UNBORN] };
    case 'failed-creation':
      if (stack.terminationProtection) return refused(protectedRemains(stack));
      return {
        stack,
        comparison: { kind: 'absent' },
        notes: [`The stack that a failed creation left behind (${stack.status}) is deleted first.`],
      };
    case 'busy':
      return refused(busyStack(stack));
    case 'half-deleted':
      return refused(halfDeletedStack(stack));
    case 'rollback-failed':
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
  await sweepChangeSets(stack.name, run);
  const hasTemplate = isUpToDate(stack, desired, CLUSTER_OUTPUTS.templateDigest);
  const drift = hasTemplate ? await findDrift(stack, desired, run) : undefined;
  if (drift?.resources.length === 0 && drift.unread === undefined)
    return { stack, comparison: { kind: 'same' }, notes: [] };
  const missing = missingParameters(desired);
  const lack = missing.length > 0 ? [`The cluster's stack does not have ${missing.join(', ')} yet.`] : [];
  const complete = withListenerStandIns(desired, stack);
  if (!isComplete(complete)) return byTemplates(stack, lack.join(), run);
  const opened = await openDriftAwareChangeSet(complete, run);
  if (!opened && looks > 1) return compareStack(desired, run, looks - 1);
  if (!opened) return { stack, comparison: { kind: 'same' }, notes: [], refusal: superseded(stack.name) };
  const { view, unseen } = opened;
  const compared = await asCompared(view, desired, { hasTemplate, tags: stack.tags }, run);
  return { ...compared, stack, notes: [...lack, ...driftGaps(unseen, drift)] };
}

/** What a computed change set says; only one that an apply is to execute stays open. */
async function asCompared(
  view: ChangeSetView,
  desired: StackTemplate,
  { hasTemplate, tags }: { readonly hasTemplate: boolean; readonly tags: StackView['tags'] },
  run: ProvisionRun,
): Promise<Pick<ComparedStack, 'comparison' | 'refusal'>> {
  const isReady = view.status === 'CREATE_COMPLETE';
  const changes = isReady ? !hasTemplate || ownChanges(view, desired).length > 0 : !hasNoChanges(view);
  const refusal = changes ? await validate(view, desired, run) : undefined;
  const isKept = isReady && changes && run.mode === 'apply' && missingParameters(desired).length === 0;
  if (!isKept) await run.stacks.deleteChangeSet(view.id);
  if (!changes) return { comparison: { kind: 'same' } };
  return refusal ? { comparison: { kind: 'same' }, refusal } : { comparison: { kind: 'change-set', view, tags } };
}

/** What the comparison cannot say of changes by hand. */
function driftGaps(unseen: string | undefined, drift: FoundDrift | undefined): readonly string[] {
  const found = (drift?.resources ?? []).map(({ logicalId }) => logicalId).join(', ');
  if (unseen !== undefined && found !== '')
    return [
      `Changed by hand, and not reverted: ${found}. CloudFormation could not compare with what is live: ${unseen}`,
    ];
  if (unseen !== undefined)
    return [`Changes by hand are not in this plan, since CloudFormation could not look for them: ${unseen}`];
  if (drift?.unread !== undefined) return [`CloudFormation could not look for all changes by hand: ${drift.unread}`];
  return [];
}

async function byTemplates(stack: StackView, reason: string, { stacks }: ProvisionRun): Promise<ComparedStack> {
  return { stack, comparison: { kind: 'templates', live: await stacks.template(stack.id), reason }, notes: [] };
}
