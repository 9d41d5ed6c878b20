import { renderComment } from '../comment/comment.ts';
import type { Report } from '../comment/report.ts';
import { targetsOf } from '../comment/targets.ts';
import { dependencyGraph } from '../dependency-graph.ts';
import { ganttMarkdown } from '../timeline/gantt.ts';
import { spanTable } from '../timeline/span-table.ts';

/** A summary holds 1 MiB; charts take the rest. */
const LARGEST_BYTES = 900_000;

/** The job summary of a report: all that the comment says, unabridged, what waits for what, and what took how long. */
export function reportSummary(report: Report): string {
  const [, ...lines] = renderWithin(report, LARGEST_BYTES).split('\n');
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

/** A character takes up to three bytes, so that the first try may be too long. */
function renderWithin(report: Report, limit: number): string {
  const { body } = renderComment(report, { limit });
  return Buffer.byteLength(body) <= LARGEST_BYTES ? body : renderComment(report, { limit: Math.floor(limit / 3) }).body;
}
