import { describe, expect, test } from '@jest/globals';
import type { CreateSecurityGroupResult, DescribeSecurityGroupsResult, IpPermission } from '../../shapes/ec2.d.ts';
import { createEc2World } from './testing.ts';

const http: IpPermission = { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: '0.0.0.0/0' }] };

async function build() {
  const { world } = createEc2World();
  const ec2 = <Output = unknown>(operation: string, input: object) => world.call<Output>('ec2', operation, input);
  const create = async (GroupName: string): Promise<string> => {
    const input = { GroupName, Description: 'for a test' };
    return (await ec2<CreateSecurityGroupResult>('CreateSecurityGroup', input)).GroupId ?? '';
  };
  const describeGroup = async (GroupId: string) =>
    (await ec2<DescribeSecurityGroupsResult>('DescribeSecurityGroups', { GroupIds: [GroupId] })).SecurityGroups?.[0];
  return { ec2, create, describeGroup };
}

describe('security groups', () => {
  test('a new one lets everything out and nothing in', async () => {
    const { create, describeGroup } = await build();
    const group = await describeGroup(await create('sample-alb-sg'));
    expect(group?.IpPermissions).toEqual([]);
    expect(group?.IpPermissionsEgress).toEqual([
      {
        IpProtocol: '-1',
        IpRanges: [{ CidrIp: '0.0.0.0/0' }],
        Ipv6Ranges: [],
        PrefixListIds: [],
        UserIdGroupPairs: [],
      },
    ]);
  });

  test('a name can be used once per VPC', async () => {
    const { create } = await build();
    await create('sample-alb-sg');
    await expect(create('sample-alb-sg')).rejects.toMatchObject({
      code: 'InvalidGroup.Duplicate',
      message: expect.stringMatching(/^The security group 'sample-alb-sg' already exists for VPC 'vpc-[0-9a-f]{17}'$/),
    });
  });

  test('rules with the same ports are shown as one permission', async () => {
    const { ec2, create, describeGroup } = await build();
    const alb = await create('sample-alb-sg');
    const host = await create('sample-autoscaling-sg');
    const ports = { IpProtocol: 'tcp', FromPort: 32_768, ToPort: 65_535 };
    await ec2('AuthorizeSecurityGroupIngress', {
      GroupId: host,
      IpPermissions: [{ ...ports, UserIdGroupPairs: [{ GroupId: alb, Description: 'ALB' }] }],
    });
    await ec2('AuthorizeSecurityGroupIngress', {
      GroupId: host,
      IpPermissions: [{ ...ports, IpRanges: [{ CidrIp: '10.0.0.0/8' }] }],
    });
    expect((await describeGroup(host))?.IpPermissions).toEqual([
      {
        ...ports,
        IpRanges: [{ CidrIp: '10.0.0.0/8' }],
        Ipv6Ranges: [],
        PrefixListIds: [],
        UserIdGroupPairs: [{ GroupId: alb, UserId: '123456789012', Description: 'ALB' }],
      },
    ]);
  });

  test('a rule cannot be added twice, and is gone once revoked', async () => {
    const { ec2, create, describeGroup } = await build();
    const GroupId = await create('sample-alb-sg');
    await ec2('AuthorizeSecurityGroupIngress', { GroupId, IpPermissions: [http] });
    await expect(ec2('AuthorizeSecurityGroupIngress', { GroupId, IpPermissions: [http] })).rejects.toMatchObject({
      code: 'InvalidPermission.Duplicate',
      message: 'the specified rule "peer: 0.0.0.0/0, TCP, from port: 80, to port: 80, ALLOW" already exists',
    });
    await ec2('RevokeSecurityGroupIngress', { GroupId, IpPermissions: [http] });
    expect((await describeGroup(GroupId))?.IpPermissions).toEqual([]);
    await expect(ec2('RevokeSecurityGroupIngress', { GroupId, IpPermissions: [http] })).rejects.toMatchObject({
      code: 'InvalidPermission.NotFound',
    });
  });

  test('one that another group refers to cannot be deleted until the reference is gone', async () => {
    const { ec2, create } = await build();
    const alb = await create('sample-alb-sg');
    const host = await create('sample-autoscaling-sg');
    const IpPermissions = [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: alb }] }];
    await ec2('AuthorizeSecurityGroupIngress', { GroupId: host, IpPermissions });
    await expect(ec2('DeleteSecurityGroup', { GroupId: alb })).rejects.toMatchObject({
      code: 'DependencyViolation',
      message: `resource ${alb} has a dependent object`,
    });
    await ec2('DeleteSecurityGroup', { GroupId: host });
    await ec2('DeleteSecurityGroup', { GroupId: alb });
    await expect(ec2('DescribeSecurityGroups', { GroupIds: [alb] })).rejects.toThrow(
      `The security group '${alb}' does not exist`,
    );
  });

  test.each<[string, IpPermission, string]>([
    ['no ports', { IpProtocol: 'tcp', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }, 'InvalidParameterValue'],
    ['ports the wrong way round', { ...http, FromPort: 90 }, 'InvalidParameterValue'],
    ['a bad CIDR', { ...http, IpRanges: [{ CidrIp: '10.0.0.0' }] }, 'InvalidParameterValue'],
    ['nobody to admit', { IpProtocol: 'tcp', FromPort: 80, ToPort: 80 }, 'MissingParameter'],
    ['an unknown group', { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'sg-0' }] }, 'InvalidGroup.NotFound'],
  ])('a rule with %s is refused', async (_, permission, code) => {
    const { ec2, create } = await build();
    const GroupId = await create('sample-alb-sg');
    await expect(ec2('AuthorizeSecurityGroupIngress', { GroupId, IpPermissions: [permission] })).rejects.toMatchObject({
      code,
    });
  });

  test('groups are found by name, tag and wildcard', async () => {
    const { ec2, create } = await build();
    const id = await create('sample-alb-sg');
    await create('other');
    await ec2('CreateTags', { Resources: [id], Tags: [{ Key: 'team', Value: 'web' }] });
    const ids = async (Name: string, ...Values: string[]) =>
      (
        await ec2<DescribeSecurityGroupsResult>('DescribeSecurityGroups', { Filters: [{ Name, Values }] })
      ).SecurityGroups?.map(({ GroupId }) => GroupId);
    expect(await ids('group-name', 'sample-*')).toEqual([id]);
    expect(await ids('group-name', 'sample-???-sg')).toEqual([id]);
    expect(await ids('tag:team', 'web', 'data')).toEqual([id]);
    expect(await ids('tag-key', 'team')).toEqual([id]);
    expect(await ids('tag:team', 'data')).toEqual([]);
  });
});
