import type { Span } from '../../model/span.ts';

/** What Mermaid takes at most; beyond it a reader sees an error instead of a chart. */
const LIMIT = 50_000;

const HEAD = ['gantt', '  dateFormat x', '  axisFormat %H:%M:%S', '  todayMarker off'];
const MARKS: Readonly<Record<Span['mark'], string>> = { done: 'done, ', failed: 'crit, ', 'going-on': 'active, ' };

/**
 * A Mermaid chart of spans, as Markdown; the last ones are left out where it would grow too large. Empty without spans.
 */
export function ganttMarkdown(spans: readonly Span[]): readonly string[] {
  if (spans.length === 0) return [];
  const lines = [...HEAD];
  let size = lines.join('\n').length;
  let section: string | undefined;
  let shown = 0;
  for (const span of spans) {
    const fresh = [...(span.section === section ? [] : [`  section ${chartText(span.section)}`]), barOf(span)];
    size += fresh.join('\n').length + 1;
    if (size > LIMIT) break;
    lines.push(...fresh);
    section = span.section;
    shown += 1;
  }
  const left = spans.length - shown;
  return [
    '```mermaid',
    ...lines,
    '```',
    ...(left > 0 ? ['', `${left} more did not fit into the chart; the table has them.`] : []),
  ];
}

function barOf({ label, mark, startMs, endMs }: Span): string {
  // Without any length Mermaid would not draw it.
  const [start, end] = [Math.round(startMs), Math.max(Math.round(endMs), Math.round(startMs) + 1)];
  return `  ${chartText(label)} :${MARKS[mark]}${start}, ${end}`;
}

/** Words that Mermaid takes for a statement of its own at the start of a line. */
const STATEMENTS =
  /^(gantt|title|section|dateFormat|axisFormat|tickInterval|excludes|includes|inclusiveEndDates|topAxis|todayMarker|weekday|weekend|acc(Title|Descr)|click|call|href|vert)/i;

/**
 * Text in which nothing is Mermaid's: letters, digits and a few signs; `:`, `;`, `#`, `%`, quotes and brackets all mean
 * something.
 */
export function chartText(text: string): string {
  const plain = text
    .replace(/[^\p{L}\p{N} ._/()+-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return STATEMENTS.test(plain) || plain === '' ? `- ${plain}`.trim() : plain;
}
