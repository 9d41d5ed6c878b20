import { expect, test } from '@jest/globals';
import { chooseScaleIn } from './scale-in.ts';
import type { TaskView } from './snapshot.ts';

const task = (id: string, zone: string, instanceId: string, kind: 'healthy' | 'waiting' = 'healthy'): TaskView => ({
  id,
  zone,
  instanceId,
  deploymentId: 'd',
  health: { kind },
  leaving: false,
  createdAt: Number(id),
});
const chosen = (tasks: TaskView[], count: number): string[] => chooseScaleIn(tasks, count).map(({ id }) => id);

test('takes from the zone that has most', () => {
  expect(chosen([task('1', 'a', 'x'), task('2', 'c', 'y'), task('3', 'c', 'z')], 1)).toEqual(['3']);
});

test('takes from the instance that has most within equal zones', () => {
  const tasks = [
    task('1', 'a', 'x'),
    task('2', 'a', 'x'),
    task('3', 'a', 'y'),
    task('4', 'c', 'z'),
    task('5', 'c', 'w'),
    task('6', 'c', 'v'),
  ];
  expect(chosen(tasks, 1)).toEqual(['2']);
});

test('counts anew after each choice', () => {
  const tasks = [task('1', 'a', 'x'), task('2', 'a', 'y'), task('3', 'c', 'z'), task('4', 'c', 'w')];
  expect(chosen(tasks, 2)).toEqual(['4', '2']);
});

test('takes what is not healthy first', () => {
  expect(chosen([task('1', 'a', 'x', 'waiting'), task('2', 'c', 'y'), task('3', 'c', 'z')], 1)).toEqual(['1']);
});

test.each([-1, 0])('takes nothing for %i', (count) => {
  expect(chosen([task('1', 'a', 'x')], count)).toEqual([]);
});
