import { describe, expect, test } from '@jest/globals';
import type { Service } from '../../../core/world.ts';
import type { ContainerInstance } from '../../../shapes/ecs.d.ts';
import { createService as createIam } from '../../iam/service.ts';
import { createService as createSts } from '../../sts/service.ts';
import { type EcsWorld, ecsWorld } from '../testing/world.ts';

interface Host {
  readonly image?: string;
  readonly profile?: boolean;
  /** Which service the role of the profile trusts, and what it may do. */
  readonly trusted?: string;
  readonly policy?: string | undefined;
  readonly publicIp?: boolean;
  readonly route?: object;
  readonly userData?: string;
}

/** One t2.medium. */
function ec2Stub({
  image = 'al2023-ami-ecs-hvm-2023.0.20261101-kernel-6.1-x86_64',
  profile = true,
  publicIp = true,
  route,
  userData,
}: Host): Service {
  const script = userData ?? 'echo ECS_CLUSTER=c >> /etc/ecs/ecs.config';
  return {
    operations: {
      DescribeInstances: () => ({
        Reservations: [
          {
            Instances: [
              {
                InstanceId: 'i-1',
                ImageId: 'ami-1',
                InstanceType: 't2.medium',
                SubnetId: 'subnet-1',
                VpcId: 'vpc-1',
                Placement: { AvailabilityZone: 'ap-northeast-1c' },
                ...(profile ? { IamInstanceProfile: { Arn: PROFILE } } : {}),
                ...(publicIp ? { PublicIpAddress: '203.0.113.1' } : {}),
              },
            ],
          },
        ],
      }),
      DescribeInstanceAttribute: () => ({ UserData: { Value: Buffer.from(script).toString('base64') } }),
      DescribeImages: () => ({ Images: [{ ImageId: 'ami-1', Name: image }] }),
      DescribeInstanceTypes: () => ({
        InstanceTypes: [
          {
            InstanceType: 't2.medium',
            VCpuInfo: { DefaultVCpus: 2 },
            MemoryInfo: { SizeInMiB: 4096 },
            NetworkInfo: { MaximumNetworkInterfaces: 3 },
          },
        ],
      }),
      DescribeRouteTables: () => ({
        RouteTables: [
          {
            Associations: [{ Main: true }],
            Routes: [{ DestinationCidrBlock: '0.0.0.0/0', State: 'active', ...(route ?? { GatewayId: 'igw-1' }) }],
          },
        ],
      }),
    },
  };
}

const PROFILE = 'arn:aws:iam::123456789012:instance-profile/instances';
const POLICY = 'arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role';

async function createProfile({ world }: EcsWorld, host: Host): Promise<void> {
  const { trusted = 'ec2.amazonaws.com', policy: PolicyArn } = { policy: POLICY, ...host };
  const Statement = { Effect: 'Allow', Principal: { Service: trusted }, Action: 'sts:AssumeRole' };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  const RoleName = 'instances';
  await world.call('iam', 'CreateRole', { RoleName, AssumeRolePolicyDocument });
  if (PolicyArn !== undefined) await world.call('iam', 'AttachRolePolicy', { RoleName, PolicyArn });
  await world.call('iam', 'CreateInstanceProfile', { InstanceProfileName: RoleName });
  await world.call('iam', 'AddRoleToInstanceProfile', { InstanceProfileName: RoleName, RoleName });
}

const boot = async (host: Host): Promise<EcsWorld> => {
  const ecs = await ecsWorld({
    others: { ec2: ec2Stub(host) },
    real: (world) => ({ iam: createIam(world), sts: createSts(world) }),
  });
  await createProfile(ecs, host);
  ecs.world.emit('instance-state', { instanceId: 'i-1', state: 'running' });
  return ecs;
};

async function registered(ecs: EcsWorld): Promise<ContainerInstance[]> {
  const { containerInstanceArns = [] } = await ecs.call<{ containerInstanceArns?: string[] }>(
    'ListContainerInstances',
    { cluster: 'c' },
  );
  if (containerInstanceArns.length === 0) return [];
  const { containerInstances } = await ecs.call<{ containerInstances: ContainerInstance[] }>(
    'DescribeContainerInstances',
    {
      cluster: 'c',
      containerInstances: containerInstanceArns,
    },
  );
  return containerInstances;
}

describe('an instance that boots', () => {
  test('registers with its size, its zone and what its agent can do', async () => {
    const ecs = await boot({});
    await ecs.advance(40_000);
    expect(await registered(ecs)).toEqual([]);
    await ecs.advance(40_000);
    const [instance] = await registered(ecs);
    expect(instance).toMatchObject({
      ec2InstanceId: 'i-1',
      status: 'ACTIVE',
      agentConnected: true,
      registeredResources: [
        { name: 'CPU', integerValue: 2048 },
        { name: 'MEMORY', integerValue: 3915 },
        { name: 'PORTS', stringSetValue: ['22', '2375', '2376', '51678', '51679', '51680'] },
        { name: 'PORTS_UDP' },
      ],
    });
    expect(instance?.attributes).toContainEqual({ name: 'ecs.availability-zone', value: 'ap-northeast-1c' });
    expect(instance?.attributes).toContainEqual({ name: 'ecs.instance-type', value: 't2.medium' });
  });

  test.each<[string, Host]>([
    ['an image without an agent', { image: 'al2023-ami-2023.0.20261101-kernel-6.1-x86_64' }],
    ['no instance profile', { profile: false }],
    ['a role that EC2 cannot assume', { trusted: 'lambda.amazonaws.com' }],
    ['a role without permissions', { policy: undefined }],
    ['a role that may do something else', { policy: 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore' }],
    ['no public address behind an internet gateway', { publicIp: false }],
    ['no route to the outside', { route: { GatewayId: 'local' } }],
    ['user data that names another cluster', { userData: 'echo ECS_CLUSTER=nowhere >> /etc/ecs/ecs.config' }],
  ])('does not with %s', async (_, host) => {
    const ecs = await boot(host);
    await ecs.advance(600_000);
    expect(await registered(ecs)).toEqual([]);
  });

  test('needs no public address behind a NAT gateway', async () => {
    const ecs = await boot({ publicIp: false, route: { NatGatewayId: 'nat-1' } });
    await ecs.advance(90_000);
    expect(await registered(ecs)).toHaveLength(1);
  });

  test('joins the default cluster, which it makes, without user data', async () => {
    const ecs = await boot({ userData: '#!/bin/bash' });
    await ecs.advance(90_000);
    expect(await ecs.call('DescribeClusters', {})).toMatchObject({
      clusters: [{ clusterName: 'default', registeredContainerInstancesCount: 1 }],
    });
  });

  test('joins a cluster that is made later', async () => {
    const ecs = await boot({ userData: 'ECS_CLUSTER=late' });
    await ecs.advance(200_000);
    await ecs.call('CreateCluster', { clusterName: 'late' });
    await ecs.advance(40_000);
    expect(await ecs.call('DescribeClusters', { clusters: ['late'] })).toMatchObject({
      clusters: [{ registeredContainerInstancesCount: 1 }],
    });
  });
});

test('an instance that ends takes its tasks with it: dead at once, known to ECS when EC2 says terminated', async () => {
  const ecs = await boot({});
  await ecs.advance(90_000);
  await ecs.register({});
  await ecs.call('RunTask', { cluster: 'c', taskDefinition: 'f' });
  await ecs.advance(10_000);
  const hostPort = (await ecs.tasks())[0]?.containers?.[0]?.networkBindings?.[0]?.hostPort ?? 0;
  expect(ecs.world.network.lookup('i-1', hostPort)).toBeDefined();
  ecs.world.emit('instance-state', { instanceId: 'i-1', state: 'shutting-down' });
  await ecs.advance(1000);
  expect(ecs.world.network.lookup('i-1', hostPort)).toBeUndefined();
  expect(await registered(ecs)).toMatchObject([{ agentConnected: false, runningTasksCount: 1 }]);
  ecs.world.emit('instance-state', { instanceId: 'i-1', state: 'terminated' });
  await ecs.advance(1000);
  expect(await registered(ecs)).toEqual([]);
  expect(await ecs.tasks('STOPPED')).toMatchObject([
    { stopCode: 'TerminationNotice', stoppedReason: 'Host EC2 (instance i-1) terminated.' },
  ]);
});
