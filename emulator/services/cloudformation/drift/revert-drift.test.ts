import { afterEach, describe, expect, test } from '@jest/globals';
import type { ServiceName } from '../../../core/world.ts';
import type { Change, DescribeChangeSetOutput, StackResourceDetail } from '../../../shapes/cloudformation.d.ts';
import type { ClusterWorld } from '../testing/cluster-world.ts';
import { CLUSTER_TEMPLATE, clusterWorld } from '../testing/cluster-world.ts';
import { MINUTE } from '../testing/stack-world.ts';

const INPUT = { StackName: 's', Capabilities: ['CAPABILITY_NAMED_IAM'] };
const REVERT = { ...INPUT, UsePreviousTemplate: true, DeploymentMode: 'REVERT_DRIFT' };

interface DriftWorld extends ClusterWorld {
  readonly idOf: (logicalId: string) => Promise<string>;
  readonly byHand: (service: ServiceName, operation: string, input: object) => Promise<void>;
  /** A drift-aware change set, with values. */
  readonly revert: (input?: object) => Promise<DescribeChangeSetOutput>;
  readonly execute: (made: DescribeChangeSetOutput) => Promise<void>;
}

let running: ClusterWorld | undefined;
afterEach(() => running?.stop());

async function deployed(TemplateBody = CLUSTER_TEMPLATE): Promise<DriftWorld> {
  const cluster = clusterWorld();
  running = cluster;
  const { call, world, advance, changeSet } = cluster;
  await cluster.deploy({ ...INPUT, ChangeSetType: 'CREATE', TemplateBody });
  return {
    ...cluster,
    idOf: async (LogicalResourceId) => {
      const { StackResourceDetail: detail } = await call<{ StackResourceDetail: StackResourceDetail }>(
        'DescribeStackResource',
        { StackName: 's', LogicalResourceId },
      );
      return detail.PhysicalResourceId ?? '';
    },
    byHand: async (service, operation, input) => {
      await world.call(service, operation, input);
      await advance(MINUTE);
    },
    revert: async (input = REVERT) => {
      const { ChangeSetId: ChangeSetName } = await changeSet(input);
      const made = await call<DescribeChangeSetOutput>('DescribeChangeSet', {
        ChangeSetName,
        IncludePropertyValues: true,
      });
      if (made.Status === 'FAILED') await call('DeleteChangeSet', { ChangeSetName });
      return made;
    },
    execute: async ({ ChangeSetId: ChangeSetName }) => {
      await call('ExecuteChangeSet', { ChangeSetName });
      await advance(5 * MINUTE);
    },
  };
}

/** "Action Logical DRIFT: path before (from) -> after [previous was actual]" for each place. */
function rows({ Changes: changes = [] }: DescribeChangeSetOutput): readonly string[] {
  return changes.flatMap(({ ResourceChange: change }: Change) => {
    const head = `${change?.Action} ${change?.LogicalResourceId} ${change?.ResourceDriftStatus}`;
    const details = (change?.Details ?? []).map(({ Target: target }) => {
      const drift = target?.Drift && ` [${target.Drift.PreviousValue} was ${target.Drift.ActualValue}]`;
      const kind = `${target?.AttributeChangeType} ${target?.Path?.replace('/Properties', '')}`;
      return `${head}: ${kind} ${target?.BeforeValue} -> ${target?.AfterValue}${drift ?? ''}`;
    });
    return details.length > 0 ? details : [head];
  });
}

/** Without what is listed only because it refers to an attribute of a drifted resource. */
function driftRows(made: DescribeChangeSetOutput): readonly string[] {
  return rows(made).filter((row) => !/ (IN_SYNC|UNSUPPORTED): /.test(row));
}

const NO_CHANGES = {
  Status: 'FAILED',
  StatusReason: expect.stringContaining("didn't contain changes"),
  DeploymentMode: 'REVERT_DRIFT',
  StackDriftStatus: 'IN_SYNC',
};

test('a stack that nobody has touched has no drift to revert', async () => {
  const { revert } = await deployed();
  expect(await revert()).toMatchObject(NO_CHANGES);
});

test('a change set without the mode sees no drift, and says nothing of it', async () => {
  const { byHand, changeSet } = await deployed();
  await byHand('logs', 'PutRetentionPolicy', { logGroupName: '/ecs/sample', retentionInDays: 30 });
  const { UsePreviousTemplate } = REVERT;
  const made = await changeSet({ ...INPUT, UsePreviousTemplate });
  expect([made.Status, made.DeploymentMode, made.StackDriftStatus]).toEqual(['FAILED', undefined, undefined]);
});

test('rules of a security group that were changed and added by hand are shown, and reverted', async () => {
  const { byHand, revert, execute, idOf, world } = await deployed();
  const GroupId = await idOf('BalancerGroup');
  const http = { IpProtocol: 'tcp', FromPort: 80, ToPort: 80 };
  const ssh = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '15.248.7.53/32' }] };
  const everyone = { ...http, IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
  await byHand('ec2', 'RevokeSecurityGroupIngress', { GroupId, IpPermissions: [everyone] });
  await byHand('ec2', 'AuthorizeSecurityGroupIngress', {
    GroupId,
    IpPermissions: [{ ...http, IpRanges: [{ CidrIp: '10.0.0.0/8' }] }, ssh],
  });
  const made = await revert();
  expect(rows(made)).toEqual([
    'Modify BalancerGroup MODIFIED: Modify /SecurityGroupIngress/0/CidrIp 10.0.0.0/8 -> 0.0.0.0/0 [0.0.0.0/0 was 10.0.0.0/8]',
    expect.stringMatching(
      /^Modify BalancerGroup MODIFIED: Remove \/SecurityGroupIngress\/1 .*22.* -> undefined \[undefined was .*15\.248\.7\.53.*\]$/,
    ),
  ]);
  expect(made).toMatchObject({ Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE', StackDriftStatus: 'DRIFTED' });
  expect(made.Changes?.[0]?.ResourceChange).toMatchObject({
    Replacement: 'False',
    Scope: ['Properties'],
    BeforeContext: expect.stringContaining('10.0.0.0/8'),
    PreviousDeploymentContext: expect.not.stringContaining('10.0.0.0/8'),
  });
  expect(made.Changes?.[0]?.ResourceChange?.Details?.[0]).toMatchObject({
    ChangeSource: 'DirectModification',
    Evaluation: 'Static',
    Target: {
      RequiresRecreation: 'Never',
      BeforeValueFrom: 'ACTUAL_STATE',
      AfterValueFrom: 'TEMPLATE',
      Drift: { DriftDetectionTimestamp: expect.any(Number) },
    },
  });
  await execute(made);
  expect(await world.call('ec2', 'DescribeSecurityGroups', { GroupIds: [GroupId] })).toMatchObject({
    SecurityGroups: [{ IpPermissions: [{ FromPort: 80, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] }],
  });
  expect(await revert()).toMatchObject(NO_CHANGES);
});

test('a listener rule that was changed by hand is reverted', async () => {
  const { byHand, revert, execute, idOf, world, stack } = await deployed();
  const RuleArn = await idOf('Rule');
  const Conditions = [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/maintenance/*'] } }];
  await byHand('elbv2', 'ModifyRule', { RuleArn, Conditions });
  const made = await revert();
  expect(rows(made)).toEqual([
    'Modify Rule MODIFIED: Modify /Conditions/0/PathPatternConfig/Values/0 /maintenance/* -> /* [/* was /maintenance/*]',
  ]);
  expect(made.Changes?.[0]?.ResourceChange?.ResourceDriftIgnoredAttributes).toEqual([
    { Path: '/Properties/ListenerArn', Reason: 'WRITE_ONLY_PROPERTY' },
  ]);
  await execute(made);
  expect(await world.call('elbv2', 'DescribeRules', { RuleArns: [RuleArn] })).toMatchObject({
    Rules: [{ Conditions: [{ Values: ['/*'] }] }],
  });
  expect(await stack('s')).toMatchObject({ StackStatus: 'UPDATE_COMPLETE' });
});

describe('what is changed by hand', () => {
  test.each<[what: string, service: ServiceName, operation: string, input: (id: string) => object, row: string]>([
    [
      'Targets',
      'elbv2',
      'ModifyTargetGroupAttributes',
      (TargetGroupArn) => ({
        TargetGroupArn,
        Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '300' }],
      }),
      'Modify /TargetGroupAttributes/0/Value 300 -> 15 [15 was 300]',
    ],
    [
      'Targets',
      'elbv2',
      'ModifyTargetGroup',
      (TargetGroupArn) => ({ TargetGroupArn, HealthCheckIntervalSeconds: 30 }),
      'Modify /HealthCheckIntervalSeconds 30 -> 5 [5 was 30]',
    ],
    [
      'Balancer',
      'elbv2',
      'ModifyLoadBalancerAttributes',
      (LoadBalancerArn) => ({
        LoadBalancerArn,
        Attributes: [{ Key: 'idle_timeout.timeout_seconds', Value: '60' }],
      }),
      'Modify /LoadBalancerAttributes/0/Value 60 -> 30 [30 was 60]',
    ],
    [
      'Listener',
      'elbv2',
      'ModifyListener',
      (ListenerArn) => ({
        ListenerArn,
        DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '503' } }],
      }),
      'Modify /DefaultActions/0/FixedResponseConfig/StatusCode 503 -> 404 [404 was 503]',
    ],
    [
      'Logs',
      'logs',
      'DeleteRetentionPolicy',
      (logGroupName) => ({ logGroupName }),
      'Add /RetentionInDays undefined -> 7 [7 was undefined]',
    ],
    [
      'Group',
      'autoscaling',
      'UpdateAutoScalingGroup',
      (AutoScalingGroupName) => ({ AutoScalingGroupName, MaxSize: 9 }),
      'Modify /MaxSize 9 -> 4 [4 was 9]',
    ],
    [
      'Cluster',
      'ecs',
      'UpdateClusterSettings',
      (cluster) => ({ cluster, settings: [{ name: 'containerInsights', value: 'enabled' }] }),
      'Modify /ClusterSettings/0/Value enabled -> disabled [disabled was enabled]',
    ],
    [
      'Provider',
      'ecs',
      'UpdateCapacityProvider',
      (name) => ({ name, autoScalingGroupProvider: { managedDraining: 'DISABLED' } }),
      'Modify /AutoScalingGroupProvider/ManagedDraining DISABLED -> ENABLED [ENABLED was DISABLED]',
    ],
    [
      'Role',
      'iam',
      'DetachRolePolicy',
      (RoleName) => ({
        RoleName,
        PolicyArn: 'arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role',
      }),
      'Add /ManagedPolicyArns/0 undefined -> arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role',
    ],
    [
      'SubnetA',
      'ec2',
      'ModifySubnetAttribute',
      (SubnetId) => ({ SubnetId, MapPublicIpOnLaunch: { Value: false } }),
      'Modify /MapPublicIpOnLaunch false -> true [true was false]',
    ],
  ])('of %s by %s %s is one row, and undone', async (logicalId, service, operation, input, row) => {
    const { byHand, revert, execute, idOf } = await deployed();
    await byHand(service, operation, input(await idOf(logicalId)));
    const made = await revert();
    expect(driftRows(made)).toEqual([expect.stringContaining(`Modify ${logicalId} MODIFIED: ${row}`)]);
    await execute(made);
    expect(await revert()).toMatchObject(NO_CHANGES);
  });
});

test('a template that says what was done by hand takes it over without touching the resource', async () => {
  const { byHand, revert, execute } = await deployed();
  await byHand('logs', 'PutRetentionPolicy', { logGroupName: '/ecs/sample', retentionInDays: 30 });
  const TemplateBody = CLUSTER_TEMPLATE.replace('RetentionInDays: 7', 'RetentionInDays: 30');
  const made = await revert({ ...INPUT, TemplateBody, DeploymentMode: 'REVERT_DRIFT' });
  expect(rows(made)).toEqual(['SyncWithActual Logs MODIFIED: SyncWithActual /RetentionInDays 30 -> 30 [7 was 30]']);
  expect(made.Changes?.[0]?.ResourceChange?.Details).toMatchObject([{ ChangeSource: 'NoModification' }]);
  await execute(made);
  expect(await revert()).toMatchObject(NO_CHANGES);
});

test('all three states are shown where template and hand have both changed a property', async () => {
  const { byHand, revert } = await deployed();
  await byHand('logs', 'PutRetentionPolicy', { logGroupName: '/ecs/sample', retentionInDays: 30 });
  const TemplateBody = CLUSTER_TEMPLATE.replace('RetentionInDays: 7', 'RetentionInDays: 14');
  expect(rows(await revert({ ...INPUT, TemplateBody, DeploymentMode: 'REVERT_DRIFT' }))).toEqual([
    'Modify Logs MODIFIED: Modify /RetentionInDays 30 -> 14 [7 was 30]',
  ]);
});

test('what was deleted by hand is made again', async () => {
  const { byHand, revert, execute, idOf } = await deployed();
  const lost = await idOf('Rule');
  await byHand('elbv2', 'DeleteRule', { RuleArn: lost });
  const made = await revert();
  expect(rows(made)).toEqual(['Add Rule DELETED']);
  expect(made.StackDriftStatus).toBe('DRIFTED');
  await execute(made);
  expect(await idOf('Rule')).not.toBe(lost);
  expect(await revert()).toMatchObject(NO_CHANGES);
});

test('a failed update returns to what was there, drift included', async () => {
  const { byHand, revert, execute, idOf, world, stack } = await deployed();
  const RuleArn = await idOf('Rule');
  const Conditions = [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/maintenance/*'] } }];
  await byHand('elbv2', 'ModifyRule', { RuleArn, Conditions });
  await byHand('logs', 'DeleteLogGroup', { logGroupName: '/ecs/sample' });
  // Out of range: Elastic Load Balancing refuses it while the others are brought back.
  const Parameters = [{ ParameterKey: 'DelaySeconds', ParameterValue: '99999' }];
  await execute(await revert({ ...REVERT, Parameters }));
  expect(await stack('s')).toMatchObject({ StackStatus: 'UPDATE_ROLLBACK_COMPLETE' });
  expect(await world.call('elbv2', 'DescribeRules', { RuleArns: [RuleArn] })).toMatchObject({
    Rules: [{ Conditions: [{ Values: ['/maintenance/*'] }] }],
  });
  expect(await world.call('logs', 'DescribeLogGroups', {})).toMatchObject({ logGroups: [] });
  expect(rows(await revert())).toEqual(['Add Logs DELETED', expect.stringContaining('Modify Rule MODIFIED')]);
});

test('what was made again before a failure without rollback is not made twice', async () => {
  const { byHand, revert, call, advance, stack, idOf, world } = await deployed();
  await byHand('logs', 'DeleteLogGroup', { logGroupName: '/ecs/sample' });
  const Parameters = [{ ParameterKey: 'DelaySeconds', ParameterValue: '99999' }];
  const { ChangeSetId: ChangeSetName } = await revert({ ...REVERT, Parameters });
  await call('ExecuteChangeSet', { ChangeSetName, DisableRollback: true });
  await advance(5 * MINUTE);
  expect(await stack('s')).toMatchObject({ StackStatus: 'UPDATE_FAILED' });
  const fixed = [{ ParameterKey: 'DelaySeconds', ParameterValue: '20' }];
  await call('UpdateStack', { ...INPUT, UsePreviousTemplate: true, Parameters: fixed });
  await advance(5 * MINUTE);
  expect(await stack('s')).toMatchObject({ StackStatus: 'UPDATE_COMPLETE' });
  expect(await idOf('Logs')).toBe('/ecs/sample');
  expect(await world.call('logs', 'DescribeLogGroups', {})).toMatchObject({ logGroups: [{ retentionInDays: 7 }] });
});

test('the capacity that managed scaling chooses stays, and is said to be managed', async () => {
  const sized = CLUSTER_TEMPLATE.replace("MinSize: '2'", "MinSize: '2'\n      DesiredCapacity: '2'");
  const { byHand, revert, idOf } = await deployed(sized);
  const AutoScalingGroupName = await idOf('Group');
  await byHand('autoscaling', 'SetDesiredCapacity', { AutoScalingGroupName, DesiredCapacity: 3 });
  expect(await revert()).toMatchObject(NO_CHANGES);
  await byHand('autoscaling', 'UpdateAutoScalingGroup', { AutoScalingGroupName, MaxSize: 9 });
  const made = await revert();
  expect(rows(made)).toEqual(['Modify Group MODIFIED: Modify /MaxSize 9 -> 4 [4 was 9]']);
  expect(made.Changes?.[0]?.ResourceChange?.ResourceDriftIgnoredAttributes).toEqual([
    { Path: '/Properties/DesiredCapacity', Reason: 'MANAGED_BY_AWS' },
  ]);
});

test("others' tags stay; a tag of the template that was changed comes back", async () => {
  const { byHand, revert, execute, idOf, world } = await deployed();
  const id = await idOf('Vpc');
  await byHand('ec2', 'CreateTags', { Resources: [id], Tags: [{ Key: 'owner', Value: 'finance' }] });
  expect(await revert()).toMatchObject(NO_CHANGES);
  await byHand('ec2', 'CreateTags', { Resources: [id], Tags: [{ Key: 'Name', Value: 'other' }] });
  const made = await revert();
  expect(driftRows(made)).toEqual([
    expect.stringContaining('Modify Vpc MODIFIED: Modify /Tags/0/Value other -> sample'),
  ]);
  await execute(made);
  expect(await world.call('ec2', 'DescribeVpcs', { VpcIds: [id] })).toMatchObject({
    Vpcs: [
      {
        Tags: expect.arrayContaining([
          { Key: 'Name', Value: 'sample' },
          { Key: 'owner', Value: 'finance' },
        ]),
      },
    ],
  });
});

test('a rule that another stack attaches to a group is drift of the group', async () => {
  const { call, changeSet, advance, revert, idOf } = await deployed();
  const rule = { IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, CidrIp: '10.0.0.0/8' };
  const Properties = { GroupId: await idOf('BalancerGroup'), ...rule };
  const TemplateBody = JSON.stringify({ Resources: { Rule: { Type: 'AWS::EC2::SecurityGroupIngress', Properties } } });
  const { ChangeSetId } = await changeSet({ StackName: 'other', ChangeSetType: 'CREATE', TemplateBody });
  await call('ExecuteChangeSet', { ChangeSetName: ChangeSetId });
  await advance(MINUTE);
  expect(rows(await revert())).toEqual([
    expect.stringMatching(/^Modify BalancerGroup MODIFIED: Remove \/SecurityGroupIngress\/1 .*8080/),
  ]);
});
