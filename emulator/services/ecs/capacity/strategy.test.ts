import { describe, expect, test } from '@jest/globals';
import { checkStrategy, nextProvider } from './strategy.ts';

describe('the next provider', () => {
  const spread = (strategy: Parameters<typeof nextProvider>[0], tasks: number): Record<string, number> => {
    const counts = new Map<string, number>();
    for (let index = 0; index < tasks; index++) {
      const name = nextProvider(strategy, counts) ?? 'none';
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return Object.fromEntries(counts);
  };
  test('follows the weights', () => {
    const strategy = [
      { capacityProvider: 'one', weight: 1, base: 0 },
      { capacityProvider: 'three', weight: 3, base: 0 },
    ];
    expect(spread(strategy, 8)).toEqual({ one: 2, three: 6 });
  });
  test('fills the base first', () => {
    const strategy = [
      { capacityProvider: 'based', weight: 0, base: 2 },
      { capacityProvider: 'rest', weight: 1, base: 0 },
    ];
    expect(spread(strategy, 5)).toEqual({ based: 2, rest: 3 });
  });
  test('is none without a strategy', () => {
    expect(nextProvider([], new Map())).toBeUndefined();
  });
});

test.each([
  [[{ capacityProvider: 'x', weight: 1 }], 'not associated'],
  [
    [
      { capacityProvider: 'a', weight: 1, base: 1 },
      { capacityProvider: 'b', weight: 1, base: 1 },
    ],
    'base',
  ],
  [[{ capacityProvider: 'a', weight: 0 }], 'weight greater than 0'],
])('refuses %j', (strategy, message) => {
  expect(() => checkStrategy(strategy, ['a', 'b'])).toThrow(message);
});
