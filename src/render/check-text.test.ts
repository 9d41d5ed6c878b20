import { expect, test } from '@jest/globals';
import type { PreflightCheck } from '../model/plan.ts';
import { checkLines, checkTable } from './check-text.ts';

const AT = { file: 'config/shop/services/api/task-definition.yaml', line: 4, column: 12 };
const CHECKS: readonly PreflightCheck[] = [
  { subject: 'task role app', state: 'passed', message: 'It trusts ecs-tasks.amazonaws.com.' },
  { subject: 'image nginx:1', state: 'unchecked', message: 'Not looked up: Docker Hub is not asked.' },
  { subject: 'secret DB of app', state: 'failed', message: 'There is no such secret.', at: AT },
  { subject: 'certificate 1', state: 'warning', message: 'It ends on 2026-12-01.' },
];

test('the log counts what passed, and has what needs an eye first, with where it stands', () => {
  expect(checkLines(CHECKS)).toEqual([
    '1 failed, 1 warning, 1 unchecked, 1 passed of 4 checks',
    '✗ secret DB of app: There is no such secret.  config/shop/services/api/task-definition.yaml:4:12',
    '⚠ certificate 1: It ends on 2026-12-01.',
    '? image nginx:1: Not looked up: Docker Hub is not asked.',
  ]);
});

test('the summary has all of them, escaped', () => {
  const hostile = { subject: 'image a|b`<img>', state: 'failed', message: '@everyone' } as const;
  const table = checkTable([...CHECKS, hostile]);
  expect(table).toHaveLength(5 + CHECKS.length + 1);
  expect(table.join('\n')).not.toMatch(/<img>|@everyone|a\|b/);
});

test('nothing is said where nothing was looked up', () => {
  expect([...checkLines([]), ...checkTable([])]).toEqual([]);
});
