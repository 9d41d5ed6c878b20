import { isGreen, type OutcomeKind, worstOutcome } from '../../model/outcome.ts';
import type { Change, PreflightCheck, Unit } from '../../model/plan.ts';
import { countChanges } from '../count-changes.ts';
import { excerpt, markdownText } from '../text.ts';
import type { Block } from './budget.ts';
import { changingPlans, checksOf, type Target, targetName } from './targets.ts';
import { unitName } from './values.ts';

const HEAD = [
  '| Cluster | Stacks | Add | Change | Replace | Delete | Services | Drift | Checks | Verdict |',
  '|---|---|--:|--:|--:|--:|---|---|---|---|',
];
const NAMES = 3;

/** One row for each cluster; only their sum where there is no room. */
export function overviewBlock(targets: readonly Target[]): readonly Block[] {
  if (targets.length === 0) return [];
  const table = (rows: readonly string[]): string => [...HEAD, ...rows].join('\n');
  const all = { cluster: `${targets.length} clusters`, region: '', units: targets.flatMap(({ units }) => units) };
  return [
    {
      priority: 60,
      variants: [table(targets.map(row)), table([row({ ...all, records: targets.flatMap(({ records }) => records) })])],
    },
  ];
}

function row(target: Pick<Target, 'cluster' | 'region' | 'units' | 'records'>): string {
  const plans = changingPlans(target);
  const changes = plans.flatMap((plan) => plan.changes);
  const count = (action: Change['action']): string => {
    const found = countChanges(changes, action);
    return found > 0 && (action === 'replace' || action === 'remove') ? `**${found}**` : String(found);
  };
  const cells = [
    markdownText(excerpt(targetName(target), 120)),
    namesText(plans.filter(({ kind }) => kind === 'stack')),
    ...(['add', 'modify', 'replace', 'remove'] as const).map(count),
    namesText(plans.filter(({ kind }) => kind === 'service')),
    driftText(plans),
    checksText(checksOf(target)),
    verdictText(target),
  ];
  return `| ${cells.join(' | ')} |`;
}

function namesText(units: readonly Unit[]): string {
  const names = units.slice(0, NAMES).map(({ id }) => markdownText(excerpt(unitName(id), 60)));
  const rest = units.length - names.length;
  return [...names, ...(rest > 0 ? [`${rest} more`] : [])].join(', ') || 'none';
}

function driftText(units: readonly Unit[]): string {
  const changes = units.flatMap((unit) => unit.changes);
  const gone = changes.filter(({ isMadeAgain }) => isMadeAgain).length;
  const drifted =
    gone + changes.flatMap(({ properties }) => properties).filter(({ live }) => live !== undefined).length;
  return drifted > 0 ? `⚠️ ${drifted}` : 'none';
}

const SIGNS: readonly (readonly [PreflightCheck['state'], string])[] = [
  ['failed', '❌'],
  ['warning', '⚠️'],
  ['unchecked', '❔'],
  ['passed', '✅'],
];

function checksText(checks: readonly PreflightCheck[]): string {
  return SIGNS.map(([state, sign]) => [sign, checks.filter((check) => check.state === state).length] as const)
    .filter(([, count]) => count > 0)
    .map(([sign, count]) => `${sign} ${count}`)
    .join(' ');
}

function verdictText({ records, units }: Pick<Target, 'records' | 'units'>): string {
  const kinds: readonly OutcomeKind[] = [
    ...records.filter(({ failure }) => failure).map(({ outcome }) => outcome),
    ...units.map(({ outcome }) => outcome.kind),
  ];
  const worst = worstOutcome(kinds);
  if (worst === 'blocked') return '⛔ blocked';
  if (!isGreen(worst)) return `❌ ${worst}`;
  if (worst === 'planned') return '✅ ready';
  if (worst === 'paused') return '⏸️ paused';
  return worst === 'unchanged' ? '✅ no changes' : `✅ ${worst}`;
}
