import { expect, test } from '@jest/globals';
import { assessTask, type HealthFacts, type TargetHealthFacts } from './health.ts';

const target = (state: string | undefined): TargetHealthFacts => ({
  targetGroupArn: 'tg',
  port: 32768,
  state,
  description: state === 'unhealthy' ? 'Health checks failed with these codes: [503]' : undefined,
});

test.each<[string, Partial<HealthFacts> & { readonly now?: number; readonly graceMs?: number }, string]>([
  ['not running', { startedAt: undefined, targets: [target('healthy')] }, 'waiting'],
  ['healthy target', { targets: [target('healthy')] }, 'healthy'],
  ['target not registered yet', { targets: [target(undefined)] }, 'waiting'],
  ['initial target', { targets: [target('initial')] }, 'waiting'],
  ['unused target', { targets: [target('unused')] }, 'waiting'],
  ['one of two targets healthy', { targets: [target('healthy'), target('initial')] }, 'waiting'],
  ['unhealthy target', { targets: [target('unhealthy')] }, 'unhealthy'],
  ['unhealthy target within the grace period', { targets: [target('unhealthy')], graceMs: 60_000 }, 'waiting'],
  [
    'unhealthy target after the grace period',
    { targets: [target('unhealthy')], graceMs: 60_000, now: 60_000 },
    'unhealthy',
  ],
  ['healthy target within the grace period', { targets: [target('healthy')], graceMs: 60_000 }, 'healthy'],
  ['healthy target, container unknown', { targets: [target('healthy')], containers: 'UNKNOWN' }, 'waiting'],
  ['healthy target and container', { targets: [target('healthy')], containers: 'HEALTHY' }, 'healthy'],
  ['container unhealthy', { containers: 'UNHEALTHY' }, 'unhealthy'],
  ['container unhealthy within the grace period', { containers: 'UNHEALTHY', graceMs: 60_000 }, 'waiting'],
  ['container healthy without a load balancer', { containers: 'HEALTHY' }, 'healthy'],
  ['no check at all, before 40 s', { now: 39_999 }, 'waiting'],
  ['no check at all, after 40 s', { now: 40_000 }, 'healthy'],
])('%s', (_, { now = 1000, graceMs = 0, ...facts }, expected) => {
  const assessed = assessTask({ startedAt: 0, containers: undefined, targets: [], ...facts }, { now, graceMs });
  expect(assessed.kind).toBe(expected);
});

test('an unhealthy target comes with the reason that the load balancer gives', () => {
  const facts = { startedAt: 0, containers: undefined, targets: [target('unhealthy')] };
  expect(assessTask(facts, { now: 1, graceMs: 0 })).toEqual({
    kind: 'unhealthy',
    cause: {
      kind: 'target',
      targetGroupArn: 'tg',
      port: 32768,
      reason: 'Health checks failed with these codes: [503]',
    },
  });
});
