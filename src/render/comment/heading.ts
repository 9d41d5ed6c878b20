import { DEFAULT_FOLDER } from '../../model/config-folder.ts';
import { isDone } from '../../model/outcome.ts';
import type { Change } from '../../model/plan.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { counted } from '../../model/text.ts';
import { countChanges } from '../count-changes.ts';
import { excerpt, markdownText } from '../text.ts';
import type { Report, ReportContext } from './report.ts';
import { changingPlans, checksOf, type Target } from './targets.ts';
import { durationText } from './values.ts';

/** The first line that a reader sees: the verdict, and what it comes to. */
export function headingLine({ context, ...report }: Report, targets: readonly Target[]): string {
  return heading(verdict(report, targets), context);
}

/** Verdicts that need no plan: they replace the one of a comment that is there. */
export function restatedHeading(
  state: 'planning' | 'stale' | 'applying' | 'closed',
  shown: Pick<ReportContext, 'head' | 'folder'>,
): string {
  return heading(verdict({ state, phase: 'plan', records: [] }, []), shown);
}

/** A pull request has a comment for each folder of config: the default one needs no name. */
function heading(verdict: string, { head, folder }: Pick<ReportContext, 'head' | 'folder'>): string {
  const name = folder === DEFAULT_FOLDER ? [] : [markdownText(excerpt(folder, 120))];
  return `## ${[verdict, ...name, `\`${head.slice(0, 7)}\``].join(' · ')}`;
}

function verdict({ state, phase, records }: Omit<Report, 'context'>, targets: readonly Target[]): string {
  switch (state) {
    case 'planning':
      return '⏳ ECS plan: being made';
    case 'ready':
      return `✅ ECS plan: ${sumText(targets)}`;
    case 'blocked':
      return phase === 'plan' ? `⛔ ECS plan blocked: ${sumText(targets)}` : `⛔ Stopped${causeText(records, targets)}`;
    case 'invalid':
      return `❌ ECS plan: the config is invalid (${counted(problems(records), 'problem')})`;
    case 'no-changes':
      return '✅ ECS plan: no changes';
    case 'stale':
      return '⚠️ ECS plan out of date: the base branch has moved on';
    case 'applying':
      return '🚀 Merged, being applied';
    case 'applied':
      return records.some(({ changed }) => changed)
        ? `✅ Applied in ${durationText(elapsed(records))}`
        : '✅ Applied: there was nothing left to change';
    case 'paused':
      return `⏸️ Paused, waiting for an answer${causeText(records, targets)}`;
    case 'rolled-back':
      return `⛔ Rolled back${causeText(records, targets)}`;
    case 'failed':
      return `❌ Failed${causeText(records, targets)}`;
    case 'closed':
      return '⚪ Closed without merging: nothing was applied';
  }
}

/** `2 clusters, **1 replacement**, 3 services roll`. */
function sumText(targets: readonly Target[]): string {
  const plans = targets.flatMap(changingPlans);
  const changes = plans.flatMap((plan) => plan.changes);
  const of = (action: Change['action']): number => countChanges(changes, action);
  const services = plans.filter(({ kind }) => kind === 'service').length;
  const stacks = plans.filter(({ kind }) => kind === 'stack').length;
  const dangers = targets.flatMap(({ units }) => units.flatMap(({ plan }) => plan?.dangers ?? []));
  const open = dangers.filter(({ allowed }) => !allowed).length;
  const failed = targets.flatMap(checksOf).filter(({ state }) => state === 'failed').length;
  const parts = [
    open > 0 ? `**${counted(open, 'danger')} without consent**` : '',
    of('replace') > 0 ? `**${counted(of('replace'), 'replacement')}**` : '',
    of('remove') > 0 ? `**${counted(of('remove'), 'deletion')}**` : '',
    stacks > 0 ? `${counted(stacks, 'stack')} ${stacks === 1 ? 'changes' : 'change'}` : '',
    services > 0 ? `${counted(services, 'service')} ${services === 1 ? 'changes' : 'change'}` : '',
    failed > 0 ? `**${counted(failed, 'check')} failed**` : '',
  ].filter(Boolean);
  return parts.join(', ') || 'no changes';
}

function problems(records: readonly RunRecord[]): number {
  return Math.max(0, ...records.map(({ failure }) => failure?.issues.length ?? 0));
}

function elapsed(records: readonly RunRecord[]): number {
  const start = Math.min(...records.map(({ startedAt }) => startedAt));
  return Math.max(...records.map(({ endedAt }) => endedAt)) - start;
}

/** The first of what went wrong, by name. */
function causeText(records: readonly RunRecord[], targets: readonly Target[]): string {
  const red = targets.flatMap((target) => target.units).filter(({ outcome }) => !isDone(outcome.kind));
  const rolledBack = red.find(({ outcome }) => outcome.kind === 'rolled-back');
  const first = rolledBack ?? red.find(({ outcome }) => outcome.kind !== 'blocked') ?? red[0];
  const cause = first
    ? `${first.name}: ${first.outcome.summary}`
    : records.find(({ failure }) => failure)?.failure?.message;
  if (cause) return `: ${markdownText(excerpt(cause, 200))}`;
  return records.length === 0 ? ': the run left no results' : '';
}
