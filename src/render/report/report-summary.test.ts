import { describe, expect, test } from '@jest/globals';
import { aChange, aProperty, aRecord, aRecordedUnit, aUnit } from '../../../tests/builders/records.ts';
import type { Unit } from '../../model/plan.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { reportSummary } from './report-summary.ts';

const context = {
  folder: 'config',
  head: 'a'.repeat(40),
  base: 'b'.repeat(40),
  runId: 1,
  runAttempt: 1,
  runUrl: 'https://x.example',
};
const stack = aUnit('stack/prod', [aChange('Group')]);
const service = aUnit('service/prod/a"]; click n0 x', [aChange('service')], { needs: ['stack/prod', 'stack/gone'] });

function summary(units: readonly Unit[], overrides: Partial<RunRecord> = {}): string {
  const records = [aRecord({ units: units.map((unit) => aRecordedUnit(unit)), ...overrides })];
  return reportSummary({ state: 'ready', phase: 'plan', records, context });
}

describe('the summary of a report', () => {
  test('begins with the verdict and shows what waits for what, in a chart that nothing breaks', () => {
    const text = summary([stack, service]);
    expect(text).toMatch(/^## ✅ ECS plan: 1 stack changes, 1 service changes/);
    expect(text).toContain(
      '```mermaid\nflowchart LR\n  n0["stack/prod"]\n  n1["service/prod/a click n0 x"]\n  n0 --> n1\n```',
    );
  });

  test('shows what of a rollout took how long', () => {
    const span = { section: 'Tasks', label: 'task 1 starts', startMs: 0, endMs: 5_000, mark: 'done' } as const;
    expect(summary([stack], { spans: [span] })).toMatch(/### Timeline\n\n```mermaid\ngantt/);
    expect(summary([stack])).not.toMatch(/Timeline|flowchart/);
  });

  test('holds far more than a comment, and no more than GitHub takes', () => {
    const properties = Array.from({ length: 50 }, (_, index) =>
      aProperty(`p${index}`, '€'.repeat(150), '€'.repeat(150)),
    );
    const units = Array.from({ length: 200 }, (_, index) =>
      aUnit(`stack/s${index}`, [aChange('Group', { properties })]),
    );
    const text = summary(units);
    expect(text.length).toBeGreaterThan(100_000);
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
  });
});
