import { describe, expect, test } from '@jest/globals';
import type {
  CreateLaunchTemplateResult,
  DescribeInstancesResult,
  DescribeLaunchTemplateVersionsResult,
  DescribeSecurityGroupsResult,
  DescribeSubnetsResult,
  Instance,
  Reservation,
} from '../../shapes/ec2.d.ts';
import { ARM_IMAGE, createEc2World, IMAGE, IMAGE_PARAMETER } from './testing.ts';

async function build(parameters = new Map([[IMAGE_PARAMETER, IMAGE]])) {
  const { world, advance } = createEc2World({ parameters });
  const ec2 = <Output = unknown>(operation: string, input: object) => world.call<Output>('ec2', operation, input);
  const run = async (input: object): Promise<Instance> => {
    const { Instances } = await ec2<Reservation>('RunInstances', { MinCount: 1, MaxCount: 1, ...input });
    return Instances?.[0] ?? {};
  };
  const look = async (InstanceId = ''): Promise<Instance | undefined> =>
    (await ec2<DescribeInstancesResult>('DescribeInstances', { InstanceIds: [InstanceId] })).Reservations?.[0]
      ?.Instances?.[0];
  return { world, ec2, run, look, advance, parameters };
}

const LAUNCH = { ImageId: IMAGE, InstanceType: 't3.medium' };

describe('an instance', () => {
  test('boots, runs, shuts down and is forgotten an hour later', async () => {
    const { world, ec2, run, look, advance } = await build();
    const seen: string[] = [];
    world.on('instance-state', ({ state }) => void seen.push(state));
    const { InstanceId, State } = await run(LAUNCH);
    expect(State).toEqual({ Code: 0, Name: 'pending' });
    await advance(20_000);
    expect((await look(InstanceId))?.State).toEqual({ Code: 16, Name: 'running' });
    await ec2('TerminateInstances', { InstanceIds: [InstanceId] });
    expect((await look(InstanceId))?.State?.Name).toBe('shutting-down');
    await advance(40_000);
    expect(await look(InstanceId)).toMatchObject({
      State: { Name: 'terminated' },
      StateReason: { Code: 'Client.UserInitiatedShutdown' },
      SecurityGroups: [],
    });
    expect(seen).toEqual(['pending', 'running', 'shutting-down', 'terminated']);
    await advance(3_600_000);
    await expect(look(InstanceId)).rejects.toMatchObject({ code: 'InvalidInstanceID.NotFound' });
  });

  test('has a private address of its subnet and a public one where the subnet gives it', async () => {
    const { ec2, run } = await build();
    const { Subnets } = await ec2<DescribeSubnetsResult>('DescribeSubnets', {});
    const SubnetId = Subnets?.[1]?.SubnetId ?? '';
    const instance = await run({ ...LAUNCH, SubnetId });
    expect(instance.PrivateIpAddress).toMatch(/^172\.31\.(1[6-9]|2\d|3[01])\./);
    expect(instance.PublicIpAddress).toMatch(/^198\.1[89]\./);
    expect(instance.Placement?.AvailabilityZone).toBe('ap-northeast-1c');
    await ec2('ModifySubnetAttribute', { SubnetId, MapPublicIpOnLaunch: { Value: false } });
    expect((await run({ ...LAUNCH, SubnetId })).PublicIpAddress).toBeUndefined();
  });

  test('is launched once for a client token', async () => {
    const { run } = await build();
    const first = await run({ ...LAUNCH, ClientToken: 'again' });
    expect((await run({ ...LAUNCH, ClientToken: 'again' })).InstanceId).toBe(first.InstanceId);
  });

  test('keeps its security group from being deleted', async () => {
    const { ec2, run, advance } = await build();
    const { GroupId } = await ec2<{ GroupId: string }>('CreateSecurityGroup', {
      GroupName: 'hosts',
      Description: 'hosts',
    });
    const { InstanceId } = await run({ ...LAUNCH, SecurityGroupIds: [GroupId] });
    await expect(ec2('DeleteSecurityGroup', { GroupId })).rejects.toMatchObject({ code: 'DependencyViolation' });
    await ec2('TerminateInstances', { InstanceIds: [InstanceId] });
    await advance(40_000);
    await ec2('DeleteSecurityGroup', { GroupId });
  });

  test('is reachable as its groups say, and only while it lives', async () => {
    const { world, ec2, run, advance } = await build();
    const named = async (GroupName: string) =>
      (await ec2<{ GroupId: string }>('CreateSecurityGroup', { GroupName, Description: 'x' })).GroupId;
    const [alb, hosts] = [await named('alb'), await named('hosts')];
    const { InstanceId = '' } = await run({ ...LAUNCH, SecurityGroupIds: [hosts] });
    expect(world.network.admits([alb], InstanceId, 40_000)).toBe(false);
    const IpPermissions = [
      { IpProtocol: 'tcp', FromPort: 32_768, ToPort: 65_535, UserIdGroupPairs: [{ GroupId: alb }] },
    ];
    await ec2('AuthorizeSecurityGroupIngress', { GroupId: hosts, IpPermissions });
    expect(world.network.admits([alb], InstanceId, 40_000)).toBe(true);
    expect(world.network.admits([alb], InstanceId, 22)).toBe(false);
    await ec2('TerminateInstances', { InstanceIds: [InstanceId] });
    await advance(40_000);
    expect(world.network.admits([alb], InstanceId, 40_000)).toBe(false);
  });
});

describe('a launch', () => {
  test.each([
    [{ ImageId: 'ami-00000000000000000' }, "The image id '[ami-00000000000000000]' does not exist"],
    [{ ImageId: 'debian' }, 'Invalid id: "debian" (expecting "ami-...")'],
    [{ ImageId: 'resolve:ssm:/nowhere' }, 'was not found'],
    [{ InstanceType: 't4g.medium' }, "The architecture 'arm64' of the specified instance type does not match"],
    [{ InstanceType: 'p5.48xlarge' }, 'is currently not supported'],
    [{ SecurityGroupIds: ['sg-0'] }, "The security group 'sg-0' does not exist"],
    [{ KeyName: 'mine' }, "The key pair 'mine' does not exist"],
    [{ UserData: 'no base64!' }, 'Invalid BASE64 encoding of user data.'],
    [{ UserData: Buffer.alloc(17_000).toString('base64') }, 'User data is limited to 16384 bytes'],
    [{ InstanceMarketOptions: { MarketType: 'spot' } }, 'does not serve instances with InstanceMarketOptions'],
    [{ DryRun: true }, 'Request would have succeeded'],
    [{ TagSpecifications: [{ ResourceType: 'vpc', Tags: [] }] }, "'vpc' is not a valid taggable resource type"],
  ])('with %j says %s', async (input, message) => {
    const { run, ec2 } = await build();
    await expect(run({ ...LAUNCH, ...input })).rejects.toThrow(message);
    expect((await ec2<DescribeInstancesResult>('DescribeInstances', {})).Reservations).toEqual([]);
  });

  test('finds a new instance profile only after IAM has spread it', async () => {
    const { run, advance } = await build();
    const input = { ...LAUNCH, IamInstanceProfile: { Name: 'ecsInstanceRole' } };
    await expect(run(input)).rejects.toThrow(
      'Value (ecsInstanceRole) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name',
    );
    await advance(15_000);
    expect((await run(input)).IamInstanceProfile?.Arn).toBe(
      'arn:aws:iam::123456789012:instance-profile/ecsInstanceRole',
    );
    await expect(run({ ...LAUNCH, IamInstanceProfile: { Name: 'nobody' } })).rejects.toThrow(
      'Invalid IAM Instance Profile name',
    );
    await expect(run({ ...LAUNCH, IamInstanceProfile: { Name: 'empty' } })).rejects.toThrow(
      'has no associated IAM Roles',
    );
  });
});

describe('a launch template', () => {
  const template = async (data: object) => {
    const built = await build();
    const { LaunchTemplate } = await built.ec2<CreateLaunchTemplateResult>('CreateLaunchTemplate', {
      LaunchTemplateName: 'sample-autoscaling-setting',
      LaunchTemplateData: data,
    });
    return { ...built, LaunchTemplateId: LaunchTemplate?.LaunchTemplateId ?? '' };
  };

  test('resolves its image when something is launched, not before', async () => {
    const data = { ImageId: `resolve:ssm:${IMAGE_PARAMETER}` };
    const { run, parameters, LaunchTemplateId } = await template(data);
    const launched = async (InstanceType: string) =>
      (await run({ LaunchTemplate: { LaunchTemplateId }, InstanceType })).ImageId;
    expect(await launched('t3.medium')).toBe(IMAGE);
    parameters.set(IMAGE_PARAMETER, ARM_IMAGE);
    expect(await launched('t4g.medium')).toBe(ARM_IMAGE);
  });

  test('is launched from in the version asked for', async () => {
    const { run, ec2, LaunchTemplateId } = await template(LAUNCH);
    const LaunchTemplateData = { InstanceType: 't3.large' };
    await ec2('CreateLaunchTemplateVersion', { LaunchTemplateId, SourceVersion: '1', LaunchTemplateData });
    const typeOf = async (Version?: string) =>
      (await run({ LaunchTemplate: { LaunchTemplateId, Version } })).InstanceType;
    expect(await typeOf()).toBe('t3.medium');
    expect(await typeOf('$Latest')).toBe('t3.large');
    expect(await typeOf('$Default')).toBe('t3.medium');
    await expect(typeOf('7')).rejects.toMatchObject({
      code: 'InvalidLaunchTemplateId.VersionNotFound',
      message: `Could not find the specified version 7 for the launch template with ID ${LaunchTemplateId}.`,
    });
    await ec2('ModifyLaunchTemplate', { LaunchTemplateId, DefaultVersion: '2' });
    expect(await typeOf()).toBe('t3.large');
    const { LaunchTemplateVersions } = await ec2<DescribeLaunchTemplateVersionsResult>(
      'DescribeLaunchTemplateVersions',
      {
        LaunchTemplateId,
      },
    );
    expect(LaunchTemplateVersions?.map(({ VersionNumber, DefaultVersion }) => [VersionNumber, DefaultVersion])).toEqual(
      [
        [2, true],
        [1, false],
      ],
    );
  });

  test('leaves its mark and its tags on the instance, and its user data in it', async () => {
    const UserData = Buffer.from('#!/bin/bash\necho ECS_CLUSTER=c').toString('base64');
    const TagSpecifications = [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'host' }] }];
    const { run, ec2, LaunchTemplateId } = await template({ ...LAUNCH, UserData, TagSpecifications });
    const { InstanceId, Tags } = await run({ LaunchTemplate: { LaunchTemplateId } });
    expect(Tags).toEqual([
      { Key: 'Name', Value: 'host' },
      { Key: 'aws:ec2launchtemplate:id', Value: LaunchTemplateId },
      { Key: 'aws:ec2launchtemplate:version', Value: '1' },
    ]);
    const attribute = await ec2('DescribeInstanceAttribute', { InstanceId, Attribute: 'userData' });
    expect(attribute).toMatchObject({ UserData: { Value: UserData } });
  });

  test('may name groups on its interface, but not beside it', async () => {
    const built = await build();
    const { SecurityGroups } = await built.ec2<DescribeSecurityGroupsResult>('DescribeSecurityGroups', {});
    const Groups = [SecurityGroups?.[0]?.GroupId ?? ''];
    const NetworkInterfaces = [{ DeviceIndex: 0, AssociatePublicIpAddress: false, Groups }];
    expect((await built.run({ ...LAUNCH, NetworkInterfaces })).PublicIpAddress).toBeUndefined();
    await expect(built.run({ ...LAUNCH, NetworkInterfaces, SecurityGroupIds: Groups })).rejects.toThrow(
      'Network interfaces and an instance-level security groups may not be specified on the same request',
    );
  });

  test('has a name of its own', async () => {
    const { ec2 } = await template(LAUNCH);
    const input = { LaunchTemplateName: 'sample-autoscaling-setting', LaunchTemplateData: LAUNCH };
    await expect(ec2('CreateLaunchTemplate', input)).rejects.toThrow('Launch template name already in use.');
  });
});
