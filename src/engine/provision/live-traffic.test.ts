import { describe, expect, test } from '@jest/globals';
import { aCluster, aService, aServiceLoadBalancer } from '../../../tests/builders/cluster.ts';
import { aDeployment, aServiceDeployment, aServiceView } from '../../../tests/builders/live-service.ts';
import { aStack } from '../../../tests/builders/stack.ts';
import { CLUSTER_OUTPUTS_LIVE, fakePorts, type ProvisionScript } from '../../../tests/fakes/provision.ts';
import { serviceTemplate } from '../../template/service-template.ts';
import { settleTraffic } from './live-traffic.ts';
import { observeWeights } from './live-weights.ts';

const SERVICE = aService({ loadBalancers: [aServiceLoadBalancer({ alternate: true })] });
const CLUSTER = aCluster({ services: [SERVICE] });
const TEMPLATE = serviceTemplate(CLUSTER, SERVICE, CLUSTER_OUTPUTS_LIVE)?.body ?? '';
const NAME = 'sample-ecs-cluster-sample-ecs-service';
const STACK = aStack({
  id: `arn:aws:cloudformation:ap-northeast-1:123456789012:stack/${NAME}/1`,
  name: NAME,
  outputs: { ProductionRule1Arn: 'arn:rule' },
});

const resource = (logicalId: string, physicalId: string, kind: string) => ({
  logicalId,
  physicalId,
  type: `AWS::ElasticLoadBalancingV2::${kind}`,
  status: 'CREATE_COMPLETE',
});
const RESOURCES = [
  resource('TargetGroupSampleEcsTg', 'arn:blue', 'TargetGroup'),
  resource('TargetGroupSampleEcsTgAlternate', 'arn:green', 'TargetGroup'),
  resource('Listener80Rule100', 'arn:rule', 'ListenerRule'),
];
const serving = (blue: number, green: number) => [
  {
    ruleArn: 'arn:rule',
    targetGroups: [
      { arn: 'arn:blue', weight: blue },
      { arn: 'arn:green', weight: green },
    ],
  },
];
const ROLLING = aServiceView({
  deployments: [aDeployment({ rolloutState: 'IN_PROGRESS' })],
  currentServiceDeployment: 'arn:deployment',
});

function begin(script: ProvisionScript) {
  const ports = fakePorts({
    stacks: [STACK],
    templates: { [STACK.name]: TEMPLATE },
    resources: { [STACK.name]: RESOURCES },
    ...script,
  });
  const deadline = ports.clock.now() + 600_000;
  return { ...ports, cluster: CLUSTER, mode: 'apply', deadline, signal: undefined } as const;
}

async function settled(script: ProvisionScript) {
  const run = begin(script);
  const before = run.clock.now();
  const result = await settleTraffic(SERVICE, { stack: STACK, comparison: { kind: 'same' }, notes: [] }, run);
  return { result, stacks: run.stacks, tookMs: run.clock.now() - before };
}

describe('the weights of a service whose traffic ECS shifts', () => {
  test('are those of its live rules', async () => {
    expect(await observeWeights(SERVICE, begin({ forwards: serving(0, 100) }))).toEqual({
      Listener80Rule100: [0, 100],
    });
  });

  test('are not asked for where ECS shifts nothing, or there is no stack', async () => {
    expect(await observeWeights(aService(), begin({ forwards: serving(0, 100) }))).toEqual({});
    expect(await observeWeights(SERVICE, begin({ stacks: [] }))).toEqual({});
  });
});

describe('before a rule is changed', () => {
  test('the template gets the weights that are live, and nothing else', async () => {
    const { result, stacks } = await settled({ forwards: serving(0, 100), services: [aServiceView()] });
    expect(result).toEqual({ isWritten: true });
    const weighted = serviceTemplate(CLUSTER, SERVICE, CLUSTER_OUTPUTS_LIVE, { Listener80Rule100: [0, 100] })?.body;
    expect(stacks.requests.map(({ template }) => JSON.parse(template))).toEqual([JSON.parse(weighted ?? '')]);
    expect(stacks.writes.at(-1)).toBe(`execute ${STACK.name}`);
  });

  test('nothing is written where it has them', async () => {
    const { result, stacks } = await settled({ forwards: serving(100, 0) });
    expect(result).toEqual({ isWritten: false });
    expect(stacks.writes).toEqual([]);
  });

  test('a deployment that is under way is waited for, and then the stack stays as it is', async () => {
    const { result, tookMs, stacks } = await settled({ forwards: serving(90, 10), services: [ROLLING] });
    expect(result).toMatchObject({ refusal: { kind: 'blocked', summary: expect.stringContaining('is under way') } });
    expect(tookMs).toBeGreaterThanOrEqual(600_000);
    expect(stacks.writes).toEqual([]);
  });

  test('one that is paused is not waited for', async () => {
    const hook = { id: 'h', targetType: 'PAUSE', status: 'AWAITING_ACTION', expiresAt: 0, timeoutAction: 'ROLLBACK' };
    const paused = aServiceDeployment({ arn: 'arn:deployment', lifecycleStage: 'POST_SCALE_UP', hooks: [hook] });
    const { result, tookMs } = await settled({ services: [ROLLING], serviceDeployments: [paused] });
    expect(result).toMatchObject({
      refusal: { kind: 'blocked', summary: expect.stringContaining('it waits for an answer at POST_SCALE_UP') },
    });
    expect(tookMs).toBeLessThan(5_000);
  });
});
