import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deploy } from '../../src/engine/deploy/deploy.ts';
import type { StackResult } from '../../src/engine/provision/context.ts';
import { provision } from '../../src/engine/provision/provision.ts';
import type { Consent } from '../../src/model/cluster.ts';
import type { Json } from '../../src/model/json.ts';
import type { OutcomeKind } from '../../src/model/outcome.ts';
import type { Service, ServiceLoadBalancer } from '../../src/model/service.ts';
import { aCluster, aServiceLoadBalancer } from '../builders/cluster.ts';
import { type EmulatedAccount, openAccount } from './account.ts';
import { SERVICE_NAME as NAME, patientTargetGroup, version } from './sample-service.ts';
import { ask, startTraffic } from './traffic.ts';

const SCALE = 80;
const HOUR_MS = 3_600_000;
const BLUE_GREEN = { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0 };
const CANARY = {
  strategy: 'CANARY',
  bakeTimeInMinutes: 1,
  canaryConfiguration: { canaryPercent: 50, canaryBakeTimeInMinutes: 0 },
};
const ROLLING = { strategy: 'ROLLING' };

let account: EmulatedAccount;

function service(
  loadBalancers: readonly ServiceLoadBalancer[],
  deploymentConfiguration: Json = ROLLING,
  image = 'app:1',
): Service {
  const base = version(image);
  const hasAlternate = loadBalancers.some(({ alternate }) => alternate);
  return {
    ...base,
    scaling: undefined,
    settings: { ...base.settings, deploymentConfiguration },
    loadBalancers,
    ...(hasAlternate && { infrastructureRole: { kind: 'created', name: `${NAME}-ecs` } }),
  };
}

async function provisioned(wanted: Service, allow: readonly Consent[] = []): Promise<StackResult> {
  const cluster = aCluster({ services: [wanted], allow });
  const { results } = await provision({ cluster, mode: 'apply', timeoutMs: HOUR_MS }, account.ports);
  const own = results.find((result) => result.service === NAME);
  if (!own) throw new Error('no result');
  return own;
}

async function deployed(wanted: Service): Promise<OutcomeKind> {
  const cluster = aCluster({ services: [wanted] });
  const limits = { timeoutMs: HOUR_MS, onCancel: 'rollback', images: [], commit: 'abc' } as const;
  const [result] = await deploy({ cluster, services: [NAME], mode: 'apply', ...limits }, account.ports);
  return result?.outcome.kind ?? 'failed';
}

/** One commit: provisioned, then deployed; with the consents that the plan asks for. */
async function committed(wanted: Service): Promise<readonly OutcomeKind[]> {
  const refused = await provisioned(wanted);
  const allow = refused.unit.dangers.map(({ stack, resource, property, to }) => ({ stack, resource, property, to }));
  const { outcome } = refused.outcome.kind === 'blocked' ? await provisioned(wanted, allow) : refused;
  return [outcome.kind, await deployed(wanted)];
}

beforeEach(async () => {
  account = await openAccount(SCALE);
}, 60_000);
afterEach(() => account.stop());

const rule = (priority: number, condition: ServiceLoadBalancer['rules'][number]['conditions'][number]) => [
  { listenerPort: 80, priority, conditions: [condition] },
];
const EVERYTHING = { Field: 'path-pattern', PathPatternConfig: { Values: ['/*'] } };
const NOTHING = { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'x-next', Values: ['yes'] } };

describe.each([
  ['a rolling service', ROLLING, false],
  ['a service that shifts traffic', BLUE_GREEN, true],
])('the target group of %s', (_, strategy, alternate) => {
  const next = patientTargetGroup({ name: 'next-tg', port: 8080 });
  const old = aServiceLoadBalancer({ targetGroup: patientTargetGroup(), alternate, rules: rule(100, EVERYTHING) });
  const beside = (condition: typeof EVERYTHING | typeof NOTHING): ServiceLoadBalancer => ({
    ...old,
    targetGroup: next,
    rules: rule(90, condition),
  });

  test('gets another port in the steps that the refusal names, and no request is lost', async () => {
    expect(await committed(service([old], strategy))).toEqual(['deployed', 'deployed']);
    const changed = service([{ ...old, targetGroup: patientTargetGroup({ port: 8080 }) }], strategy);
    const blocked = await provisioned(changed);
    expect(blocked.outcome.kind).toBe('blocked');
    expect(blocked.unit.dangers[0]?.forbidden).toMatch(/Do this in four commits of service.yaml/);

    const requests = startTraffic(account.emulator);
    const moved = beside(EVERYTHING);
    expect(await committed(service([old, beside(NOTHING)], strategy))).toEqual(['deployed', 'deployed']);
    expect(await committed(service([old, moved], strategy))).toEqual(['deployed', 'unchanged']);
    expect(await committed(service([{ ...old, attached: false }, moved], strategy))).toEqual(['unchanged', 'deployed']);
    expect(await committed(service([moved], strategy))).toEqual(['deployed', 'unchanged']);
    expect(await requests.stop()).toEqual({ lost: [], said: ['v1'] });
  }, 60_000);
});

describe('a service that shifts traffic', () => {
  test('goes back to rolling in the steps that the refusal names, and no request is lost', async () => {
    const rolling = aServiceLoadBalancer({ targetGroup: patientTargetGroup(), rules: rule(100, EVERYTHING) });
    const shifting = { ...rolling, alternate: true };
    expect(await committed(service([shifting], CANARY))).toEqual(['deployed', 'deployed']);
    const blocked = await provisioned(service([rolling]));
    expect(blocked.outcome.kind).toBe('blocked');
    expect(blocked.unit.dangers.map(({ forbidden }) => forbidden).join()).toMatch(/Do this in two commits/);
    expect(await deployed(service([rolling]))).toBe('blocked');

    const requests = startTraffic(account.emulator);
    // A first deployment goes to the alternate target group, the next one to the first.
    expect(await committed(service([shifting], ROLLING))).toEqual(['unchanged', 'deployed']);
    expect((await committed(service([rolling], ROLLING)))[0]).toBe('blocked');
    expect(await committed(service([shifting], CANARY, 'app:2'))).toEqual(['unchanged', 'deployed']);
    expect(await committed(service([shifting], ROLLING, 'app:2'))).toEqual(['unchanged', 'deployed']);
    expect(await committed(service([rolling], ROLLING, 'app:2'))).toEqual(['deployed', 'unchanged']);
    expect(await requests.stop()).toEqual({ lost: [], said: ['v1', 'v2'] });
    expect((await ask(account.emulator)).body).toBe('v2');
  }, 60_000);
});
