import { expect, test } from '@jest/globals';
import { utilizationOf } from './utilization.ts';

test('a service uses what its tasks use together, of what they reserve together', () => {
  const tasks = [
    { used: { cpu: 100, memory: 64 }, reserved: { cpu: 200, memory: 256 } },
    { used: { cpu: 300, memory: 64 }, reserved: { cpu: 200, memory: 256 } },
  ];
  expect(utilizationOf(tasks)).toEqual({ cpu: 100, memory: 25 });
});

test('nothing reserved is nothing used', () => {
  expect(utilizationOf([{ used: { cpu: 1, memory: 1 }, reserved: { cpu: 0, memory: 0 } }])).toEqual({
    cpu: 0,
    memory: 0,
  });
});
