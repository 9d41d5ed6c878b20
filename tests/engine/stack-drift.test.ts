import {
  AutoScalingClient,
  DescribeLifecycleHooksCommand,
  DescribePoliciesCommand,
  SetDesiredCapacityCommand,
  SetInstanceProtectionCommand,
} from '@aws-sdk/client-auto-scaling';
import { AuthorizeSecurityGroupIngressCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  DeleteRuleCommand,
  ElasticLoadBalancingV2Client,
  ModifyRuleCommand,
  ModifyTargetGroupAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ProvisionRequest, StackResult } from '../../src/engine/provision/context.ts';
import { provision } from '../../src/engine/provision/provision.ts';
import type { Cluster } from '../../src/model/cluster.ts';
import type { Unit } from '../../src/model/plan.ts';
import type { ReviewedPlans } from '../../src/model/reviewed.ts';
import { reviewedUnit } from '../../src/plan/reviewed.ts';
import { aCluster, aService, aServiceLoadBalancer } from '../builders/cluster.ts';
import { type EmulatedAccount, openAccount } from './account.ts';

const SCALE = 60;
const HOUR_MS = 3_600_000;
const NAME = 'sample-ecs-cluster';
const SERVICE = 'sample-ecs-service';
const BASE = aCluster({ services: [aService()] });
const PLAN_WRITES = ['CreateChangeSet', 'DeleteChangeSet'];
const ONE_UPDATE = ['CreateChangeSet', 'ExecuteChangeSet'];
const WHERE = { region: 'ap-northeast-1' };

let account: EmulatedAccount;
let balancing: ElasticLoadBalancingV2Client;

beforeAll(async () => {
  account = await openAccount(SCALE);
  balancing = new ElasticLoadBalancingV2Client(WHERE);
  expect(kinds(await run('apply'))).toEqual(['deployed', 'deployed']);
}, 60_000);
afterAll(() => account.stop());

async function run(
  mode: ProvisionRequest['mode'],
  cluster: Cluster = BASE,
  reviewed?: ReviewedPlans,
): Promise<readonly StackResult[]> {
  account.writes();
  const { results } = await provision({ cluster, mode, reviewed, timeoutMs: HOUR_MS }, account.ports);
  return results;
}

const kinds = (results: readonly StackResult[]): readonly string[] => results.map(({ outcome }) => outcome.kind);

async function physicalId(stack: string, logicalId: string): Promise<string> {
  const resources = await account.ports.stacks.resources(stack);
  return resources.find((resource) => resource.logicalId === logicalId)?.physicalId ?? '';
}

async function editRule(path: string): Promise<void> {
  const RuleArn = await physicalId(`${NAME}-${SERVICE}`, 'Listener80Rule100');
  const Conditions = [{ Field: 'path-pattern', PathPatternConfig: { Values: [path] } }];
  await balancing.send(new ModifyRuleCommand({ RuleArn, Conditions }));
}

async function open(GroupId: string, port: number): Promise<void> {
  const opened = { IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
  await new EC2Client(WHERE).send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [opened] }));
}

const withPath = (path: string): Cluster => {
  const conditions = [{ Field: 'path-pattern', PathPatternConfig: { Values: [path] } }];
  const rules = [{ listenerPort: 80, priority: 100, conditions }];
  return aCluster({ services: [aService({ loadBalancers: [aServiceLoadBalancer({ rules })] })] });
};

const reviewOf = (...units: readonly (Unit | undefined)[]): ReviewedPlans => ({
  version: 1,
  commit: 'abc',
  units: units.flatMap((unit) => (unit ? [{ ...reviewedUnit(unit), pull: 7 }] : [])),
});

describe('a rule that somebody edited', () => {
  test('is in the plan with what is live, and nothing is left of the plan', async () => {
    await editRule('/by-hand');
    const results = await run('plan');
    expect(kinds(results)).toEqual(['unchanged', 'planned']);
    expect(results[1]?.unit.changes).toMatchObject([
      {
        action: 'modify',
        resource: 'Listener80Rule100',
        properties: [
          {
            path: 'Conditions.path-pattern.PathPatternConfig.Values',
            before: { kind: 'value', text: '["/*"]' },
            live: { kind: 'value', text: '["/by-hand"]' },
            after: { kind: 'value', text: '["/*"]' },
          },
        ],
      },
    ]);
    expect(account.writes()).toEqual(PLAN_WRITES);
    expect(await account.ports.stacks.changeSets(`${NAME}-${SERVICE}`, '')).toEqual([]);
  }, 30_000);

  test('is brought back by exactly what the plan says, and is right then', async () => {
    const planned = await run('plan');
    const applied = await run('apply');
    expect(kinds(applied)).toEqual(['unchanged', 'deployed']);
    expect(applied[1]?.unit.digest).toBe(planned[1]?.unit.digest);
    expect(account.writes()).toEqual(ONE_UPDATE);
    expect(kinds(await run('apply'))).toEqual(['unchanged', 'unchanged']);
    expect(account.writes()).toEqual([]);
  }, 60_000);

  test('after the review is not overwritten, though the review changes the same value', async () => {
    const wanted = withPath('/v2');
    const review = reviewOf(...(await run('plan', wanted)).map(({ unit }) => unit));
    await editRule('/by-hand');
    const held = await run('apply', wanted, review);
    expect(kinds(held)).toEqual(['unchanged', 'blocked']);
    expect(held[1]?.outcome.evidence).toEqual(['Listener80Rule100: the review showed other values, before or after.']);
    expect(account.writes()).toEqual(PLAN_WRITES);
    const seen = reviewOf(...(await run('plan', wanted)).map(({ unit }) => unit));
    expect(kinds(await run('apply', wanted, seen))).toEqual(['unchanged', 'deployed']);
    expect(kinds(await run('apply'))).toEqual(['unchanged', 'deployed']);
  }, 60_000);

  test('where the review changes nothing stops that stack by name', async () => {
    await editRule('/by-hand');
    const held = await run('apply', BASE, reviewOf());
    expect(held[1]?.outcome).toMatchObject({
      kind: 'blocked',
      evidence: [`No merged pull request showed changes of stack/${NAME}-${SERVICE}.`],
    });
    expect(kinds(await run('apply'))).toEqual(['unchanged', 'deployed']);
  }, 60_000);
});

test('a weight that somebody gave to a rule is in the plan, and is taken back', async () => {
  const RuleArn = await physicalId(`${NAME}-${SERVICE}`, 'Listener80Rule100');
  const TargetGroupArn = await physicalId(`${NAME}-${SERVICE}`, 'TargetGroupSampleEcsTg');
  const ForwardConfig = { TargetGroups: [{ TargetGroupArn, Weight: 0 }] };
  await balancing.send(new ModifyRuleCommand({ RuleArn, Actions: [{ Type: 'forward', ForwardConfig }] }));
  const [, planned] = await run('plan');
  expect(planned?.unit.changes).toMatchObject([{ action: 'modify', resource: 'Listener80Rule100' }]);
  expect(planned?.unit.changes[0]?.properties).toMatchObject([
    { path: expect.stringMatching(/\.Weight$/), live: { text: '0' }, after: { text: '1' } },
  ]);
  const applied = await run('apply');
  expect(kinds(applied)).toEqual(['unchanged', 'deployed']);
  expect(applied[1]?.unit.digest).toBe(planned?.unit.digest);
  const [forward] = await account.ports.targets.forwards([RuleArn]);
  expect(forward?.targetGroups).toEqual([{ arn: TargetGroupArn, weight: 1 }]);
}, 60_000);

test('a rule that somebody deleted is made again', async () => {
  const RuleArn = await physicalId(`${NAME}-${SERVICE}`, 'Listener80Rule100');
  await balancing.send(new DeleteRuleCommand({ RuleArn }));
  const [, planned] = await run('plan');
  expect(planned?.unit).toMatchObject({
    changes: [{ action: 'add', resource: 'Listener80Rule100' }],
    notes: ['Deleted by hand, and created again: Listener80Rule100.'],
  });
  const applied = await run('apply');
  expect(kinds(applied)).toEqual(['unchanged', 'deployed']);
  expect(applied[1]?.unit.digest).toBe(planned?.unit.digest);
  expect(kinds(await run('apply'))).toEqual(['unchanged', 'unchanged']);
}, 60_000);

test('an attribute and a port that somebody opened are each named', async () => {
  const TargetGroupArn = await physicalId(`${NAME}-${SERVICE}`, 'TargetGroupSampleEcsTg');
  const Attributes = [{ Key: 'deregistration_delay.timeout_seconds', Value: '300' }];
  await balancing.send(new ModifyTargetGroupAttributesCommand({ TargetGroupArn, Attributes }));
  const GroupId = await physicalId(NAME, 'LoadBalancerSecurityGroup');
  await open(GroupId, 22);
  const planned = await run('plan');
  const rows = planned.flatMap(({ unit }) =>
    unit.changes.flatMap(({ resource, properties }) => properties.map(({ path }) => `${resource}.${path}`)),
  );
  expect(rows).toEqual([
    'LoadBalancerSecurityGroup.SecurityGroupIngress.tcp 22 from 0.0.0.0/0',
    'TargetGroupSampleEcsTg.TargetGroupAttributes.deregistration_delay.timeout_seconds',
  ]);
  expect(kinds(await run('apply'))).toEqual(['deployed', 'deployed']);
  expect(kinds(await run('apply'))).toEqual(['unchanged', 'unchanged']);
}, 60_000);

test('a mode that CloudFormation does not take is said to be none, in its own words', async () => {
  const created = await account.ports.stacks.createChangeSet({
    stackName: 'new',
    changeSetName: 'one',
    type: 'CREATE',
    template: '{"Resources":{}}',
    parameters: {},
    tags: {},
    description: 'drift',
    revertDrift: true,
  });
  expect(created).toEqual({ kind: 'no-drift', reason: expect.stringContaining('DeploymentMode') });
});

describe('what AWS itself changes is no drift, and stays as it is', () => {
  const AutoScalingGroupName = 'sample-autoscaling-group';
  const scaling = new AutoScalingClient(WHERE);

  test('how many instances run, which are protected, and what managed scaling and draining add to their group', async () => {
    await scaling.send(new SetDesiredCapacityCommand({ AutoScalingGroupName, DesiredCapacity: 3 }));
    const group = await account.ports.instances.group(AutoScalingGroupName);
    const InstanceIds = [group?.instances[0]?.id ?? ''];
    const protection = { AutoScalingGroupName, InstanceIds, ProtectedFromScaleIn: false };
    await scaling.send(new SetInstanceProtectionCommand(protection));
    expect(kinds(await run('plan'))).toEqual(['unchanged', 'unchanged']);
    expect(account.writes()).toEqual([]);
    const GroupId = await physicalId(NAME, 'LoadBalancerSecurityGroup');
    await open(GroupId, 22);
    expect(kinds(await run('apply'))).toEqual(['deployed', 'unchanged']);
    expect((await account.ports.instances.group(AutoScalingGroupName))?.desiredCapacity).toBe(3);
    const { LifecycleHooks } = await scaling.send(new DescribeLifecycleHooksCommand({ AutoScalingGroupName }));
    const { ScalingPolicies } = await scaling.send(new DescribePoliciesCommand({ AutoScalingGroupName }));
    expect([LifecycleHooks?.length, ScalingPolicies?.length]).toEqual([1, 1]);
  }, 60_000);

  test('how the traffic of a rule is divided, also where something else is brought back', async () => {
    const shifting = aService({ loadBalancers: [aServiceLoadBalancer({ alternate: true })] });
    const cluster = aCluster({ services: [shifting] });
    expect(kinds(await run('apply', cluster))).toEqual(['unchanged', 'deployed']);
    const RuleArn = await physicalId(`${NAME}-${SERVICE}`, 'Listener80Rule100');
    const [first, alternate] = [
      await physicalId(`${NAME}-${SERVICE}`, 'TargetGroupSampleEcsTg'),
      await physicalId(`${NAME}-${SERVICE}`, 'TargetGroupSampleEcsTgAlternate'),
    ];
    const TargetGroups = [
      { TargetGroupArn: first, Weight: 0 },
      { TargetGroupArn: alternate, Weight: 100 },
    ];
    await balancing.send(
      new ModifyRuleCommand({ RuleArn, Actions: [{ Type: 'forward', ForwardConfig: { TargetGroups } }] }),
    );
    expect(kinds(await run('plan', cluster))).toEqual(['unchanged', 'unchanged']);
    expect(account.writes()).toEqual([]);
    const Attributes = [{ Key: 'deregistration_delay.timeout_seconds', Value: '300' }];
    await balancing.send(new ModifyTargetGroupAttributesCommand({ TargetGroupArn: first, Attributes }));
    const applied = await run('apply', cluster);
    expect(kinds(applied)).toEqual(['unchanged', 'deployed']);
    expect(applied[1]?.unit.changes.map(({ resource }) => resource)).toEqual(['TargetGroupSampleEcsTg']);
    const [forward] = await account.ports.targets.forwards([RuleArn]);
    expect(forward?.targetGroups.map(({ weight }) => weight)).toEqual([0, 100]);
  }, 60_000);
});
