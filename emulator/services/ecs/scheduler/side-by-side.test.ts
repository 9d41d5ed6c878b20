import { expect, test } from '@jest/globals';
import type { TaskHealth } from './health.ts';
import { decideSideBySide } from './side-by-side.ts';
import { boundsOf, type Revision, type TaskView } from './snapshot.ts';

const HEALTH: Record<string, TaskHealth> = {
  ok: { kind: 'healthy' },
  wait: { kind: 'waiting' },
  bad: { kind: 'unhealthy', cause: { kind: 'container' } },
};
const BLUE: Revision = { id: 'blue', wanted: true, settled: true };
const GREEN: Revision = { id: 'green', wanted: true, settled: false };

const tasks = (text: string): TaskView[] =>
  text.split(' ').map((word, index) => {
    const [deploymentId = '', health = ''] = word.split(':');
    return {
      ...{ id: `${word}#${index}`, deploymentId, health: HEALTH[health] as TaskHealth, leaving: false },
      ...{ instanceId: `i-${index}`, zone: 'a', createdAt: index },
    };
  });

/** Such as `green+2 blue-1`: what is to be started and stopped of each revision; without what stays as it is. */
function decide(
  revisions: readonly Revision[],
  text: string,
  { desired = 2, state = 'IN_PROGRESS' as 'IN_PROGRESS' | 'FAILED' } = {},
): string {
  const decisions = decideSideBySide({
    desiredCount: desired,
    bounds: boundsOf(desired, 100, 200),
    primary: { id: 'green', rolloutState: state },
    revisions,
    tasks: tasks(text),
    stopping: 0,
  });
  return [...decisions]
    .flatMap(([id, { start, stop }]) => [
      ...(start > 0 ? [`${id}+${start}`] : []),
      ...(stop.length > 0 ? [`${id}-${stop.length}`] : []),
    ])
    .join(' ');
}

test.each([
  ['green starts beside blue, which stays', [BLUE, GREEN], 'blue:ok blue:ok', 'green+2'],
  ['green waits until it is wanted', [BLUE, { ...GREEN, wanted: false }], 'blue:ok blue:ok', ''],
  ['both stay while both are wanted', [BLUE, GREEN], 'blue:ok blue:ok green:ok green:ok', ''],
  [
    'blue goes when it is no longer wanted',
    [{ ...BLUE, wanted: false }, GREEN],
    'blue:ok blue:ok green:ok green:ok',
    'blue-2',
  ],
  ['what nobody knows goes', [BLUE, GREEN], 'blue:ok blue:ok green:ok green:ok red:ok', 'red-1'],
  ['a task of blue that is gone is replaced by blue', [BLUE, GREEN], 'blue:ok green:ok green:ok', 'blue+1'],
  ['an unhealthy one of blue has its replacement first', [BLUE, GREEN], 'blue:ok blue:bad green:ok green:ok', 'blue+1'],
  ['an unhealthy one of green goes at once', [BLUE, GREEN], 'blue:ok blue:ok green:ok green:bad', 'green+1 green-1'],
])('%s', (_, revisions, text, expected) => {
  expect(decide(revisions, text)).toBe(expected);
});

test('what failed with nothing to return to is left as it is, unless nothing is wanted any more', () => {
  expect(decide([GREEN], 'green:ok green:bad', { state: 'FAILED' })).toBe('');
  expect(decide([GREEN], 'green:ok green:bad', { state: 'FAILED', desired: 0 })).toBe('green-2');
});
