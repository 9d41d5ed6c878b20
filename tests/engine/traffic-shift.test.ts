import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHttpProbe } from '../../src/adapters/runner/http-probe.ts';
import { continueDeployments } from '../../src/engine/continue/continue.ts';
import { deploy } from '../../src/engine/deploy/deploy.ts';
import { provision } from '../../src/engine/provision/provision.ts';
import type { ServiceResult } from '../../src/engine/rollout/context.ts';
import type { VersionChecks } from '../../src/engine/rollout/version-checks.ts';
import { createVerification } from '../../src/engine/verify/create-verification.ts';
import type { Consent } from '../../src/model/cluster.ts';
import type { Json, JsonObject } from '../../src/model/json.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { Service, ServiceLoadBalancer, Verify } from '../../src/model/service.ts';
import { aCluster, aServiceLoadBalancer } from '../builders/cluster.ts';
import { type EmulatedAccount, openAccount } from './account.ts';
import { SERVICE_NAME as NAME, patientTargetGroup, version } from './sample-service.ts';
import { ask, startTraffic, type Traffic } from './traffic.ts';

const SCALE = 60;
const HOUR_MS = 3_600_000;
const CANARY: JsonObject = {
  strategy: 'CANARY',
  bakeTimeInMinutes: 1,
  canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 1 },
};

let account: EmulatedAccount;

function service(image: string, deploymentConfiguration: Json, entry: Partial<ServiceLoadBalancer> = {}): Service {
  const base = version(image);
  return {
    ...base,
    scaling: undefined,
    settings: { ...base.settings, deploymentConfiguration },
    loadBalancers: [aServiceLoadBalancer({ alternate: true, targetGroup: patientTargetGroup(), ...entry })],
    infrastructureRole: { kind: 'created', name: 'sample-ecs-service-ecs' },
  };
}

async function provisioned(wanted: Service, allow: readonly Consent[] = []): Promise<readonly Outcome[]> {
  const cluster = aCluster({ services: [wanted], allow });
  const { results } = await provision({ cluster, mode: 'apply', timeoutMs: HOUR_MS }, account.ports);
  return results.map(({ outcome }) => outcome);
}

async function deployed(wanted: Service, signal?: AbortSignal): Promise<ServiceResult> {
  const cluster = aCluster({ services: [wanted] });
  const limits = { timeoutMs: HOUR_MS, onCancel: 'rollback', images: [], commit: 'abc' } as const;
  const request = { cluster, services: [NAME], mode: 'apply', signal, ...limits } as const;
  const [result] = await deploy(request, account.ports);
  if (!result) throw new Error('no result');
  return result;
}

async function answered(action: 'continue' | 'rollback', versionChecks?: VersionChecks): Promise<ServiceResult> {
  const request = {
    cluster: 'sample-ecs-cluster',
    services: [NAME],
    action,
    timeoutMs: HOUR_MS,
    versionChecks,
  } as const;
  const [result] = await continueDeployments({ ...request, onCancel: 'rollback' }, account.ports);
  if (!result) throw new Error('no result');
  return result;
}

/** Those of a config that takes this mark for the version's. */
function versionChecks(equals: string): VersionChecks {
  const { ports, emulator } = account;
  const [listener] = emulator.listeners();
  const through = `::${listener?.address.host}:${listener?.address.port}`;
  const verify: Verify = {
    listenerPort: 80,
    path: '/',
    host: undefined,
    expectStatus: '200',
    expectBody: undefined,
    version: { body: '.+', equals },
    consecutive: 2,
    timeoutSeconds: 60,
    probesPerSecond: 0.2,
    maxFailures: 0,
  };
  return {
    cluster: aCluster({ services: [{ ...version('app:2'), verify }] }),
    stacks: ports.stacks,
    verification: createVerification(through, { ...ports, probe: createHttpProbe() }),
  };
}

/** Stages that were told of, each once, with the share of the traffic. */
function stages(): readonly string[] {
  const told = account.events.flatMap((event) =>
    event.kind === 'rollout' && event.deployment?.lifecycleStage
      ? [`${event.deployment.lifecycleStage} ${event.deployment.productionTrafficPercent}`]
      : [],
  );
  return told.filter((each, index) => each !== told[index - 1]);
}

/** What answers now. */
const serving = async (): Promise<string> => (await ask(account.emulator)).body;
const traffic = (path?: string): Traffic => startTraffic(account.emulator, path);

beforeAll(async () => {
  account = await openAccount(SCALE);
  const loadBalancers = [aServiceLoadBalancer({ targetGroup: patientTargetGroup() })];
  const base = { ...version('app:1'), scaling: undefined, loadBalancers };
  expect((await provisioned(base)).map(({ kind }) => kind)).toEqual(['deployed', 'deployed']);
  expect((await deployed(base)).outcome.kind).toBe('deployed');
}, 60_000);
afterAll(() => account.stop());

describe('a rolling service that is to shift traffic', () => {
  test('gets its alternate target group and role first, without a request lost', async () => {
    const requests = traffic();
    expect((await provisioned(service('app:1', CANARY))).map(({ kind }) => kind)).toEqual(['unchanged', 'deployed']);
    const { outcome } = await deployed(service('app:1', CANARY));
    expect(outcome).toMatchObject({ kind: 'deployed', summary: 'sample:1 (2 of 2 tasks running) serves.' });
    expect(await requests.stop()).toEqual({ lost: [], said: ['v1'] });
    expect((await deployed(service('app:1', CANARY))).outcome.kind).toBe('unchanged');
  }, 60_000);
});

describe('a canary', () => {
  test('gets a part of the traffic, then all of it, and nothing is lost', async () => {
    account.events.length = 0;
    const requests = traffic();
    const { outcome } = await deployed(service('app:2', CANARY));
    expect(outcome).toMatchObject({ kind: 'deployed', summary: 'sample:2 (2 of 2 tasks running) serves.' });
    expect(await requests.stop()).toEqual({ lost: [], said: ['v1', 'v2'] });
    expect(stages()).toEqual(expect.arrayContaining(['PRODUCTION_TRAFFIC_SHIFT 20', 'BAKE_TIME 100']));
    account.writes();
    expect((await deployed(service('app:2', CANARY))).outcome.kind).toBe('unchanged');
    expect((await provisioned(service('app:2', CANARY))).map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
    expect(account.writes()).toEqual([]);
  }, 60_000);

  test('keeps its traffic where the path of its rule is changed', async () => {
    const rules = [
      {
        listenerPort: 80,
        priority: 100,
        conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/v*'] } }],
      },
    ];
    const requests = traffic('/v');
    account.writes();
    const outcomes = await provisioned(service('app:2', CANARY, { rules }));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['unchanged', 'deployed']);
    expect(await requests.stop()).toEqual({ lost: [], said: ['v2'] });
    // First the weights, so that a failure would go back to them; then the path.
    expect(account.writes().filter((operation) => operation === 'ExecuteChangeSet')).toHaveLength(2);
    expect((await ask(account.emulator, '/other')).status).toBe(404);
    expect((await provisioned(service('app:2', CANARY))).map(({ kind }) => kind)).toEqual(['unchanged', 'deployed']);
  }, 60_000);
});

describe('a cancelled run', () => {
  test('has ECS take the traffic back in the middle of its shift, and the next run deploys', async () => {
    account.events.length = 0;
    const cancellation = new AbortController();
    const requests = traffic();
    const ending = deployed(service('app:1', CANARY), cancellation.signal);
    while (!stages().includes('PRODUCTION_TRAFFIC_SHIFT 20')) await account.ports.clock.sleep(1_000);
    cancellation.abort();
    expect((await ending).outcome).toMatchObject({
      kind: 'cancelled',
      summary: 'Cancelled while sample:3 was rolling out; ECS was asked to roll it back.',
    });
    expect((await deployed(service('app:2', CANARY))).outcome.kind).toBe('unchanged');
    expect(await serving()).toBe('v2');
    expect((await requests.stop()).lost).toEqual([]);
  }, 60_000);
});

describe('tasks that keep exiting', () => {
  test('end the deployment before any traffic is shifted, since no circuit breaker does', async () => {
    const requests = traffic();
    expect((await deployed(service('app:crash', CANARY))).outcome).toMatchObject({
      kind: 'rolled-back',
      summary: 'sample:4 was rolled back to sample:2: container nginx exits with code 3.',
    });
    expect(await requests.stop()).toEqual({ lost: [], said: ['v2'] });
  }, 60_000);
});

describe('a pause', () => {
  const PAUSED = {
    ...CANARY,
    lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['PRE_PRODUCTION_TRAFFIC_SHIFT'] }],
  };

  test('ends the run with the old version in service, and the answer leads to the new one', async () => {
    expect(await deployed(service('app:1', PAUSED))).toMatchObject({ outcome: { kind: 'paused' } });
    expect(await serving()).toBe('v2');
    expect(await deployed(service('app:1', PAUSED))).toMatchObject({ outcome: { kind: 'paused' }, changed: false });
    const second = await answered('continue');
    expect(second.outcome.kind).toBe('paused');
    expect(await answered('continue')).toMatchObject({
      outcome: { kind: 'deployed', summary: 'sample:5 (2 of 2 tasks running) serves.' },
    });
    expect(await serving()).toBe('v1');
    expect((await answered('continue')).outcome.kind).toBe('blocked');
  }, 60_000);

  test('takes the new version back where that is the answer', async () => {
    const requests = traffic();
    expect((await deployed(service('app:2', PAUSED))).outcome.kind).toBe('paused');
    expect(await answered('rollback')).toMatchObject({ outcome: { kind: 'deployed' } });
    expect(await requests.stop()).toEqual({ lost: [], said: ['v1'] });
  }, 60_000);
});

describe('a pause of a service with verify', () => {
  const HELD = {
    strategy: 'BLUE_GREEN',
    bakeTimeInMinutes: 0,
    lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['POST_SCALE_UP'] }],
  };

  test('ends on the way back where the version lacks its mark, and the next answer leads there', async () => {
    expect((await deployed(service('app:2', HELD))).outcome.kind).toBe('paused');
    const requests = traffic();
    expect((await answered('continue', versionChecks('v3'))).outcome).toMatchObject({
      kind: 'failed',
      summary: expect.stringMatching(
        /^sample:\d+ was not verified, and the rollback to sample:\d+ did not succeed: it waits/,
      ),
    });
    expect(await serving()).toBe('v2');
    expect((await answered('continue', versionChecks('v3'))).outcome.kind).toBe('deployed');
    expect(await requests.stop()).toEqual({ lost: [], said: ['v1', 'v2'] });
    expect(await serving()).toBe('v1');
  }, 60_000);

  test('is over where the version has the mark that its image gives', async () => {
    expect((await deployed(service('app:2', HELD))).outcome.kind).toBe('paused');
    const { outcome } = await answered('continue', versionChecks('v$' + '{image.tag}'));
    expect(outcome).toMatchObject({ kind: 'deployed', evidence: [expect.stringContaining('v2')] });
  }, 60_000);
});

describe('a function', () => {
  const hook = (name: string) => ({
    hookTargetArn: `arn:aws:lambda:ap-northeast-1:123456789012:function:${name}`,
    lifecycleStages: ['POST_SCALE_UP'],
  });
  const asking = (name: string): Service => {
    const wanted = service('app:2', { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0, lifecycleHooks: [hook(name)] });
    return { ...wanted, hookRole: { kind: 'created', name: 'sample-ecs-service-hook' } };
  };

  beforeAll(async () => {
    expect((await deployed(service('app:1', CANARY))).outcome.kind).toBe('deployed');
  }, 60_000);

  test.each([
    ['refuse', 'rolled-back', 'v1'],
    ['agree', 'deployed', 'v2'],
  ])(
    'that is to %s decides the deployment',
    async (name, kind, body) => {
      expect((await provisioned(asking(name))).map((outcome) => outcome.kind)).toEqual(['unchanged', 'deployed']);
      expect((await deployed(asking(name))).outcome.kind).toBe(kind);
      expect(await serving()).toBe(body);
    },
    60_000,
  );
});

describe('an alarm', () => {
  test('takes the traffic back while the old tasks stand by', async () => {
    const alarms = { alarmNames: ['Errors'], enable: true, rollback: true };
    const watched = { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 30, alarms };
    const cloudwatch = account.emulator.world('ap-northeast-1');
    await cloudwatch.call('cloudwatch', 'PutMetricAlarm', {
      AlarmName: 'Errors',
      Namespace: 'Custom',
      MetricName: 'Errors',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'ignore',
    });
    account.events.length = 0;
    const ending = deployed(service('app:1', watched));
    while (!stages().includes('BAKE_TIME 100')) await account.ports.clock.sleep(1_000);
    expect(await serving()).toBe('v1');
    await cloudwatch.call('cloudwatch', 'SetAlarmState', {
      AlarmName: 'Errors',
      StateValue: 'ALARM',
      StateReason: 'test',
    });
    expect(await ending).toMatchObject({
      outcome: { kind: 'rolled-back', summary: expect.stringContaining('alarm Errors went off') },
    });
    expect(await serving()).toBe('v2');
  }, 60_000);
});
