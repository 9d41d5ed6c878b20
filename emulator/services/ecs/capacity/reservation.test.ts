import { expect, test } from '@jest/globals';
import { type ReservationView, reservationPercent } from './reservation.ts';

const needs = { cpu: 1200, memory: 256, ports: [], interfaces: 0, attributes: [] };
const view = (more: Partial<ReservationView>): ReservationView => ({
  running: 2,
  busy: 2,
  waiting: [],
  instance: { cpu: 2048, memory: 3915, interfaces: 2 },
  minimumStep: 1,
  maximumStep: 10_000,
  ...more,
});

test.each<[string, Partial<ReservationView>, number]>([
  ['every instance busy', {}, 100],
  ['half of them idle', { running: 4 }, 50],
  ['none there, none needed', { running: 0, busy: 0 }, 100],
  ['none there, some needed', { running: 0, busy: 0, waiting: [needs], instance: undefined }, 200],
  ['two waiting tasks that need an instance each', { waiting: [needs, needs] }, 200],
  [
    'two waiting tasks that share an instance',
    {
      waiting: [
        { ...needs, cpu: 1000 },
        { ...needs, cpu: 1000 },
      ],
    },
    150,
  ],
  ['waiting tasks for which instances boot already', { running: 4, waiting: [needs, needs] }, 100],
  ['a maximum step', { waiting: [needs, needs, needs], maximumStep: 1 }, 150],
  ['a minimum step', { waiting: [needs], minimumStep: 2 }, 200],
  [
    'three small tasks with network interfaces, of which an instance takes two',
    { waiting: [1, 2, 3].map((cpu) => ({ ...needs, cpu, interfaces: 1 })) },
    200,
  ],
  [
    'tasks that want the same host port',
    {
      waiting: [
        { ...needs, cpu: 1, ports: [80] },
        { ...needs, cpu: 1, ports: [80] },
      ],
    },
    200,
  ],
])('%s', (_, more, expected) => {
  expect(reservationPercent(view(more))).toBe(expected);
});
