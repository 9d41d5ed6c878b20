import { describe, expect, test } from '@jest/globals';
import type { TaskHealth } from './health.ts';
import { decideRolling } from './rolling.ts';
import { boundsOf, type ServiceSnapshot, type TaskView } from './snapshot.ts';

const HEALTH: Record<string, TaskHealth> = {
  ok: { kind: 'healthy' },
  wait: { kind: 'waiting' },
  bad: { kind: 'unhealthy', cause: { kind: 'container' } },
};

/** `new:ok` is a healthy task of the primary deployment, `old:wait@leaving` one of another on a DRAINING instance. */
function tasks(text: string): TaskView[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((word, index) => {
      const [kind = '', leaving] = word.split('@');
      const [deployment = '', health = ''] = kind.split(':');
      return {
        id: `${word}#${index}`,
        deploymentId: deployment,
        health: HEALTH[health] as TaskHealth,
        leaving: leaving !== undefined,
        instanceId: `i-${index}`,
        zone: index % 2 === 0 ? 'a' : 'c',
        createdAt: index,
      };
    });
}

interface Situation {
  readonly desired: number;
  readonly percents: readonly [number, number];
  readonly tasks: string;
  readonly state?: ServiceSnapshot['primary']['rolloutState'];
  readonly stopping?: number;
}

function decide({ desired, percents: [min, max], tasks: text, state = 'IN_PROGRESS', stopping = 0 }: Situation) {
  const { start, replacements, stop, stuck } = decideRolling({
    desiredCount: desired,
    bounds: boundsOf(desired, min, max),
    primary: { id: 'new', rolloutState: state },
    revisions: [],
    tasks: tasks(text),
    stopping,
  });
  return { start, replacements, stuck, stop: stop.map(({ taskId, cause }) => `${cause} ${taskId}`) };
}

describe('a rolling deployment', () => {
  test.each<[string, Situation, object]>([
    [
      'starts all new tasks first where maximum percent has room',
      { desired: 2, percents: [100, 200], tasks: 'old:ok old:ok' },
      { start: 2, stop: [] },
    ],
    [
      'waits while the new tasks are not healthy',
      { desired: 2, percents: [100, 200], tasks: 'old:ok old:ok new:wait new:wait' },
      { start: 0, stop: [], stuck: false },
    ],
    [
      'stops one old task for each new one that is healthy beyond the floor',
      { desired: 2, percents: [100, 200], tasks: 'old:ok old:ok new:ok new:wait' },
      { start: 0, stop: ['scaling old:ok#0'] },
    ],
    [
      'stops all old tasks when all new ones are healthy',
      { desired: 2, percents: [100, 200], tasks: 'old:ok old:ok new:ok new:ok' },
      { stop: ['scaling old:ok#0', 'scaling old:ok#1'] },
    ],
    [
      'goes in waves where maximum percent has room for one',
      { desired: 2, percents: [100, 150], tasks: 'old:ok old:ok' },
      { start: 1, stop: [] },
    ],
    [
      'stops first where only minimum percent gives room',
      { desired: 2, percents: [50, 100], tasks: 'old:ok old:ok' },
      { start: 0, stop: ['scaling old:ok#0'] },
    ],
    [
      'starts and stops at once where both give room',
      { desired: 2, percents: [50, 200], tasks: 'old:ok old:ok' },
      { start: 2, stop: ['scaling old:ok#0'] },
    ],
    [
      'takes everything down where minimum percent is 0',
      { desired: 1, percents: [0, 100], tasks: 'old:ok' },
      { start: 0, stop: ['scaling old:ok#0'] },
    ],
    [
      'is stuck where rounding leaves no move',
      { desired: 2, percents: [100, 125], tasks: 'old:ok old:ok' },
      { start: 0, stop: [], stuck: true },
    ],
    [
      'is not stuck while a task is on its way out',
      { desired: 2, percents: [100, 125], tasks: 'old:ok old:ok', stopping: 1 },
      { stuck: false },
    ],
    [
      'stops old tasks that are not healthy at once, since they do not count',
      { desired: 2, percents: [100, 200], tasks: 'old:ok old:ok old:wait old:bad new:wait' },
      { stop: ['scaling old:wait#2', 'unhealthy old:bad#3'] },
    ],
    [
      'stops unhealthy new tasks at once, and replaces them as far as there is room',
      { desired: 2, percents: [100, 200], tasks: 'old:ok old:ok new:bad new:bad' },
      { start: 0, stop: ['unhealthy new:bad#2', 'unhealthy new:bad#3'] },
    ],
    [
      'counts the latest desired count',
      { desired: 3, percents: [100, 200], tasks: 'old:ok old:ok new:ok new:ok' },
      { start: 1, stop: ['scaling old:ok#0'] },
    ],
    [
      'starts and stops nothing once it has failed with nothing to return to',
      { desired: 2, percents: [100, 200], tasks: 'old:ok old:ok new:bad', state: 'FAILED' },
      { start: 0, stop: [], stuck: false },
    ],
    [
      'stops everything once it has failed and nothing is wanted any more',
      { desired: 0, percents: [100, 200], tasks: 'old:ok new:bad new:ok', state: 'FAILED' },
      { start: 0, stop: ['scaling new:ok#2', 'scaling old:ok#0', 'unhealthy new:bad#1'] },
    ],
  ])('%s', (_, situation, expected) => {
    expect(decide(situation)).toMatchObject(expected);
  });
});

describe('a service with no deployment under way', () => {
  test.each<[string, Omit<Situation, 'state'>, object]>([
    [
      'replaces a task that is gone',
      { desired: 2, percents: [100, 200], tasks: 'new:ok' },
      { start: 1, replacements: 0, stop: [] },
    ],
    [
      'starts the replacement of an unhealthy task before it stops that',
      { desired: 2, percents: [100, 200], tasks: 'new:ok new:bad' },
      { start: 1, replacements: 1, stop: [] },
    ],
    [
      'keeps an unhealthy task until the replacement is healthy',
      { desired: 2, percents: [100, 200], tasks: 'new:ok new:bad new:wait' },
      { start: 0, stop: [] },
    ],
    [
      'stops it then',
      { desired: 2, percents: [100, 200], tasks: 'new:ok new:bad new:ok' },
      { start: 0, stop: ['unhealthy new:bad#1'] },
    ],
    [
      'stops one of both where the replacement is unhealthy too',
      { desired: 2, percents: [100, 150], tasks: 'new:ok new:bad new:bad' },
      { stop: ['unhealthy new:bad#1'] },
    ],
    [
      'stops unhealthy tasks one by one where maximum percent has no room',
      { desired: 2, percents: [50, 100], tasks: 'new:bad new:bad' },
      { start: 0, stop: ['unhealthy new:bad#0'] },
    ],
    ['scales out', { desired: 4, percents: [100, 200], tasks: 'new:ok new:ok' }, { start: 2, stop: [] }],
    [
      'scales in where most tasks of a zone are',
      { desired: 2, percents: [100, 200], tasks: 'new:ok new:ok new:ok' },
      { start: 0, stop: ['scaling new:ok#2'] },
    ],
    [
      'starts replacements for tasks whose instance drains',
      { desired: 2, percents: [100, 200], tasks: 'new:ok new:ok@leaving' },
      { start: 1, replacements: 0, stop: [] },
    ],
    [
      'stops a pending task whose instance drains at once',
      { desired: 2, percents: [100, 200], tasks: 'new:ok new:wait@leaving' },
      { start: 1, stop: ['scaling new:wait@leaving#1'] },
    ],
    [
      'lets a draining instance go when the replacement is healthy',
      { desired: 2, percents: [100, 200], tasks: 'new:ok new:ok@leaving new:ok' },
      { start: 0, stop: ['scaling new:ok@leaving#1'] },
    ],
    [
      'does nothing about a service that is as it should be',
      { desired: 2, percents: [100, 200], tasks: 'new:ok new:ok' },
      { start: 0, stop: [], stuck: false },
    ],
  ])('%s', (_, situation, expected) => {
    expect(decide({ ...situation, state: 'COMPLETED' })).toMatchObject(expected);
  });
});

describe('minimum percent rounds up, maximum percent down', () => {
  test.each([
    [2, 100, 200, 2, 4],
    [2, 100, 125, 2, 2],
    [3, 50, 150, 2, 4],
    [1, 0, 100, 0, 1],
    [0, 100, 200, 0, 0],
  ])('%i tasks at %i/%i %%: %i to %i', (desired, minimum, maximum, floor, ceiling) => {
    expect(boundsOf(desired, minimum, maximum)).toEqual({ floor, ceiling });
  });
});
