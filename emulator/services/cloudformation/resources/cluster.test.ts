import { afterEach, expect, test } from '@jest/globals';
import type { AutoScalingGroupsType } from '../../../shapes/autoscaling.d.ts';
import type { DescribeSecurityGroupsResult } from '../../../shapes/ec2.d.ts';
import type { DescribeTargetGroupAttributesOutput, DescribeTargetGroupsOutput } from '../../../shapes/elbv2.d.ts';
import type { ClusterWorld } from '../testing/cluster-world.ts';
import { CLUSTER_TEMPLATE, clusterWorld } from '../testing/cluster-world.ts';
import type { StackWorld } from '../testing/stack-world.ts';
import { changeOf, MINUTE } from '../testing/stack-world.ts';
import { REGISTERED_TYPES, resourceTypeOf } from './registry.ts';
import { RESOURCE_TYPES, schemaOf } from './schemas.ts';

const INPUT = { StackName: 's', Capabilities: ['CAPABILITY_NAMED_IAM'] };

let running: ClusterWorld | undefined;
afterEach(() => running?.stop());

async function deployed(TemplateBody = CLUSTER_TEMPLATE): Promise<ClusterWorld> {
  const cluster = clusterWorld();
  running = cluster;
  await cluster.deploy({ ...INPUT, ChangeSetType: 'CREATE', TemplateBody });
  expect(await cluster.stack('s')).toMatchObject({ StackStatus: 'CREATE_COMPLETE' });
  return cluster;
}

const withParameters = (values: Record<string, string>): object => ({
  ...INPUT,
  UsePreviousTemplate: true,
  Parameters: Object.entries(values).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
});

async function group({ world }: StackWorld): Promise<AutoScalingGroupsType['AutoScalingGroups'][number] | undefined> {
  const answer = await world.call<AutoScalingGroupsType>('autoscaling', 'DescribeAutoScalingGroups', {});
  return answer.AutoScalingGroups[0];
}

async function delaySeconds({ world }: StackWorld): Promise<string | undefined> {
  const { TargetGroups: groups = [] } = await world.call<DescribeTargetGroupsOutput>(
    'elbv2',
    'DescribeTargetGroups',
    {},
  );
  const { Attributes: attributes = [] } = await world.call<DescribeTargetGroupAttributesOutput>(
    'elbv2',
    'DescribeTargetGroupAttributes',
    { TargetGroupArn: groups[0]?.TargetGroupArn },
  );
  return attributes.find(({ Key }) => Key === 'deregistration_delay.timeout_seconds')?.Value;
}

test('the types that are registered are those that schemas were generated for', () => {
  expect([...REGISTERED_TYPES].sort()).toEqual([...RESOURCE_TYPES].sort());
});

test('only types that their name identifies are refused for a name that is taken', () => {
  const types = REGISTERED_TYPES.map(resourceTypeOf).filter(({ exists }) => exists);
  expect(types.map(({ type }) => schemaOf(type).primaryIdentifier)).toEqual(
    types.map(({ naming }) => [naming?.property]),
  );
});

test('a cluster is provisioned through the services themselves, and deleted without a trace', async () => {
  const cluster = await deployed();
  const { world, call, advance, stack } = cluster;
  const { StackId: id = '', Outputs: outputs } = await stack('s');
  expect(Object.fromEntries((outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]))).toEqual({
    AlbDnsName: expect.stringMatching(/^sample-ecs-alb-\d+\.ap-northeast-1\.elb\.amazonaws\.com$/),
    TargetGroupFullName: expect.stringMatching(/^targetgroup\/s-Targe-\w{12}\/[0-9a-f]{16}$/),
    GroupVersion: '1',
  });
  expect(await group(cluster)).toMatchObject({
    AutoScalingGroupName: 'sample-autoscaling-group',
    MinSize: 2,
    MaxSize: 4,
    LaunchTemplate: { LaunchTemplateName: 'sample-autoscaling-setting', Version: '1' },
    Tags: expect.arrayContaining([
      expect.objectContaining({ Key: 'aws:cloudformation:stack-name', Value: 's', PropagateAtLaunch: true }),
    ]),
  });
  expect(await delaySeconds(cluster)).toBe('15');
  await call('DeleteStack', { StackName: 's' });
  await advance(30 * MINUTE);
  expect(await stack(id)).toMatchObject({ StackStatus: 'DELETE_COMPLETE' });
  expect(await group(cluster)).toBeUndefined();
  const vpcs = await world.call<{ Vpcs: { IsDefault: boolean }[] }>('ec2', 'DescribeVpcs', {});
  expect(vpcs.Vpcs.map(({ IsDefault }) => IsDefault)).toEqual([true]);
  expect(await world.call('iam', 'ListRoles', {})).toMatchObject({
    Roles: expect.not.arrayContaining([{ RoleName: 'ecsInstanceRole' }]),
  });
});

test('the same template again is no change', async () => {
  const { changeSet } = await deployed();
  expect(await changeSet({ ...INPUT, TemplateBody: CLUSTER_TEMPLATE })).toMatchObject({ Status: 'FAILED' });
});

test('another instance type is a new version of the launch template, and the group follows', async () => {
  const cluster = await deployed();
  const shown = await cluster.changeSet(withParameters({ InstanceType: 't3.large' }));
  expect(shown.Changes?.map(({ ResourceChange: change }) => [change?.LogicalResourceId, change?.Replacement])).toEqual([
    ['Group', 'False'],
    ['Template', 'False'],
  ]);
  expect(changeOf(shown, 'Group')?.Details).toEqual([
    {
      ChangeSource: 'ResourceAttribute',
      CausingEntity: 'Template.LatestVersionNumber',
      Evaluation: 'Dynamic',
      Target: { Attribute: 'Properties', Name: 'LaunchTemplate', RequiresRecreation: 'Never' },
    },
  ]);
  const valued = await cluster.call('DescribeChangeSet', {
    ChangeSetName: shown.ChangeSetId,
    IncludePropertyValues: true,
  });
  expect(changeOf(valued, 'Template')?.Details?.[0]?.Target).toMatchObject({
    Path: '/Properties/LaunchTemplateData/InstanceType',
    BeforeValue: 't2.medium',
    AfterValue: 't3.large',
  });
  expect(changeOf(valued, 'Group')?.Details?.[0]?.Target).toMatchObject({
    Path: '/Properties/LaunchTemplate/Version',
    BeforeValue: '1',
    AfterValue: '{{changeSet:KNOWN_AFTER_APPLY}}',
  });
  await cluster.call('ExecuteChangeSet', { ChangeSetName: shown.ChangeSetId });
  await cluster.advance(5 * MINUTE);
  expect(await group(cluster)).toMatchObject({ LaunchTemplate: { Version: '2' } });
  expect((await cluster.stack('s')).Outputs).toContainEqual({ OutputKey: 'GroupVersion', OutputValue: '2' });
});

test('a failed update leaves every service as it was', async () => {
  const cluster = await deployed();
  const ingress = async (): Promise<unknown> => {
    const { SecurityGroups: groups = [] } = await cluster.world.call<DescribeSecurityGroupsResult>(
      'ec2',
      'DescribeSecurityGroups',
      { Filters: [{ Name: 'group-name', Values: ['sample-alb-sg'] }] },
    );
    return groups[0]?.IpPermissions;
  };
  const before = await ingress();
  // The delay is out of range: Elastic Load Balancing refuses it after other resources have been updated.
  await cluster.deploy(withParameters({ InstanceType: 't3.large', Ingress: '10.0.0.0/8', DelaySeconds: '99999' }));
  expect(await cluster.stack('s')).toMatchObject({
    StackStatus: 'UPDATE_ROLLBACK_COMPLETE',
    Parameters: expect.arrayContaining([{ ParameterKey: 'Ingress', ParameterValue: '0.0.0.0/0' }]),
  });
  expect(await ingress()).toEqual(before);
  expect(await delaySeconds(cluster)).toBe('15');
  expect(await cluster.changeSet({ ...INPUT, TemplateBody: CLUSTER_TEMPLATE })).toMatchObject({ Status: 'FAILED' });
});

test('AutoScalingRollingUpdate replaces the instances of a group whose launch template has changed', async () => {
  const TemplateBody = CLUSTER_TEMPLATE.replace(
    '    DependsOn: [Route, RoutesA, RoutesC]\n',
    '    DependsOn: [Route, RoutesA, RoutesC]\n    UpdatePolicy: { AutoScalingRollingUpdate: { MinInstancesInService: 1 } }\n',
  );
  const cluster = await deployed(TemplateBody);
  const before = (await group(cluster))?.Instances?.map(({ InstanceId }) => InstanceId) ?? [];
  await cluster.deploy(withParameters({ InstanceType: 't3.large' }));
  await cluster.advance(30 * MINUTE);
  expect(await cluster.stack('s')).toMatchObject({ StackStatus: 'UPDATE_COMPLETE' });
  const after = (await group(cluster))?.Instances ?? [];
  expect(after).toHaveLength(2);
  expect(after.filter(({ InstanceId }) => before.includes(InstanceId))).toEqual([]);
  expect(after.every(({ InstanceType }) => InstanceType === 't3.large')).toBe(true);
});
