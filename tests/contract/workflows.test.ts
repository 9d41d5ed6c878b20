import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

const FOLDER = new URL('../../.github/workflows/', import.meta.url);
const workflows = readdirSync(FOLDER).map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')] as const);

describe.each(workflows)('workflow %s', (_, text) => {
  const workflow = parse(text);

  test('grants nothing at the top', () => {
    expect(workflow.permissions).toEqual({});
  });

  test('pins every third-party action by commit', () => {
    const unpinned = [...text.matchAll(/uses:\s*(\S+)/g)]
      .map(([, action = '']) => action)
      .filter((action) => !action.startsWith('./') && !/@[0-9a-f]{40}$/.test(action));
    expect(unpinned).toEqual([]);
  });

  test('puts nothing from an event into a script', () => {
    const steps = Object.values<{ steps?: { run?: string }[] }>(workflow.jobs).flatMap((job) => job.steps ?? []);
    expect(steps.filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
  });

  test('has a time limit on every job', () => {
    const jobs = Object.values<{ 'timeout-minutes'?: number; uses?: string }>(workflow.jobs);
    expect(jobs.filter((job) => !job.uses && job['timeout-minutes'] === undefined)).toEqual([]);
  });
});
