import { isDone, type Outcome, type OutcomeKind } from '../../model/outcome.ts';
import type { RecordedFailure, RecordedUnit } from '../../model/run-record.ts';
import { positionText } from '../../model/source.ts';
import { excerpt, markdownCode, markdownText } from '../text.ts';
import type { Block } from './budget.ts';
import { type Target, targetName } from './targets.ts';

const MOST_EVIDENCE = 12;
const MOST_NAMES = 20;

/**
 * What ended badly or waits for an answer, cause first, with what was seen and what to do next; a failure that several
 * runs met, once.
 */
export function outcomeBlocks(targets: readonly Target[]): readonly Block[] {
  const told = new Set<string>();
  const isNews = (failure: RecordedFailure): boolean => {
    const text = JSON.stringify([failure.code, failure.message]);
    return !told.has(text) && told.add(text).size > 0;
  };
  return targets.flatMap((target) => [
    ...target.records.flatMap(({ action, failure }) =>
      failure && isNews(failure) ? failureBlocks(target, action, failure) : [],
    ),
    ...sameOutcomes(target.units.filter((unit) => !isDone(unit.outcome.kind) && !isToldByAlert(unit))),
  ]);
}

/** Units that ended alike, e.g. since the same other one stopped, share a block. */
function sameOutcomes(units: readonly RecordedUnit[]): readonly Block[] {
  const groups = Map.groupBy(units, ({ outcome }) => JSON.stringify(outcome));
  return [...groups.values()].flatMap((alike) => {
    const names = alike.map(({ name }) => name);
    return alike.slice(0, 1).map(({ outcome }) => outcomeBlock(names, outcome));
  });
}

/** What stops for its dangers alone is told by their alert. */
function isToldByAlert({ plan, outcome }: RecordedUnit): boolean {
  return outcome.kind === 'blocked' && (plan?.dangers ?? []).some(({ allowed }) => !allowed);
}

function outcomeBlock(names: readonly string[], { kind, summary, evidence, nextStep }: Outcome): Block {
  const left = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).map((name) => markdownCode(excerpt(name, 120)));
  const who = [...shown, ...(left > 0 ? [`${left} more`] : [])].join(', ');
  const head = (longest: number): string =>
    `${signOf(kind)} ${who} **${kind}.** ${markdownText(excerpt(summary, longest))}`;
  const seen = evidence.slice(0, MOST_EVIDENCE).map((line) => `- ${markdownText(excerpt(line, 400))}`);
  const next = nextStep ? [`**Next:** ${markdownText(excerpt(nextStep, 1000))}`] : [];
  const full = [head(1000), ...(seen.length > 0 ? [seen.join('\n')] : []), ...next].join('\n\n');
  return { priority: 50, variants: [full, [head(300), ...next].join('\n\n'), head(120), ''] };
}

function signOf(kind: OutcomeKind): string {
  if (kind === 'paused') return '⏸️';
  return kind === 'blocked' ? '⛔' : '❌';
}

function failureBlocks(target: Target, action: string, failure: RecordedFailure): readonly Block[] {
  const { code, message, hint, at, issues } = failure;
  const where = at ? ` ${markdownCode(positionText(at))}` : '';
  const who = target.cluster === '' ? '' : `**${markdownText(`${targetName(target)}, ${action}`)}** `;
  const what = `❌ ${who}${markdownText(excerpt(message, 600))}${where}`;
  const next = `${markdownText(excerpt(hint, 600))} (${markdownCode(code)})`;
  return [{ priority: 70, variants: [`${what} ${next}`] }, ...(issues.length > 0 ? [issueTable(issues)] : [])];
}

function issueTable(issues: RecordedFailure['issues']): Block {
  const table = (most: number, longest: number): string => {
    const rows = issues
      .slice(0, most)
      .map(
        ({ at, message, hint }) =>
          `| ${markdownCode(positionText(at))} | ${markdownText(excerpt(message, longest))} | ${markdownText(excerpt(hint ?? '', longest))} |`,
      );
    const left = issues.length - rows.length;
    const more = left > 0 ? [`| | and ${left} more | |`] : [];
    return ['| Where | Problem | Fix |', '|---|---|---|', ...rows, ...more].join('\n');
  };
  return { priority: 70, variants: [table(200, 600), table(50, 300), table(10, 120)] };
}
