import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CreateLoadBalancerOutput, DescribeLoadBalancersOutput, LoadBalancer } from '../../../shapes/elbv2.d.ts';
import { eventually } from '../testing/client.ts';
import type { TestElb } from '../testing/elb.ts';
import { createTestElb } from '../testing/elb.ts';

const WEB = { Name: 'web', Subnets: ['subnet-a', 'subnet-c'] };
const NOBODY = 'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:loadbalancer/app/none/0123456789abcdef';

let elb: TestElb;
beforeEach(() => {
  elb = createTestElb();
});
afterEach(() => elb.stop());

async function create(changes: object = {}): Promise<LoadBalancer> {
  const { LoadBalancers } = await elb.call<CreateLoadBalancerOutput>('CreateLoadBalancer', { ...WEB, ...changes });
  return LoadBalancers?.[0] ?? {};
}

const described = async (input: object = {}): Promise<LoadBalancer[]> =>
  (await elb.call<DescribeLoadBalancersOutput>('DescribeLoadBalancers', input)).LoadBalancers ?? [];

describe('CreateLoadBalancer', () => {
  test('answers as AWS does', async () => {
    expect(await create()).toEqual({
      LoadBalancerArn: expect.stringMatching(
        /^arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:loadbalancer\/app\/web\/[0-9a-f]{16}$/,
      ),
      DNSName: expect.stringMatching(/^web-\d{10}\.ap-northeast-1\.elb\.amazonaws\.com$/),
      CanonicalHostedZoneId: 'Z14GRHDCWA56QT',
      CreatedTime: Date.UTC(2026, 10, 1),
      LoadBalancerName: 'web',
      Scheme: 'internet-facing',
      VpcId: 'vpc-1',
      State: { Code: 'provisioning' },
      Type: 'application',
      AvailabilityZones: [
        { ZoneName: 'ap-northeast-1a', SubnetId: 'subnet-a', LoadBalancerAddresses: [] },
        { ZoneName: 'ap-northeast-1c', SubnetId: 'subnet-c', LoadBalancerAddresses: [] },
      ],
      SecurityGroups: ['sg-default'],
      IpAddressType: 'ipv4',
    });
  });

  test('takes minutes to become active', async () => {
    await create();
    await elb.advance(119_000);
    expect((await described())[0]?.State).toEqual({ Code: 'provisioning' });
    await elb.advance(61_000);
    await eventually(async () => (await described())[0]?.State?.Code === 'active');
  });

  test('gives an internal one a name that says so', async () => {
    expect((await create({ Scheme: 'internal' })).DNSName).toMatch(/^internal-web-\d+\./);
  });

  test('answers again with the same one for the same settings', async () => {
    const first = await create();
    expect(await create({ Subnets: ['subnet-c', 'subnet-a'] })).toEqual(first);
    expect(await described()).toHaveLength(1);
  });

  test.each<[object, string, string]>([
    [{ Name: 'x'.repeat(33) }, 'ValidationError', "cannot be longer than '32' characters"],
    [{ Name: 'a_b' }, 'ValidationError', 'can only contain characters that are alphanumeric characters or hyphens(-)'],
    [{ Name: '-a' }, 'ValidationError', 'cannot begin or end with a hyphen(-)'],
    [{ Name: 'internal-a' }, 'ValidationError', "cannot begin with 'internal-'"],
    [
      { Subnets: ['subnet-a'] },
      'ValidationError',
      'At least two subnets in two different Availability Zones must be specified',
    ],
    [
      { Subnets: ['subnet-a', 'subnet-a2'] },
      'InvalidConfigurationRequest',
      'A load balancer cannot be attached to multiple subnets in the same Availability Zone',
    ],
    [{ Subnets: ['subnet-a', 'subnet-none'] }, 'SubnetNotFound', "The subnet ID 'subnet-none' does not exist"],
    [{ Subnets: ['subnet-c', 'subnet-x'] }, 'InvalidSubnet', 'All subnets must belong to the same VPC'],
    [{ Subnets: ['subnet-x', 'subnet-y'] }, 'InvalidSubnet', 'VPC vpc-2 has no internet gateway'],
    [{ SecurityGroups: ['sg-none'] }, 'InvalidConfigurationRequest', 'One or more security groups are invalid'],
    [{ SubnetMappings: [{ SubnetId: 'subnet-a' }] }, 'ValidationError', 'cannot be specified at the same time'],
    [{ Type: 'network' }, 'InvalidConfigurationRequest', "This emulator serves no load balancers of type 'network'"],
    [{ IpAddressType: 'dualstack' }, 'InvalidConfigurationRequest', "address type 'dualstack'"],
    [{ Tags: [{ Key: 'a' }, { Key: 'a' }] }, 'DuplicateTagKeys', 'more than once'],
  ])('refuses %j', async (changes, code, message) => {
    await expect(create(changes)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
    expect(await described()).toEqual([]);
  });

  test('refuses the name of another', async () => {
    await create();
    await expect(create({ Scheme: 'internal' })).rejects.toMatchObject({
      code: 'DuplicateLoadBalancerName',
      message: "A load balancer with the same name 'web' exists, but with different settings",
    });
  });

  test('refuses a fifty-first', async () => {
    for (let i = 0; i < 50; i++) await create({ Name: `lb-${i}` });
    await expect(create()).rejects.toMatchObject({ code: 'TooManyLoadBalancers' });
  });
});

describe('DescribeLoadBalancers', () => {
  test('goes by pages', async () => {
    for (const Name of ['a', 'b', 'c']) await create({ Name });
    const first = await elb.call<DescribeLoadBalancersOutput>('DescribeLoadBalancers', { PageSize: 2 });
    expect(first.LoadBalancers?.map(({ LoadBalancerName }) => LoadBalancerName)).toEqual(['a', 'b']);
    const rest = await elb.call<DescribeLoadBalancersOutput>('DescribeLoadBalancers', { Marker: first.NextMarker });
    expect(rest.LoadBalancers?.map(({ LoadBalancerName }) => LoadBalancerName)).toEqual(['c']);
    expect(rest.NextMarker).toBeUndefined();
  });

  test.each([
    [{ LoadBalancerArns: [NOBODY] }, 'LoadBalancerNotFound', 'One or more load balancers not found'],
    [{ Names: ['none'] }, 'LoadBalancerNotFound', "Load balancers '[none]' not found"],
    [{ LoadBalancerArns: ['none'] }, 'ValidationError', "'none' is not a valid load balancer ARN"],
    [{ Names: ['web'], LoadBalancerArns: [NOBODY] }, 'ValidationError', 'cannot be specified at the same time'],
    [{ Marker: '!' }, 'ValidationError', "'!' is not a valid marker"],
  ])('refuses %j', async (input, code, message) => {
    await expect(described(input)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });
});

describe('DeleteLoadBalancer', () => {
  test('takes listeners, their sockets and rules along, and leaves the target group', async () => {
    const { loadBalancerArn, listenerArn, groupArn } = await elb.balance();
    await elb.call('DeleteLoadBalancer', { LoadBalancerArn: loadBalancerArn });
    expect(elb.service.listeners?.()).toEqual([]);
    await expect(elb.call('DescribeListeners', { ListenerArns: [listenerArn] })).rejects.toMatchObject({
      code: 'ListenerNotFound',
    });
    await elb.call('DeleteTargetGroup', { TargetGroupArn: groupArn });
  });

  test('succeeds for one that is not there', async () => {
    expect(await elb.call('DeleteLoadBalancer', { LoadBalancerArn: NOBODY })).toEqual({});
  });

  test('ends the coming up of one that is still provisioning', async () => {
    const { LoadBalancerArn } = await create();
    await elb.call('DeleteLoadBalancer', { LoadBalancerArn });
    await elb.advance(180_000);
    expect(await described()).toEqual([]);
  });

  test('is refused while deletion protection is on', async () => {
    const { LoadBalancerArn } = await create();
    const protect = (Value: string) =>
      elb.call('ModifyLoadBalancerAttributes', {
        LoadBalancerArn,
        Attributes: [{ Key: 'deletion_protection.enabled', Value }],
      });
    await protect('true');
    await expect(elb.call('DeleteLoadBalancer', { LoadBalancerArn })).rejects.toMatchObject({
      code: 'OperationNotPermitted',
      message: `Load balancer '${LoadBalancerArn}' cannot be deleted because deletion protection is enabled`,
    });
    await protect('false');
    await elb.call('DeleteLoadBalancer', { LoadBalancerArn });
  });
});

test('SetSubnets and SetSecurityGroups change where it stands', async () => {
  const { LoadBalancerArn } = await create();
  await elb.call('SetSubnets', { LoadBalancerArn, Subnets: ['subnet-c', 'subnet-d'] });
  await elb.call('SetSecurityGroups', { LoadBalancerArn, SecurityGroups: ['sg-1', 'sg-2'] });
  const [changed] = await described();
  expect(changed?.AvailabilityZones?.map(({ ZoneName }) => ZoneName)).toEqual(['ap-northeast-1c', 'ap-northeast-1d']);
  expect(changed?.SecurityGroups).toEqual(['sg-1', 'sg-2']);
  await expect(elb.call('SetSubnets', { LoadBalancerArn, Subnets: ['subnet-c'] })).rejects.toMatchObject({
    code: 'ValidationError',
  });
  await expect(elb.call('SetSecurityGroups', { LoadBalancerArn, SecurityGroups: ['sg-none'] })).rejects.toMatchObject({
    code: 'InvalidConfigurationRequest',
  });
});
