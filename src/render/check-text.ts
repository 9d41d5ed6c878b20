import type { PreflightCheck } from '../model/plan.ts';
import { positionText } from '../model/source.ts';
import { counted } from '../model/text.ts';
import { markdownText } from './text.ts';

const SIGNS = { failed: '✗', warning: '⚠', unchecked: '?', passed: '✓' } as const;
/** What needs a reader's eye comes first. */
const ORDER = ['failed', 'warning', 'unchecked', 'passed'] as const;

/** One line each of what needs an eye; what passed is counted. */
export function checkLines(checks: readonly PreflightCheck[]): readonly string[] {
  if (checks.length === 0) return [];
  const lines = sorted(checks)
    .filter(({ state }) => state !== 'passed')
    .map(
      ({ state, subject, message, at }) => `${SIGNS[state]} ${subject}: ${message}${at ? `  ${positionText(at)}` : ''}`,
    );
  return [countText(checks), ...lines];
}

/** A table of all checks. */
export function checkTable(checks: readonly PreflightCheck[]): readonly string[] {
  if (checks.length === 0) return [];
  return [
    '',
    `**Looked up beforehand:** ${countText(checks)}`,
    '',
    '| | What | |',
    '|---|---|---|',
    ...sorted(checks).map(
      ({ state, subject, message }) =>
        `| ${SIGNS[state]} ${state} | ${markdownText(subject)} | ${markdownText(message)} |`,
    ),
  ];
}

function sorted(checks: readonly PreflightCheck[]): readonly PreflightCheck[] {
  return checks.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

/** `1 failed, 3 passed of 4 checks` without what does not occur. */
function countText(checks: readonly PreflightCheck[]): string {
  const counts = ORDER.map((state) => [checks.filter((check) => check.state === state).length, state] as const);
  const parts = counts.filter(([count]) => count > 0).map(([count, state]) => `${count} ${state}`);
  return `${parts.join(', ')} of ${counted(checks.length, 'check')}`;
}
