import type { Unit } from '../../model/plan.ts';
import { forecastSentences } from '../forecast-text.ts';
import { countText } from '../log/plan-lines.ts';
import { excerpt, htmlText, markdownText } from '../text.ts';
import type { Block } from './budget.ts';
import { propertyTable, type TableLimits } from './property-table.ts';
import { changingPlans, type Target } from './targets.ts';
import { isTaskDefinition, taskDefinitionDiff } from './task-definition-diff.ts';
import { unitName } from './values.ts';

const FULL: TableLimits = { longestValue: 160, mostRows: 60 };
const SHORT: TableLimits = { longestValue: 40, mostRows: 5 };
const MOST_CHANGES = 20;
/** Up to this many sections are shown unfolded. */
const MOST_OPEN = 3;

/** The details of every unit that changes, folded where there are many; each gives way on its own, down to nothing. */
export function unitBlocks(targets: readonly Target[]): readonly Block[] {
  const plans = targets.flatMap((target) => changingPlans(target).map((plan) => ({ target, plan })));
  const open = plans.length <= MOST_OPEN;
  return plans.map(({ target, plan }) => ({
    priority: 30,
    variants: [
      folded(titleOf(target, plan), open, fullLines(plan)),
      folded(titleOf(target, plan), false, shortLines(plan)),
      `- ${markdownText(excerpt(unitLabel(target, plan), 120))}: ${countText(plan)}`,
      '',
    ],
  }));
}

function unitLabel({ cluster }: Target, { id, kind }: Unit): string {
  return `${cluster} · ${kind} ${unitName(id)}`;
}

function titleOf(target: Target, plan: Unit): string {
  return `<b>${htmlText(excerpt(unitLabel(target, plan), 160))}</b>: ${countText(plan)}`;
}

function folded(title: string, open: boolean, body: readonly string[]): string {
  return [`<details${open ? ' open' : ''}><summary>${title}</summary>`, '', ...body, '', '</details>'].join('\n');
}

function fullLines(plan: Unit): readonly string[] {
  const diffs = plan.changes.filter(isTaskDefinition);
  const table = plan.changes.filter((change) => !isTaskDefinition(change));
  return paragraphs([
    ...diffs.map(taskDefinitionDiff),
    propertyTable({ ...plan, changes: table }, FULL),
    plan.forecast ? [`**Rollout.** ${markdownText(excerpt(forecastSentences(plan.forecast).join(' '), 1200))}`] : [],
    ...noteLines(plan.notes, 600),
  ]);
}

function shortLines({ kind, changes, notes }: Unit): readonly string[] {
  const left = changes.length - MOST_CHANGES;
  return paragraphs([
    propertyTable({ kind, changes: changes.slice(0, MOST_CHANGES) }, SHORT),
    left > 0 ? [`and ${left} more resources`] : [],
    ...noteLines(notes, 120),
  ]);
}

function noteLines(notes: readonly string[], longest: number): readonly (readonly string[])[] {
  return notes.map((note) => [`ℹ️ ${markdownText(excerpt(note, longest))}`]);
}

function paragraphs(parts: readonly (readonly string[])[]): readonly string[] {
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : ['', ...part]));
}
