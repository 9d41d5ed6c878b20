import { expect, test } from '@jest/globals';
import type { TargetView } from '../../model/service-views.ts';
import { findNewlyHealthy, oldTargets } from './newly-healthy.ts';

const target = (port: number, state = 'healthy'): TargetView => ({
  id: 'i-1',
  port,
  state,
  reason: undefined,
  description: undefined,
});

test('a target that was healthy before is not new', () => {
  const old = oldTargets([target(1), target(2)]);
  expect(findNewlyHealthy(old, [target(1), target(2, 'draining'), target(3, 'initial')]).found).toBe(false);
});

test('another one is', () => {
  expect(findNewlyHealthy(oldTargets([target(1)]), [target(1), target(3)]).found).toBe(true);
});

test('a port that an old task gave up and a new one took is new', () => {
  const { old } = findNewlyHealthy(oldTargets([target(80)]), [target(80, 'draining')]);
  expect(findNewlyHealthy(old, [target(80)]).found).toBe(true);
});
