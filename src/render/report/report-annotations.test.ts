import { expect, test } from '@jest/globals';
import { aChange, aDanger, aRecord, aRecordedUnit, aUnit } from '../../../tests/builders/records.ts';
import { reportAnnotations } from './report-annotations.ts';

const at = { file: 'config/prod/cluster.yaml', line: 3, column: 1 };

test('dangers are annotated at their lines, and what GitHub would drop is counted', () => {
  const names = Array.from({ length: 12 }, (_, index) => `Group${index}`);
  const unit = aUnit('stack/prod', [aChange('Group0', { at })], { dangers: names.map((name) => aDanger(name)) });
  const lines = reportAnnotations([aRecord({ units: [aRecordedUnit(unit)] })]);
  expect(lines.length).toBe(10);
  expect(lines[0]).toMatch(/^::error file=config\/prod\/cluster.yaml,line=3,col=1,title=ECS plan::Group0: /);
  expect(lines[9]).toMatch(/::3 more/);
});

test('a danger that config consents to is a warning', () => {
  const unit = aUnit('stack/prod', [aChange('Group')], { dangers: [aDanger('Group', { allowed: true })] });
  expect(reportAnnotations([aRecord({ units: [aRecordedUnit(unit)] })])).toEqual([
    expect.stringMatching(/^::warning /),
  ]);
});

test('what AWS refused is annotated at the line of config that caused it, what ended well is not', () => {
  const outcome = { summary: 'CloudFormation refuses the change: no such protocol', evidence: [], at };
  const units = [
    { name: 'stack/prod', outcome: { ...outcome, kind: 'failed' as const } },
    { name: 'stack/other', outcome: { ...outcome, kind: 'deployed' as const } },
  ];
  expect(reportAnnotations([aRecord({ units })])).toEqual([
    '::error file=config/prod/cluster.yaml,line=3,col=1,title=ECS plan::stack/prod: CloudFormation refuses the change: no such protocol',
  ]);
});
