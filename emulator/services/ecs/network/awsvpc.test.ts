import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CreateSubnetResult, DescribeSubnetsResult } from '../../../shapes/ec2.d.ts';
import type { RunTaskResponse, Task } from '../../../shapes/ecs.d.ts';
import { type AwsvpcWorld, awsvpcWorld } from '../testing/awsvpc-world.ts';

let ecs: AwsvpcWorld;
beforeEach(async () => {
  ecs = await awsvpcWorld();
  await ecs.register({}, { networkMode: 'awsvpc' });
});
afterEach(() => ecs.stop());

const run = (more: object = {}): Promise<RunTaskResponse> =>
  ecs.call<RunTaskResponse>('RunTask', {
    ...{ cluster: 'c', taskDefinition: 'f', networkConfiguration: ecs.network(), ...more },
  });
const create = (more: object = {}) =>
  ecs.create({ loadBalancers: ecs.loadBalancers, networkConfiguration: ecs.network(), ...more } as object);
const detail = (task: Task | undefined, wanted: string): string | undefined =>
  task?.attachments?.[0]?.details?.find(({ name }) => name === wanted)?.value;

describe('the interface of a task', () => {
  test('is created and attached while the task is PROVISIONING, and carries it from then on', async () => {
    const { tasks = [] } = await run();
    expect(tasks[0]).toMatchObject({
      lastStatus: 'PROVISIONING',
      attachments: [{ type: 'ElasticNetworkInterface', status: 'PRECREATED', details: [{ name: 'subnetId' }] }],
    });
    await ecs.advance(4_000);
    expect((await ecs.tasks())[0]).toMatchObject({
      lastStatus: 'PROVISIONING',
      attachments: [{ status: 'ATTACHING' }],
    });
    await ecs.advance(30_000);
    const [task] = await ecs.tasks();
    const [made] = await ecs.interfaces();
    expect(task).toMatchObject({ lastStatus: 'RUNNING', attachments: [{ status: 'ATTACHED' }] });
    expect(made).toMatchObject({
      Status: 'in-use',
      Description: `arn:aws:ecs:ap-northeast-1:123456789012:attachment/${task?.attachments?.[0]?.id}`,
      NetworkInterfaceId: detail(task, 'networkInterfaceId'),
      PrivateIpAddress: detail(task, 'privateIPv4Address'),
      SubnetId: ecs.subnets[task?.availabilityZone ?? ''],
      Groups: [{ GroupId: ecs.taskGroup }],
      Attachment: { InstanceId: ecs.hosts[task?.availabilityZone ?? ''], DeviceIndex: 1 },
    });
    expect(task?.containers?.[0]).toMatchObject({
      networkBindings: [],
      networkInterfaces: [
        { attachmentId: task?.attachments?.[0]?.id, privateIpv4Address: detail(task, 'privateIPv4Address') },
      ],
    });
  });

  test('has a device index of its own where several are attached to one instance at once', async () => {
    await run({ count: 4 });
    await ecs.advance(20_000);
    const places = (await ecs.interfaces()).map(
      ({ Attachment }) => `${Attachment?.InstanceId} ${Attachment?.DeviceIndex}`,
    );
    expect(new Set(places).size).toBe(4);
  });

  test('is gone with the task, and its address is free again', async () => {
    const free = async () =>
      (await ecs.ec2<DescribeSubnetsResult>('DescribeSubnets', {})).Subnets?.map((one) => one.AvailableIpAddressCount);
    const before = await free();
    const { tasks = [] } = await run();
    await ecs.advance(20_000);
    expect(await free()).not.toEqual(before);
    await ecs.call('StopTask', { cluster: 'c', task: tasks[0]?.taskArn });
    await ecs.advance(10_000);
    expect((await ecs.tasks('STOPPED'))[0]).toMatchObject({
      lastStatus: 'STOPPED',
      attachments: [{ status: 'DELETED' }],
    });
    expect(await ecs.interfaces()).toEqual([]);
    expect(await free()).toEqual(before);
  });

  test('goes with its instance', async () => {
    await run();
    await ecs.advance(20_000);
    await ecs.ec2('TerminateInstances', { InstanceIds: Object.values(ecs.hosts) });
    await ecs.advance(45_000);
    expect(await ecs.tasks()).toEqual([]);
    expect(await ecs.interfaces()).toEqual([]);
  });

  test('cannot be had where the subnet has no address left, which stops the task', async () => {
    const { Subnet } = await ecs.ec2<CreateSubnetResult>('CreateSubnet', {
      ...{ VpcId: ecs.vpcId, CidrBlock: '172.31.255.0/28', AvailabilityZone: 'ap-northeast-1a' },
    });
    const SubnetId = Subnet?.SubnetId ?? '';
    for (let taken = 0; taken < 11; taken++) await ecs.ec2('CreateNetworkInterface', { SubnetId });
    await run({ networkConfiguration: ecs.network({ subnets: [SubnetId] }) });
    await ecs.advance(5_000);
    expect((await ecs.tasks('STOPPED'))[0]).toMatchObject({
      stopCode: 'TaskFailedToStart',
      stoppedReason: `Unexpected EC2 error while attempting to Create Network Interface with public IP assignment disabled in subnet '${SubnetId}': InsufficientFreeAddressesInSubnet`,
    });
  });
});

describe('a service of tasks with interfaces of their own', () => {
  test('is reached by their addresses, and a rolling update drops nothing', async () => {
    await ecs.register({ image: 'app:v2' }, { networkMode: 'awsvpc' });
    expect(await create({ taskDefinition: 'f:1' })).toMatchObject({
      networkConfiguration: { awsvpcConfiguration: { assignPublicIp: 'DISABLED' } },
    });
    await settle();
    expect(new Set(await ecs.answers(10))).toEqual(new Set([201]));
    await ecs.call('UpdateService', { cluster: 'c', service: 's', taskDefinition: 'f:2' });
    const seen = new Set<number>();
    for (let round = 0; round < 60; round++) {
      await ecs.advance(2_000);
      for (const status of await ecs.answers(2)) seen.add(status);
    }
    expect(seen).toEqual(new Set([201, 202]));
    expect(new Set(await ecs.answers(10))).toEqual(new Set([202]));
    expect(await ecs.interfaces()).toHaveLength(2);
  });

  test('starts anew with another network', async () => {
    await create();
    await settle();
    const networkConfiguration = ecs.network({ securityGroups: [] });
    await ecs.call('UpdateService', { cluster: 'c', service: 's', networkConfiguration });
    expect((await ecs.service()).deployments).toHaveLength(2);
  });

  test('is short of interfaces beyond two a t3.medium, and its event says so', async () => {
    await create({ desiredCount: 5 });
    await settle();
    expect((await ecs.tasks()).filter(({ lastStatus }) => lastStatus === 'RUNNING')).toHaveLength(4);
    expect((await ecs.messages()).join('\n')).toMatch(
      /was unable to place a task because no container instance met all of its requirements\. The closest matching \(container-instance [0-9a-f]+\) encountered error "RESOURCE:ENI"\./,
    );
    expect((await run()).failures?.map(({ reason }) => reason)).toEqual(['RESOURCE:ENI', 'RESOURCE:ENI']);
  });

  test('is not healthy behind a security group that keeps the load balancer out', async () => {
    await create({ desiredCount: 1, networkConfiguration: ecs.network({ securityGroups: [] }) });
    await settle();
    expect((await ecs.messages()).join('\n')).toMatch(
      /\(service s\) \(task [0-9a-f]+\) \(port 8080\) is unhealthy in \(target-group .*\) due to \(reason Request timed out\)\./,
    );
  });
});

describe('refused is', () => {
  test.each<[string, (world: AwsvpcWorld) => object, string]>([
    [
      'no network',
      () => ({ networkConfiguration: undefined }),
      "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    ],
    [
      'a public address',
      ({ network }) => ({ networkConfiguration: network({ assignPublicIp: 'ENABLED' }) }),
      'Assign public IP is not supported for this launch type.',
    ],
    [
      'more than 16 subnets',
      ({ network }) => ({
        networkConfiguration: network({ subnets: Array.from({ length: 17 }, (_, i) => `subnet-${i}`) }),
      }),
      'subnets can have at most 16 items.',
    ],
    [
      'more than 5 groups',
      ({ network }) => ({
        networkConfiguration: network({ securityGroups: Array.from({ length: 6 }, (_, i) => `sg-${i}`) }),
      }),
      'securityGroups can have at most 5 items.',
    ],
    [
      'a subnet that is not there',
      ({ network }) => ({ networkConfiguration: network({ subnets: ['subnet-1'] }) }),
      "Error retrieving subnet information for [subnet-1]: The subnet ID 'subnet-1' does not exist (ErrorCode: InvalidSubnetID.NotFound)",
    ],
    [
      'a role',
      () => ({ role: 'ecsServiceRole' }),
      'You cannot specify an IAM role for services that require a service linked role.',
    ],
  ])('%s', async (_, input, message) => {
    await expect(create(input(ecs))).rejects.toMatchObject({ code: 'InvalidParameterException', message });
  });

  test('a network for tasks of another mode, and their load balancer of addresses', async () => {
    const bridge = await ecs.register({}, { networkMode: 'bridge' });
    await expect(create({ taskDefinition: bridge })).rejects.toThrow(
      'has target type ip, which is incompatible with the bridge network mode specified in the task definition.',
    );
    await expect(run({ taskDefinition: bridge })).rejects.toThrow(
      'Network Configuration is not valid for the given networkMode of this task definition.',
    );
  });
});

/** Lets time pass until a service of some tasks stands, real requests for health checks included. */
async function settle(): Promise<void> {
  for (let round = 0; round < 40; round++) {
    await ecs.advance(2_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
