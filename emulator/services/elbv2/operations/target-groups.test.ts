import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CreateTargetGroupOutput, DescribeTargetGroupsOutput, TargetGroup } from '../../../shapes/elbv2.d.ts';
import type { TestElb } from '../testing/elb.ts';
import { createTestElb } from '../testing/elb.ts';

const WEB = { Name: 'web', Protocol: 'HTTP', Port: 80, VpcId: 'vpc-1' };
const NOBODY = 'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/none/0123456789abcdef';

let elb: TestElb;
beforeEach(() => {
  elb = createTestElb();
});
afterEach(() => elb.stop());

async function create(changes: object = {}): Promise<TargetGroup> {
  const { TargetGroups } = await elb.call<CreateTargetGroupOutput>('CreateTargetGroup', { ...WEB, ...changes });
  return TargetGroups?.[0] ?? {};
}

const described = async (input: object = {}): Promise<TargetGroup[]> =>
  (await elb.call<DescribeTargetGroupsOutput>('DescribeTargetGroups', input)).TargetGroups ?? [];

describe('CreateTargetGroup', () => {
  test("fills in AWS's defaults", async () => {
    expect(await create()).toEqual({
      TargetGroupArn: expect.stringMatching(/:targetgroup\/web\/[0-9a-f]{16}$/),
      TargetGroupName: 'web',
      Protocol: 'HTTP',
      Port: 80,
      VpcId: 'vpc-1',
      HealthCheckProtocol: 'HTTP',
      HealthCheckPort: 'traffic-port',
      HealthCheckEnabled: true,
      HealthCheckIntervalSeconds: 30,
      HealthCheckTimeoutSeconds: 5,
      HealthyThresholdCount: 5,
      UnhealthyThresholdCount: 2,
      HealthCheckPath: '/',
      Matcher: { HttpCode: '200' },
      LoadBalancerArns: [],
      TargetType: 'instance',
      ProtocolVersion: 'HTTP1',
      IpAddressType: 'ipv4',
    });
  });

  test('answers again with the same one for the same settings, and refuses others', async () => {
    const first = await create();
    expect(await create()).toEqual(first);
    await expect(create({ Port: 81 })).rejects.toMatchObject({
      code: 'DuplicateTargetGroupName',
      message: "A target group with the same name 'web' exists, but with different settings",
    });
  });

  test.each<[object, string, string]>([
    [{ Name: 'x'.repeat(33) }, 'ValidationError', "cannot be longer than '32' characters"],
    [{ Protocol: undefined }, 'ValidationError', 'A protocol must be specified'],
    [{ Port: undefined }, 'ValidationError', 'A port must be specified'],
    [{ VpcId: undefined }, 'ValidationError', 'A VPC ID must be specified'],
    [{ VpcId: 'vpc-none' }, 'ValidationError', "The VPC ID 'vpc-none' is not found"],
    [{ HealthCheckTimeoutSeconds: 30 }, 'ValidationError', 'Health check interval must be greater than the timeout.'],
    [{ HealthCheckIntervalSeconds: 4 }, 'ValidationError', 'Member must have value greater than or equal to 5'],
    [{ HealthCheckTimeoutSeconds: 1 }, 'ValidationError', 'Member must have value greater than or equal to 2'],
    [{ HealthyThresholdCount: 11 }, 'ValidationError', 'Member must have value less than or equal to 10'],
    [{ HealthCheckPath: 'health' }, 'ValidationError', "must begin with a '/' character"],
    [{ HealthCheckPort: '99999' }, 'ValidationError', "Health check port '99999'"],
    [{ HealthCheckEnabled: false }, 'ValidationError', 'Health check enabled must be true'],
    [{ Matcher: { HttpCode: '500' } }, 'ValidationError', 'between 200 and 499'],
    [{ TargetType: 'alb' }, 'InvalidConfigurationRequest', "This emulator serves no target groups of type 'alb'"],
    [{ Protocol: 'HTTPS' }, 'InvalidConfigurationRequest', "of protocol 'HTTPS'"],
    [{ ProtocolVersion: 'GRPC' }, 'InvalidConfigurationRequest', "of protocol version 'GRPC'"],
  ])('refuses %j', async (changes, code, message) => {
    await expect(create(changes)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
    expect(await described()).toEqual([]);
  });
});

test('ModifyTargetGroup changes the health check and checks it as a whole', async () => {
  const { TargetGroupArn } = await create();
  await elb.call('ModifyTargetGroup', { TargetGroupArn, HealthCheckPath: '/new', HealthCheckTimeoutSeconds: 29 });
  expect((await described())[0]).toMatchObject({
    HealthCheckPath: '/new',
    HealthCheckTimeoutSeconds: 29,
    HealthCheckIntervalSeconds: 30,
  });
  await expect(elb.call('ModifyTargetGroup', { TargetGroupArn, HealthCheckIntervalSeconds: 10 })).rejects.toThrow(
    'Health check interval must be greater than the timeout.',
  );
});

describe('DescribeTargetGroups', () => {
  test('selects by load balancer, name and ARN', async () => {
    const { loadBalancerArn, groupArn } = await elb.balance();
    const other = await create({ Name: 'other' });
    expect(await described({ LoadBalancerArn: loadBalancerArn })).toMatchObject([
      { TargetGroupArn: groupArn, LoadBalancerArns: [loadBalancerArn] },
    ]);
    expect(await described({ Names: ['other'] })).toEqual([other]);
    expect(await described({ TargetGroupArns: [other.TargetGroupArn] })).toEqual([other]);
    expect(await described()).toHaveLength(2);
  });

  test.each([
    [{ TargetGroupArns: [NOBODY] }, 'TargetGroupNotFound', 'One or more target groups not found'],
    [{ Names: ['none'] }, 'TargetGroupNotFound', 'One or more target groups not found'],
    [{ TargetGroupArns: ['x'] }, 'ValidationError', "'x' is not a valid target group ARN"],
    [{ Names: ['a'], TargetGroupArns: [NOBODY] }, 'ValidationError', 'Only one of'],
  ])('refuses %j', async (input, code, message) => {
    await expect(described(input)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });
});

describe('DeleteTargetGroup', () => {
  test('is refused while a rule forwards to it', async () => {
    const { groupArn, listenerArn } = await elb.balance();
    await expect(elb.call('DeleteTargetGroup', { TargetGroupArn: groupArn })).rejects.toMatchObject({
      code: 'ResourceInUse',
      message: `Target group '${groupArn}' is currently in use by a listener or a rule`,
    });
    await elb.call('DeleteListener', { ListenerArn: listenerArn });
    await elb.call('DeleteTargetGroup', { TargetGroupArn: groupArn });
    expect(await described()).toEqual([]);
  });

  test('succeeds for one that is not there', async () => {
    expect(await elb.call('DeleteTargetGroup', { TargetGroupArn: NOBODY })).toEqual({});
  });
});
