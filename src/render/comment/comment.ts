import { planDigest } from '../../plan/digest.ts';
import { reviewedUnit } from '../../plan/reviewed.ts';
import { type Block, fitBlocks } from './budget.ts';
import { checkBlocks, isUrgent } from './checks.ts';
import { dangerBlocks } from './dangers.ts';
import { evidenceLine } from './evidence.ts';
import { headingLine, restatedHeading } from './heading.ts';
import { leftOverBlock } from './left-over.ts';
import { type Marker, markerLine, readMarker } from './marker.ts';
import { outcomeBlocks } from './outcomes.ts';
import { overviewBlock } from './overview.ts';
import type { Report, ReportState } from './report.ts';
import { changingPlans, type Target, targetsOf } from './targets.ts';
import { unitBlocks } from './unit-sections.ts';

/** GitHub takes 65,536 characters; what it adds on its way is unknown. */
export const COMMENT_LIMIT = 60_000;

export interface Comment {
  readonly body: string;
  readonly marker: Marker;
  /**
   * The line that says, for the run that applies it, what was shown; undefined where there was no room, or nothing to
   * say.
   */
  readonly evidence: string | undefined;
}

interface CommentOptions {
  /** Characters of the whole. */
  readonly limit?: number;
  /** What an earlier text of the comment showed; a report of what was applied carries it on. */
  readonly evidence?: string | undefined;
}

/**
 * The Markdown of a pull request's comment: the verdict first, then dangers, an overview, and the details as far as
 * there is room.
 */
export function renderComment(report: Report, { limit = COMMENT_LIMIT, evidence }: CommentOptions = {}): Comment {
  const { state, context } = report;
  const targets = targetsOf(report.records);
  const shown = report.phase === 'plan' ? ownEvidence(state, targets) : evidence;
  const tail = [footer(report, targets), shown].filter(Boolean).join('\n\n');
  const left = 'Not everything fits into a comment: see the summary of the run for the rest.';
  const marker: Marker = {
    state,
    folder: context.folder,
    head: context.head,
    base: context.base,
    run: context.runId,
    attempt: context.runAttempt,
    truncated: false,
  };
  const cut = { ...marker, truncated: true };
  const room = limit - tail.length - left.length - markerLine(cut).length - 5;
  const { text, truncated } = fitBlocks(
    [{ priority: 99, variants: [headingLine(report, targets)] }, ...body(report, targets)],
    room,
  );
  const used = truncated ? cut : marker;
  return {
    body: `${markerLine(used)}\n${[text, ...(truncated ? [left] : []), tail].filter(Boolean).join('\n\n')}`,
    marker: used,
    evidence: shown,
  };
}

/**
 * The same comment in another state: its plan stays as it was, of the commit that it was. undefined where `body` is no
 * comment of ours.
 */
export function restateComment(
  body: string,
  state: 'planning' | 'stale' | 'applying' | 'closed',
  run: Pick<Marker, 'run' | 'attempt'>,
  shownHead?: string,
): string | undefined {
  const marker = readMarker(body);
  const [, heading, ...rest] = body.split('\n');
  if (!marker || !heading?.startsWith('## ')) return undefined;
  return [
    markerLine({ ...marker, ...run, state }),
    restatedHeading(state, { ...marker, head: shownHead ?? marker.head }),
    ...rest,
  ].join('\n');
}

function body({ state, phase, records }: Report, targets: readonly Target[]): readonly Block[] {
  const checks = phase === 'plan' ? checkBlocks(targets) : [];
  if (state === 'no-changes') return checks.filter(isUrgent);
  const withUnits = targets.filter(({ units }) => units.length > 0);
  return [
    ...dangerBlocks(targets),
    ...(phase === 'plan' ? leftOverBlock(records, targets) : []),
    ...outcomeBlocks(targets),
    ...overviewBlock(withUnits),
    ...checks.filter(isUrgent),
    ...unitBlocks(targets),
    ...checks.filter((check) => !isUrgent(check)),
  ];
}

function ownEvidence(state: ReportState, targets: readonly Target[]): string | undefined {
  if (state === 'planning' || state === 'invalid') return undefined;
  return evidenceLine(targets.flatMap(changingPlans).map(reviewedUnit));
}

function footer({ state, phase, context }: Report, targets: readonly Target[]): string {
  const { head, base, runUrl } = context;
  const run = `[run](${runUrl})`;
  if (state === 'no-changes') return '';
  if (state === 'planning') return `Planning \`${head.slice(0, 7)}\` · ${run}`;
  if (phase === 'apply') return isStopped(state) ? `What happened is in this ${run}` : `Applied by this ${run}`;
  if (state === 'invalid' || state === 'failed') return `Made by this ${run} from \`${head.slice(0, 7)}\``;
  const digest = planDigest(targets.flatMap(({ units }) => units.flatMap(({ plan }) => plan ?? [])));
  return [
    `Plan \`sha256:${digest.slice(0, 16)}\``,
    `\`${head.slice(0, 7)}\` on \`${base.slice(0, 7)}\``,
    `[full plan](${runUrl})`,
    '**merging applies exactly this plan or stops**',
  ].join(' · ');
}

function isStopped(state: ReportState): boolean {
  return state === 'blocked' || state === 'failed' || state === 'invalid' || state === 'rolled-back';
}
