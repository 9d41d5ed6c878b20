import { renderComment } from './comment/comment.ts';
import type { Report } from './comment/report.ts';
import { targetsOf } from './comment/targets.ts';
import { dependencyGraph } from './dependency-graph.ts';
import { ganttMarkdown } from './gantt.ts';
import { spanTable } from './span-table.ts';

/** A summary holds 1 MiB; charts and what is not of one byte take the rest. */
const LIMIT = 600_000;

/** The job summary of a report: all that the comment says, unabridged, what waits for what, and what took how long. */
export function reportSummary(report: Report): string {
  const [, ...lines] = renderComment(report, { limit: LIMIT }).body.split('\n');
  const units = targetsOf(report.records).flatMap((target) => target.units.flatMap(({ plan }) => plan ?? []));
  const spans = report.records.flatMap((record) => record.spans);
  const graph = dependencyGraph(units);
  return [
    ...lines,
    ...(graph.length > 0 ? ['', '### Order', '', ...graph] : []),
    ...(spans.length > 0 ? ['', '### Timeline', '', ...ganttMarkdown(spans), '', ...spanTable(spans)] : []),
    '',
  ].join('\n');
}
