import type { Span } from '../../model/span.ts';
import { clockTime } from '../log/event-lines.ts';
import { markdownText } from '../text.ts';

/** A gantt chart's spans as a table, in UTC. Empty without spans. */
export function spanTable(spans: readonly Span[]): readonly string[] {
  if (spans.length === 0) return [];
  return ['| | What | From (UTC) | To (UTC) | Took |', '|---|---|--:|--:|--:|', ...spans.map(row)];
}

function row({ section, label, startMs, endMs, mark }: Span): string {
  const seconds = ((endMs - startMs) / 1000).toFixed(1);
  const to = mark === 'going-on' ? 'still running' : clockTime(endMs);
  return `| ${markdownText(section)} | ${markdownText(label)}${mark === 'failed' ? ' ❌' : ''} | ${clockTime(startMs)} | ${to} | ${seconds} s |`;
}
