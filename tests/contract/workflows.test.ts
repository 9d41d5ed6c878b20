import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { Job, Step, Workflow } from '../workflows/workflow-file.ts';

const FOLDER = new URL('../../.github/workflows/', import.meta.url);
const workflows = readdirSync(FOLDER).map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')] as const);

const jobsOf = ({ jobs }: Workflow): readonly Job[] => Object.values(jobs);
const stepsOf = (workflow: Workflow): readonly Step[] => jobsOf(workflow).flatMap(({ steps = [] }) => steps);

describe.each(workflows)('workflow %s', (_, text) => {
  const workflow: Workflow = parse(text);

  test('grants nothing at the top', () => {
    expect(workflow.permissions).toEqual({});
  });

  test('pins every third-party action by commit', () => {
    const used = [...jobsOf(workflow), ...stepsOf(workflow)].flatMap(({ uses }) => uses ?? []);
    expect(used.filter((action) => !action.startsWith('./') && !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
  });

  test('puts nothing from an event into a script', () => {
    expect(stepsOf(workflow).filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
  });

  test('has a time limit on every job', () => {
    expect(jobsOf(workflow).filter((job) => !job.uses && job['timeout-minutes'] === undefined)).toEqual([]);
  });
});
