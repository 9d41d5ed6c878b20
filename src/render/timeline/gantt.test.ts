import { describe, expect, test } from '@jest/globals';
import type { Span } from '../../model/span.ts';
import { ganttMarkdown } from './gantt.ts';
import { spanTable } from './span-table.ts';

function span(overrides: Partial<Span> = {}): Span {
  return { section: 'Tasks', label: 'task a', startMs: 1_000, endMs: 2_500, mark: 'done', ...overrides };
}

describe('the chart', () => {
  test('has a bar for each span, under its section', () => {
    const spans = [
      span({ section: 'Run', label: 'Deploy' }),
      span({ label: 'task a of sample:2 starts' }),
      span({ label: 'task a of sample:2 runs', startMs: 2_500, endMs: 2_500, mark: 'going-on' }),
      span({ label: 'task b', mark: 'failed' }),
    ];
    expect(ganttMarkdown(spans)).toEqual([
      '```mermaid',
      'gantt',
      '  dateFormat x',
      '  axisFormat %H:%M:%S',
      '  todayMarker off',
      '  section Run',
      '  Deploy :done, 1000, 2500',
      '  section Tasks',
      '  task a of sample 2 starts :done, 1000, 2500',
      '  task a of sample 2 runs :active, 2500, 2501',
      '  task b :crit, 1000, 2500',
      '```',
    ]);
  });

  test('is absent without spans', () => {
    expect(ganttMarkdown([])).toEqual([]);
  });

  test.each([
    ['ends of lines and fences', 'a\n```\nclick b', 'a click b'],
    ["Mermaid's own signs", 'a:b;c#d%%{init: {}}%%,"e"<img src=x>', 'a b c d init e img src x'],
    ['statements', 'title x', '- title x'],
    ['nothing', '', '-'],
    ['other scripts', 'サービス 1', 'サービス 1'],
    ['long names', 'x'.repeat(200), 'x'.repeat(80)],
  ])('is not broken by %s', (_, label, expected) => {
    expect(ganttMarkdown([span({ label, section: label })]).slice(5, 7)).toEqual([
      `  section ${expected}`,
      `  ${expected} :done, 1000, 2500`,
    ]);
  });

  test('stays within what Mermaid takes and says what is missing', () => {
    const lines = ganttMarkdown(
      Array.from({ length: 2_000 }, (_, index) => span({ label: `task ${index} of sample` })),
    );
    expect(lines.join('\n').length).toBeLessThan(50_100);
    expect(lines.slice(1, lines.indexOf('```')).join('\n').length).toBeLessThanOrEqual(50_000);
    expect(lines.at(-1)).toMatch(/^\d+ more did not fit into the chart; the table has them\.$/);
  });
});

test('the table holds the same, in UTC', () => {
  expect(spanTable([span({ label: 'task | a', mark: 'failed' }), span({ mark: 'going-on', endMs: 61_000 })])).toEqual([
    '| | What | From (UTC) | To (UTC) | Took |',
    '|---|---|--:|--:|--:|',
    '| Tasks | task \\| a ❌ | 00:00:01 | 00:00:02 | 1.5 s |',
    '| Tasks | task a | 00:00:01 | still running | 60.0 s |',
  ]);
});
