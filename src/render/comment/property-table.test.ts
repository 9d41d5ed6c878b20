import { describe, expect, test } from '@jest/globals';
import { aChange, aProperty } from '../../../tests/builders/records.ts';
import type { Change } from '../../model/plan.ts';
import { propertyTable } from './property-table.ts';

const LIMITS = { longestValue: 160, mostRows: 60 };
const stackTable = (...changes: readonly Change[]) => propertyTable({ kind: 'stack', changes }, LIMITS);
const columns = (head: string | undefined) => head?.split('|').map((cell) => cell.trim());

describe('the table of changes', () => {
  test.each([
    ['what is deleted', { action: 'remove' }, '🗑️', '**deleted**'],
    ['what leaves the stack and stays', { action: 'remove', isKept: true }, '📤', 'leaves the stack, **kept**'],
    ['what is replaced and stays', { action: 'replace', isKept: true }, '🔁', '**replaced**, the old one is kept'],
    ['what is deleted later', { action: 'remove', isLater: true }, '🗑️', '**deleted** later, **not by this merge**'],
    ['what is created', { action: 'add' }, '➕', 'created'],
    [
      'what somebody has deleted',
      { action: 'add', isMadeAgain: true },
      '➕',
      '**created again** (was deleted by hand)',
    ],
  ] as const)('tells %s', (_case, change, glyph, effect) => {
    const row = stackTable(aChange('LogGroup', change)).at(-1) ?? '';
    expect(row).toMatch(new RegExp(`^\\| ${glyph} `));
    expect(row).toContain(`| ${effect} |`);
  });

  test('calls what was there before by what it is: of a stack the last deployed value, of a service the live one', () => {
    const changes = [aChange('service', { properties: [aProperty('desiredCount', '2', '3')] })];
    expect(columns(stackTable(...changes)[0])).toContain('Last deployed');
    expect(columns(propertyTable({ kind: 'service', changes }, LIMITS)[0])).not.toContain('Last deployed');
    expect(columns(propertyTable({ kind: 'service', changes }, LIMITS)[0])).toContain('Live now');
  });

  test('shows the place where long values differ', () => {
    const long = 'x'.repeat(400);
    const change = aChange('service', { properties: [aProperty('command', `${long} --safe`, `${long} --delete-all`)] });
    expect(stackTable(change).at(-1)).toMatch(/--safe.*--delete-all/);
  });
});
