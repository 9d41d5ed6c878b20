import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ProvisionRequest, StackResult } from '../../src/engine/provision/context.ts';
import { provision } from '../../src/engine/provision/provision.ts';
import type { Cluster, Consent } from '../../src/model/cluster.ts';
import type { Service } from '../../src/model/service.ts';
import { aCluster, aService, aServiceLoadBalancer, aTargetGroup } from '../builders/cluster.ts';
import { type EmulatedAccount, openAccount } from './account.ts';

const CLUSTER = 'sample-ecs-cluster';

let account: EmulatedAccount;

beforeAll(async () => {
  account = await openAccount(60);
}, 60_000);
afterAll(() => account.stop());

async function run(mode: ProvisionRequest['mode'], cluster: Cluster): Promise<readonly StackResult[]> {
  const { results } = await provision({ cluster, mode, timeoutMs: 3_600_000 }, account.ports);
  return results;
}

const ended = (results: readonly StackResult[]): readonly string[] =>
  results.map(({ unit, outcome }) => `${unit.id.replace(`stack/${CLUSTER}-`, '')} ${outcome.kind}`).slice(1);

/** A service whose requests have a path of its name, in a rule of this priority. */
function service(name: string, priority: number, more: Partial<Service> = {}, targetGroup?: string): Service {
  const conditions = [{ Field: 'path-pattern', PathPatternConfig: { Values: [`/${name}/*`] } }];
  const rules = [{ listenerPort: 80, priority, conditions }];
  const loadBalancers = [aServiceLoadBalancer({ rules, targetGroup: aTargetGroup({ name: targetGroup }) })];
  return aService({ name, loadBalancers, logGroup: undefined, ...more });
}
const cluster = (services: readonly Service[], ...allow: readonly Consent[]): Cluster => aCluster({ services, allow });
const removalOf = (resource: string, stack?: string): Consent => ({
  stack,
  resource,
  property: undefined,
  to: undefined,
});
const WEB_GOES = removalOf(`stack/${CLUSTER}-web`);
const RULES_GO = [removalOf('Listener80Rule30', `${CLUSTER}-a`), removalOf('Listener80Rule40', `${CLUSTER}-b`)];

describe('a service that gets another name', () => {
  test('is refused while the stack of the old one has its priority, with the way there', async () => {
    await run('apply', cluster([service('web', 10)]));
    const results = await run('plan', cluster([service('site', 10)]));
    expect(ended(results)).toEqual(['site blocked']);
    expect(results[1]?.outcome).toMatchObject({
      summary: `Rule Listener80Rule10 cannot be created: a rule of service web (stack ${CLUSTER}-web) has priority 10 on its listener.`,
      nextStep: expect.stringContaining(`service/web and stack/${CLUSTER}-web`),
    });
    account.writes();
    expect(ended(await run('apply', cluster([service('site', 10)])))).toEqual(['site blocked']);
    expect(account.writes()).toEqual([]);
  }, 60_000);

  test('waits for the stack of the old one where that may go', async () => {
    await run('apply', cluster([service('other', 20)]));
    const renamed = cluster([service('site', 10), service('other', 20)], WEB_GOES);
    const results = await run('apply', renamed);
    expect(ended(results)).toEqual(['site deployed', 'other unchanged', 'web destroyed']);
    expect(results[1]?.unit.needs).toEqual([`stack/${CLUSTER}`, `stack/${CLUSTER}-web`]);
  }, 60_000);
});

describe('services that exchange priorities', () => {
  beforeAll(async () => {
    await run('apply', cluster([service('a', 30), service('b', 40)]));
  }, 60_000);

  test('are refused where each waits for the other', async () => {
    const swapped = cluster([service('a', 40), service('b', 30)], ...RULES_GO);
    const results = await run('plan', swapped);
    expect(ended(results)).toEqual(['a blocked', 'b blocked']);
    expect(results[1]?.outcome.nextStep).toContain('in a later commit, once service b has another');
  }, 60_000);

  test('go one after the other where one of them gets a free one', async () => {
    const moved = cluster([service('a', 40), service('b', 50)], ...RULES_GO);
    const results = await run('apply', moved);
    expect(ended(results)).toEqual(['a deployed', 'b deployed']);
    expect(results[1]?.unit.needs).toEqual([`stack/${CLUSTER}`, `stack/${CLUSTER}-b`]);
  }, 60_000);
});

test('names that exist outside of the stack are refused, except a log group that a new stack takes over', async () => {
  const logGroup = { name: '/ecs/shared', retentionInDays: 30 };
  const first = service('shop', 60, { logGroup }, 'shared');
  await run('apply', cluster([first]));
  const added = await run(
    'plan',
    cluster([first, service('cart', 70, {}, 'shared'), service('more', 80, { logGroup })]),
  );
  expect(ended(added)).toEqual(['shop unchanged', 'cart blocked', 'more blocked']);
  expect(added.slice(2).map(({ outcome }) => outcome.summary)).toEqual([
    `Target group shared belongs to service shop (stack ${CLUSTER}-shop).`,
    `Log group /ecs/shared belongs to service shop (stack ${CLUSTER}-shop).`,
  ]);
  // Without its service, the stack goes and leaves its log group behind.
  expect(ended(await run('apply', cluster([service('cart', 70)], removalOf(`stack/${CLUSTER}-shop`))))).toEqual([
    'cart deployed',
    'shop destroyed',
  ]);
  expect(ended(await run('plan', cluster([service('cart', 70, { logGroup })])))).toEqual(['cart blocked']);
  expect(ended(await run('plan', cluster([service('cart', 70), service('new', 80, { logGroup })])))).toEqual([
    'cart unchanged',
    'new planned',
  ]);
}, 60_000);
