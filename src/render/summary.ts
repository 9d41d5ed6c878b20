import { isGreen, type Outcome, type OutcomeKind } from '../model/outcome.ts';
import type { Danger, RolloutForecast, Unit } from '../model/plan.ts';
import type { RecordedUnit } from '../model/run-record.ts';
import type { Span } from '../model/span.ts';
import { checkTable } from './check-text.ts';
import { propertyTable, type TableLimits } from './comment/property-table.ts';
import { dependencyGraph } from './dependency-graph.ts';
import { forecastSentences } from './forecast-text.ts';
import { countText } from './log/plan-lines.ts';
import { markdownCode, markdownText } from './text.ts';
import { ganttMarkdown } from './timeline/gantt.ts';
import { spanTable } from './timeline/span-table.ts';

/** A summary has room for nearly everything. */
const LIMITS: TableLimits = { longestValue: 1000, mostRows: 200 };

export interface TimelineEntry {
  /** Milliseconds since the start of the run, on the run's clock. */
  readonly afterMs: number;
  readonly text: string;
}

/**
 * The job summary: verdict and cause first, then each unit's changes, then what took how long and what happened when.
 */
export function summaryMarkdown(
  title: string,
  units: readonly RecordedUnit[],
  timeline: readonly TimelineEntry[],
  spans: readonly Span[] = [],
): string {
  return [
    `## ${markdownText(title)}`,
    ...units.flatMap(({ name, outcome }) => verdict(name, outcome)),
    ...units.flatMap(({ plan }) => (plan && plan.changes.length > 0 ? changes(plan) : [])),
    ...orderSection(units.flatMap(({ plan }) => plan ?? [])),
    ...spanSection(spans),
    ...timelineTable(timeline),
    '',
  ].join('\n');
}

function verdict(name: string, { kind, summary, evidence, nextStep }: Outcome): readonly string[] {
  return [
    '',
    `${markOf(kind)} **${markdownText(name)}: ${kind}.** ${markdownText(summary)}`,
    '',
    ...evidence.map((line) => `- ${markdownText(line)}`),
    ...(nextStep ? ['', `**Next:** ${markdownText(nextStep)}`] : []),
  ];
}

function markOf(kind: OutcomeKind): string {
  if (kind === 'paused') return '⏸️';
  return isGreen(kind) ? '✅' : '❌';
}

function changes(unit: Unit): readonly string[] {
  return [
    '',
    `### ${markdownCode(unit.id)}: ${countText(unit)}`,
    ...unit.dangers.map(danger),
    '',
    ...propertyTable(unit, LIMITS),
    ...(unit.forecast ? forecastList(unit.forecast) : []),
    ...checkTable(unit.checks ?? []),
    ...unit.notes.map((note) => `\n> ${markdownText(note)}`),
  ];
}

function forecastList(forecast: RolloutForecast): readonly string[] {
  return ['', '**Rollout**', '', ...forecastSentences(forecast).map((sentence) => `- ${markdownText(sentence)}`)];
}

function danger({ resource, property, loss, forbidden, allowed }: Danger): string {
  const name = markdownCode(property ? `${resource}.${property}` : resource);
  const consent = allowed ? 'Allowed in cluster.yaml.' : markdownText(forbidden ?? '');
  return `\n> [!CAUTION]\n> ${name}: ${markdownText(loss)} ${consent}`;
}

/** What waits for what. */
function orderSection(units: readonly Unit[]): readonly string[] {
  const graph = dependencyGraph(units);
  return graph.length > 0 ? ['', '### Order', '', ...graph] : [];
}

function spanSection(spans: readonly Span[]): readonly string[] {
  if (spans.length === 0) return [];
  return [
    '',
    '### Timeline',
    '',
    ...ganttMarkdown(spans),
    '',
    '<details><summary>The same as a table</summary>',
    '',
    ...spanTable(spans),
    '',
    '</details>',
  ];
}

function timelineTable(timeline: readonly TimelineEntry[]): readonly string[] {
  if (timeline.length === 0) return [];
  return [
    '',
    '<details><summary>What happened</summary>',
    '',
    '| After | What happened |',
    '|--:|---|',
    ...timeline.map(({ afterMs, text }) => `| ${(afterMs / 1000).toFixed(0)} s | ${markdownText(text.trim())} |`),
    '',
    '</details>',
  ];
}
