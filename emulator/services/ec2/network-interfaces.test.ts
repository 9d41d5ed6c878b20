import { describe, expect, test } from '@jest/globals';
import { hostAt } from '../../core/network.ts';
import type {
  AttachNetworkInterfaceResult,
  CreateNetworkInterfaceResult,
  CreateSecurityGroupResult,
  DescribeInstancesResult,
  DescribeNetworkInterfacesResult,
  DescribeSubnetsResult,
  Instance,
  NetworkInterface,
  Reservation,
} from '../../shapes/ec2.d.ts';
import { createEc2World, IMAGE } from './testing.ts';

const ECS = { arn: 'ecs.amazonaws.com' };

async function build() {
  const { world, advance } = createEc2World();
  const ec2 = <Output = unknown>(operation: string, input: object, caller?: typeof ECS) =>
    world.call<Output>('ec2', operation, input, caller);
  const { Instances } = await ec2<Reservation>('RunInstances', {
    MinCount: 1,
    MaxCount: 1,
    ImageId: IMAGE,
    InstanceType: 't3.medium',
  });
  const instance: Instance = Instances?.[0] ?? {};
  const make = async (more: object = {}, caller?: typeof ECS): Promise<NetworkInterface> => {
    const input = { SubnetId: instance.SubnetId, ...more };
    return (await ec2<CreateNetworkInterfaceResult>('CreateNetworkInterface', input, caller)).NetworkInterface ?? {};
  };
  const attach = (NetworkInterfaceId = '', DeviceIndex = 1) =>
    ec2<AttachNetworkInterfaceResult>('AttachNetworkInterface', {
      NetworkInterfaceId,
      InstanceId: instance.InstanceId,
      DeviceIndex,
    });
  const look = async (id = ''): Promise<NetworkInterface | undefined> =>
    (await ec2<DescribeNetworkInterfacesResult>('DescribeNetworkInterfaces', { NetworkInterfaceIds: [id] }))
      .NetworkInterfaces?.[0];
  const free = async (): Promise<number | undefined> =>
    (await ec2<DescribeSubnetsResult>('DescribeSubnets', { SubnetIds: [instance.SubnetId] })).Subnets?.[0]
      ?.AvailableIpAddressCount;
  return { world, advance, ec2, instance, make, attach, look, free };
}

describe('a network interface', () => {
  test('takes an address of its subnet until it is deleted', async () => {
    const { ec2, make, free } = await build();
    const before = await free();
    const { NetworkInterfaceId, PrivateIpAddress, MacAddress, Status } = await make({ Description: 'of a task' });
    expect(PrivateIpAddress).toMatch(/^172\.31\./);
    expect(MacAddress).toMatch(/^0a(:[0-9a-f]{2}){5}$/);
    expect(Status).toBe('available');
    expect(await free()).toBe((before ?? 0) - 1);
    await ec2('DeleteNetworkInterface', { NetworkInterfaceId });
    expect(await free()).toBe(before);
  });

  test('is attached after a moment, seen with its instance, and kept from deletion meanwhile', async () => {
    const { ec2, advance, instance, make, attach, look } = await build();
    const { NetworkInterfaceId } = await make();
    const { AttachmentId } = await attach(NetworkInterfaceId);
    expect((await look(NetworkInterfaceId))?.Attachment).toMatchObject({ DeviceIndex: 1, Status: 'attaching' });
    await advance(3_000);
    expect((await look(NetworkInterfaceId))?.Attachment?.Status).toBe('attached');
    const { Reservations } = await ec2<DescribeInstancesResult>('DescribeInstances', {
      InstanceIds: [instance.InstanceId],
    });
    expect(Reservations?.[0]?.Instances?.[0]?.NetworkInterfaces?.map((one) => one.NetworkInterfaceId)).toEqual([
      instance.NetworkInterfaces?.[0]?.NetworkInterfaceId,
      NetworkInterfaceId,
    ]);
    await expect(ec2('DeleteNetworkInterface', { NetworkInterfaceId })).rejects.toThrow('is currently in use');
    await ec2('DetachNetworkInterface', { AttachmentId });
    await advance(3_000);
    await ec2('DeleteNetworkInterface', { NetworkInterfaceId });
  });

  test('is one too many beyond what the instance type takes, the primary one counted', async () => {
    const { make, attach } = await build();
    for (const index of [1, 2]) await attach((await make()).NetworkInterfaceId, index);
    await expect(attach((await make()).NetworkInterfaceId, 3)).rejects.toMatchObject({
      code: 'AttachmentLimitExceeded',
      message: 'Interface count 4 exceeds the limit for t3.medium',
    });
  });

  test('outlives its instance, detached', async () => {
    const { ec2, advance, instance, make, attach, look } = await build();
    const { NetworkInterfaceId } = await make();
    await attach(NetworkInterfaceId);
    await ec2('TerminateInstances', { InstanceIds: [instance.InstanceId] });
    await advance(40_000);
    const left = await look(NetworkInterfaceId);
    expect(left?.Status).toBe('available');
    expect(left?.Attachment).toBeUndefined();
  });

  test("of a service of AWS's can be changed by that service alone", async () => {
    const { ec2, make, look } = await build();
    const { NetworkInterfaceId } = await make({}, ECS);
    expect(await look(NetworkInterfaceId)).toMatchObject({ RequesterManaged: true, RequesterId: ECS.arn });
    await expect(ec2('DeleteNetworkInterface', { NetworkInterfaceId })).rejects.toMatchObject({
      code: 'OperationNotPermitted',
    });
    await ec2('DeleteNetworkInterface', { NetworkInterfaceId }, ECS);
  });

  test('receives what its own groups admit, whatever those of its instance do', async () => {
    const { world, ec2, instance, make, attach } = await build();
    const group = async (GroupName: string): Promise<string> =>
      (await ec2<CreateSecurityGroupResult>('CreateSecurityGroup', { GroupName, Description: GroupName })).GroupId ??
      '';
    const [alb, tasks] = [await group('alb'), await group('tasks')];
    const { NetworkInterfaceId, PrivateIpAddress = '' } = await make({ Groups: [tasks] });
    const host = hostAt(instance.VpcId ?? '', PrivateIpAddress);
    await attach(NetworkInterfaceId);
    expect(world.network.admits([alb], host, 8080)).toBe(false);
    const IpPermissions = [{ IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, UserIdGroupPairs: [{ GroupId: alb }] }];
    await ec2('AuthorizeSecurityGroupIngress', { GroupId: tasks, IpPermissions });
    expect(world.network.admits([alb], host, 8080)).toBe(true);
    expect(world.network.admits([alb], instance.InstanceId ?? '', 8080)).toBe(false);
    await expect(ec2('DeleteSecurityGroup', { GroupId: tasks })).rejects.toMatchObject({ code: 'DependencyViolation' });
  });
});
