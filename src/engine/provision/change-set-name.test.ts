import { describe, expect, test } from '@jest/globals';
import { instantClock } from '../../../tests/fakes/clock.ts';
import { changeSetName, isLeftBehind } from './change-set-name.ts';

const MINUTE_MS = 60_000;

describe('a change set', () => {
  test.each([
    ['of a plan is needed for some minutes', 'plan', 9, false],
    ['of a plan is left behind after that', 'plan', 11, true],
    ['of an apply is needed until its time is up', 'apply', 59, false],
    ['of an apply is left behind after that', 'apply', 61, true],
  ] as const)('%s', (_case, mode, minutes, expected) => {
    const clock = instantClock();
    const name = changeSetName({ mode, deadline: clock.now() + 60 * MINUTE_MS, clock });
    expect(isLeftBehind(name, { now: () => clock.now() + minutes * MINUTE_MS })).toBe(expected);
  });

  test.each(['ecs-gitops-', 'ecs-gitops-?', 'ecs-gitops-killed'])('named %s is left behind', (name) => {
    expect(isLeftBehind(name, instantClock())).toBe(true);
  });

  test('has a name that CloudFormation takes', () => {
    const clock = instantClock();
    expect(changeSetName({ mode: 'plan', deadline: clock.now() + 0.5, clock })).toMatch(/^[a-z][-a-z0-9]{0,127}$/);
  });
});
