import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Emulator } from '../../emulator/emulator.ts';
import { startEmulator } from '../../emulator/emulator.ts';
import { adapterOperations } from './adapter-operations.ts';
import { DOCUMENTED_DIFFERENCES } from './documented-differences.ts';
import type { Verdict } from './judgement.ts';
import { judge } from './judgement.ts';
import type { Witness } from './observation.ts';
import { SCRIPT } from './script/script.ts';
import { rowOf } from './step.ts';
import { askPackages } from './witnesses/witnesses.ts';

const defects: unknown[] = [];
let emulator: Emulator;
let verdicts: readonly Verdict[] = [];

beforeAll(async () => {
  emulator = await startEmulator({ driver: 'none', scale: 60, onDefect: (error) => void defects.push(error) });
  verdicts = judge((await askPackages(emulator)).observations, DOCUMENTED_DIFFERENCES);
}, 90_000);
afterAll(() => emulator.stop());

const rowsOf = (witness: Witness): readonly string[] =>
  verdicts.filter((verdict) => verdict.witness === witness).map(({ row }) => row);

test('the SDK and the published schemas find nothing that is not documented', () => {
  expect(verdicts.filter(({ undocumented }) => undocumented.length > 0)).toEqual([]);
  expect(defects).toEqual([]);
});

test('every operation that the adapters call is called by the script, so by every client', () => {
  const called = new Set(SCRIPT.map(rowOf));
  expect(adapterOperations().filter((operation) => !called.has(operation))).toEqual([]);
});

test('the table has every operation that the adapters call, and every resource type', () => {
  expect(adapterOperations().length).toBeGreaterThan(40);
  expect(rowsOf('SDK')).toEqual(expect.arrayContaining([...adapterOperations()]));
  expect(rowsOf('service-spec')).toEqual(expect.arrayContaining(['AWS::ECS::Cluster', 'AWS::IAM::Role']));
});
