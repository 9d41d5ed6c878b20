import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestElb } from '../testing/elb.ts';
import { createTestElb } from '../testing/elb.ts';

interface Attributes {
  readonly Attributes?: readonly { readonly Key?: string; readonly Value?: string }[];
}

let elb: TestElb;
beforeEach(() => {
  elb = createTestElb();
});
afterEach(() => elb.stop());

const values = ({ Attributes = [] }: Attributes): Record<string, string> =>
  Object.fromEntries(Attributes.map(({ Key = '', Value = '' }) => [Key, Value]));

test("attributes have AWS's defaults", async () => {
  const { loadBalancerArn: LoadBalancerArn, groupArn: TargetGroupArn, listenerArn: ListenerArn } = await elb.balance();
  const describeAll = (operation: string, input: object) => elb.call<Attributes>(operation, input).then(values);
  expect(await describeAll('DescribeLoadBalancerAttributes', { LoadBalancerArn })).toMatchObject({
    'access_logs.s3.enabled': 'false',
    'client_keep_alive.seconds': '3600',
    'deletion_protection.enabled': 'false',
    'idle_timeout.timeout_seconds': '60',
    'load_balancing.cross_zone.enabled': 'true',
    'routing.http.desync_mitigation_mode': 'defensive',
    'routing.http.xff_header_processing.mode': 'append',
    'routing.http2.enabled': 'true',
  });
  expect(await describeAll('DescribeTargetGroupAttributes', { TargetGroupArn })).toEqual({
    'deregistration_delay.timeout_seconds': '300',
    'load_balancing.algorithm.anomaly_mitigation': 'off',
    'load_balancing.algorithm.type': 'round_robin',
    'load_balancing.cross_zone.enabled': 'use_load_balancer_configuration',
    'slow_start.duration_seconds': '0',
    'stickiness.app_cookie.cookie_name': '',
    'stickiness.app_cookie.duration_seconds': '86400',
    'stickiness.enabled': 'false',
    'stickiness.lb_cookie.duration_seconds': '86400',
    'stickiness.type': 'lb_cookie',
    'target_group_health.dns_failover.minimum_healthy_targets.count': '1',
    'target_group_health.dns_failover.minimum_healthy_targets.percentage': 'off',
    'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count': '1',
    'target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage': 'off',
  });
  expect(await describeAll('DescribeListenerAttributes', { ListenerArn })).toMatchObject({
    'routing.http.response.server.enabled': 'true',
  });
});

test('a change answers with all attributes and leaves the others as they are', async () => {
  const { groupArn } = await elb.balance();
  const changed = await elb.call<Attributes>('ModifyTargetGroupAttributes', {
    TargetGroupArn: groupArn,
    Attributes: [
      { Key: 'deregistration_delay.timeout_seconds', Value: '0' },
      { Key: 'slow_start.duration_seconds', Value: '30' },
    ],
  });
  expect(values(changed)).toMatchObject({
    'deregistration_delay.timeout_seconds': '0',
    'slow_start.duration_seconds': '30',
    'stickiness.enabled': 'false',
  });
});

describe('attributes of a target group are refused', () => {
  test.each<[Record<string, string>, string, string]>([
    [
      { 'deregistration_delay.seconds': '5' },
      'ValidationError',
      "attribute key 'deregistration_delay.seconds' is not recognized",
    ],
    [{ 'deregistration_delay.timeout_seconds': '3601' }, 'ValidationError', "must be between '0' and '3600' inclusive"],
    [{ 'deregistration_delay.timeout_seconds': '-1' }, 'ValidationError', 'must be between'],
    [{ 'deregistration_delay.timeout_seconds': '' }, 'ValidationError', 'must be between'],
    [{ 'slow_start.duration_seconds': '29' }, 'ValidationError', 'must be between'],
    [{ 'stickiness.enabled': 'yes' }, 'ValidationError', "must be one of '[true, false]'"],
    [{ 'load_balancing.cross_zone.enabled': 'false' }, 'InvalidConfigurationRequest', 'across zones'],
    [{ 'load_balancing.algorithm.anomaly_mitigation': 'on' }, 'InvalidConfigurationRequest', 'anomalies'],
    [
      { 'slow_start.duration_seconds': '30', 'load_balancing.algorithm.type': 'least_outstanding_requests' },
      'InvalidConfigurationRequest',
      'Slow start cannot be enabled',
    ],
    [{ 'stickiness.enabled': 'true', 'stickiness.type': 'app_cookie' }, 'InvalidConfigurationRequest', 'cookie name'],
  ])('%j', async (attributes, code, message) => {
    const { groupArn } = await elb.balance();
    const Attributes = Object.entries(attributes).map(([Key, Value]) => ({ Key, Value }));
    const change = elb.call('ModifyTargetGroupAttributes', { TargetGroupArn: groupArn, Attributes });
    await expect(change).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });
});

test('logs need a bucket, of which there is none', async () => {
  const { loadBalancerArn } = await elb.balance();
  const Attributes = [{ Key: 'access_logs.s3.enabled', Value: 'true' }];
  await expect(
    elb.call('ModifyLoadBalancerAttributes', { LoadBalancerArn: loadBalancerArn, Attributes }),
  ).rejects.toMatchObject({ code: 'InvalidConfigurationRequest' });
});

describe('tags', () => {
  test('are added, replaced, removed and described', async () => {
    const { groupArn, listenerArn } = await elb.balance();
    const ResourceArns = [groupArn, listenerArn];
    await elb.call('AddTags', {
      ResourceArns,
      Tags: [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: '1' },
      ],
    });
    await elb.call('AddTags', { ResourceArns: [groupArn], Tags: [{ Key: 'b', Value: '2' }] });
    await elb.call('RemoveTags', { ResourceArns, TagKeys: ['a', 'none'] });
    expect(await elb.call('DescribeTags', { ResourceArns })).toEqual({
      TagDescriptions: [
        { ResourceArn: groupArn, Tags: [{ Key: 'b', Value: '2' }] },
        { ResourceArn: listenerArn, Tags: [{ Key: 'b', Value: '1' }] },
      ],
    });
  });

  test("that start with aws: are for AWS's own services", async () => {
    const { groupArn } = await elb.balance();
    const input = { ResourceArns: [groupArn], Tags: [{ Key: 'aws:cloudformation:stack-name', Value: 'stack' }] };
    const client = { requestId: 'request', caller: { arn: 'arn:aws:iam::123456789012:user/client' } };
    expect(() => elb.service.operations['AddTags']?.(input as never, client)).toThrow(
      "keys must not start with 'aws:'",
    );
    await elb.call('AddTags', input);
  });

  test('are fifty at most, and all or none are added', async () => {
    const { groupArn } = await elb.balance();
    const Tags = Array.from({ length: 51 }, (_, index) => ({ Key: `k${index}`, Value: '' }));
    await expect(elb.call('AddTags', { ResourceArns: [groupArn], Tags })).rejects.toMatchObject({
      code: 'TooManyTags',
    });
    await elb.call('AddTags', { ResourceArns: [groupArn], Tags: Tags.slice(1) });
  });

  test.each([
    ['loadbalancer/app/x/1', 'LoadBalancerNotFound'],
    ['targetgroup/x/1', 'TargetGroupNotFound'],
    ['listener/app/x/1/2', 'ListenerNotFound'],
    ['listener-rule/app/x/1/2/3', 'RuleNotFound'],
    ['other/x', 'ValidationError'],
  ])('of %s: %s', async (resource, code) => {
    const arn = `arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:${resource}`;
    await expect(elb.call('DescribeTags', { ResourceArns: [arn] })).rejects.toMatchObject({ code });
  });
});
