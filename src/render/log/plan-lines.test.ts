import { expect, test } from '@jest/globals';
import { aChange, aUnit } from '../../../tests/builders/records.ts';
import { planLines } from './plan-lines.ts';

test('a line of the plan says what was deployed where somebody has changed the value by hand', () => {
  const value = (text: string) => ({ kind: 'value', text }) as const;
  const properties = [
    { path: 'Port', before: value('80'), after: value('81') },
    { path: 'Path', before: value('/'), live: value('/by-hand'), after: value('/') },
    { path: 'Tags', before: { kind: 'withheld' }, after: { kind: 'withheld' } } as const,
  ];
  expect(planLines([aUnit('stack/web', [aChange('Rule', { properties })])]).slice(2)).toEqual([
    '      Port: 80 → 81',
    '      Path: /by-hand (by hand; deployed: /) → /',
    '      Tags: (not shown by CloudFormation) → (not shown by CloudFormation)',
  ]);
});
