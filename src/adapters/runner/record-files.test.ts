import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { aChange, aDanger, aProperty, aRecord, aRecordedUnit, aUnit } from '../../../tests/builders/records.ts';
import { readRunRecords } from './record-files.ts';
import { writeRunRecord } from './run-records.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ecs-gitops-records-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FULL = aRecord({
  units: [
    aRecordedUnit(
      aUnit('service/web/api', [aChange('service', { properties: [aProperty('a', undefined, 'b')] })], {
        dangers: [aDanger('service')],
        checks: [{ subject: 'image', state: 'passed', message: 'is there' }],
      }),
    ),
  ],
});

describe('records of runs', () => {
  test('are read as they were written, below a folder, by name and by pattern', () => {
    const path = writeRunRecord(FULL, { RUNNER_TEMP: folder }) ?? '';
    expect(path).toMatch(/\/ecs-gitops\/provision-plan-prod-[0-9a-f]{8}\.json$/);
    for (const files of [[folder], [path], [join(folder, '*/*.json')], [folder, path]]) {
      expect(readRunRecords(files)).toEqual({ records: [FULL], unreadable: [] });
    }
  });

  test('are none where nothing was left', () => {
    expect(readRunRecords([join(folder, 'missing'), join(folder, '*.json')])).toEqual({ records: [], unreadable: [] });
  });

  test('hold no credential, whoever repeated one', () => {
    const [unit] = FULL.units;
    const outcome = { kind: 'failed', summary: `Error: bad ghs_${'a1B2'.repeat(9)}`, evidence: [] } as const;
    const units = unit ? [{ ...unit, outcome }] : [];
    writeRunRecord({ ...FULL, units }, { RUNNER_TEMP: folder });
    const { records } = readRunRecords([folder]);
    expect(records[0]?.units[0]?.outcome.summary).toBe('Error: bad ***');
  });

  test('have names that are paths of no other folder', () => {
    const path = writeRunRecord({ ...FULL, cluster: '../../x y' }, { RUNNER_TEMP: folder }) ?? '';
    expect(path).toMatch(/\/ecs-gitops\/provision-plan-_x_y-[0-9a-f]{8}\.json$/);
  });

  test.each<[string, string, RegExp]>([
    ['no JSON', '{', /is not JSON/],
    ['of another version', JSON.stringify({ ...FULL, version: 2 }), /is not a record of a run: version/],
    ['of another form', JSON.stringify({ ...FULL, units: [{ name: 'x' }] }), /units\.0\.outcome/],
    ['a list', '[]', /is not a record/],
  ])('are refused by name where they are %s', (_, text, reason) => {
    mkdirSync(join(folder, 'a'));
    writeFileSync(join(folder, 'a/b.json'), text);
    expect(readRunRecords([folder])).toEqual({ records: [], unreadable: [expect.stringMatching(reason)] });
  });
});
