import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ProvisionRequest, StackResult } from '../../src/engine/provision/context.ts';
import { provision } from '../../src/engine/provision/provision.ts';
import type { Cluster } from '../../src/model/cluster.ts';
import type { ReviewedPlans } from '../../src/model/reviewed.ts';
import { reviewedUnit } from '../../src/plan/reviewed.ts';
import { aCluster, aLoadBalancer, aService, aServiceLoadBalancer, aTargetGroup } from '../builders/cluster.ts';
import { type EmulatedAccount, openAccount } from './account.ts';

const STACK = 'sample-ecs-cluster-sample-ecs-service';
const CONDITIONS = [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/*'] } }];
const rule = (listenerPort: number) => ({ listenerPort, priority: 100, conditions: CONDITIONS });
const unnamed = (port: number) => aTargetGroup({ name: undefined, port });
const BASE = aCluster({
  services: [aService({ loadBalancers: [aServiceLoadBalancer({ targetGroup: unnamed(80) })] })],
});
/** Another listener, a rule on it, and a target group that is replaced. */
const WANTED = aCluster({
  loadBalancer: aLoadBalancer({
    listeners: [80, 8080].flatMap((port) => aLoadBalancer().listeners.map((listener) => ({ ...listener, port }))),
  }),
  services: [
    aService({
      loadBalancers: [aServiceLoadBalancer({ rules: [rule(80), rule(8080)], targetGroup: unnamed(8080) })],
    }),
  ],
});

let account: EmulatedAccount;

beforeAll(async () => {
  account = await openAccount(60);
  await run('apply', BASE);
}, 60_000);
afterAll(() => account.stop());

async function run(
  mode: ProvisionRequest['mode'],
  cluster: Cluster,
  reviewed?: ReviewedPlans,
): Promise<readonly StackResult[]> {
  const { results } = await provision({ cluster, mode, reviewed, timeoutMs: 3_600_000 }, account.ports);
  return results;
}

const kinds = (results: readonly StackResult[]): readonly string[] => results.map(({ outcome }) => outcome.kind);

const reviewOf = (results: readonly StackResult[]): ReviewedPlans => ({
  version: 1,
  commit: 'abc',
  units: results.map(({ unit }) => ({ ...reviewedUnit(unit), pull: 7 })),
});

test('a rule on a listener that is yet to be made hides no danger of its stack', async () => {
  const planned = await run('plan', WANTED);
  expect(kinds(planned)).toEqual(['planned', 'blocked']);
  expect(planned[1]?.unit).toMatchObject({
    changes: [
      { action: 'add', resource: 'Listener8080Rule100', properties: [] },
      { action: 'modify', resource: 'Listener80Rule100' },
      { action: 'replace', resource: 'TargetGroupNginx' },
    ],
    dangers: [{ resource: 'TargetGroupNginx', property: 'Port', to: '8080' }],
    notes: ["The cluster's stack does not have Listener8080Arn yet."],
  });
  expect(await account.ports.stacks.changeSets(STACK, '')).toEqual([]);
}, 30_000);

test('is not made where nobody has reviewed the listener, and with it as reviewed', async () => {
  const allow = [{ stack: STACK, resource: 'TargetGroupNginx', property: 'Port', to: '8080' }];
  const wanted = { ...WANTED, allow };
  const planned = await run('plan', wanted);
  const early = await run('apply', wanted, reviewOf(planned.slice(1)));
  expect(kinds(early)).toEqual(['blocked', 'blocked']);
  expect(early[1]?.outcome.summary).toBe(
    `Stack ${STACK} needs Listener8080Arn, which the cluster's stack does not have yet.`,
  );
  expect(await account.ports.stacks.changeSets(STACK, '')).toEqual([]);
  expect(kinds(await run('apply', wanted, reviewOf(planned)))).toEqual(['deployed', 'deployed']);
  expect(kinds(await run('plan', wanted))).toEqual(['unchanged', 'unchanged']);
}, 60_000);
