import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CreateListenerOutput, Listener } from '../../../shapes/elbv2.d.ts';
import { ask, eventually } from '../testing/client.ts';
import type { TestElb } from '../testing/elb.ts';
import { createTestElb } from '../testing/elb.ts';

const CERTIFICATE = { CertificateArn: 'arn:aws:acm:ap-northeast-1:123456789012:certificate/1' };
const NO_GROUP = 'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/none/0123456789abcdef';
const fixed = (MessageBody: string) => [
  { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200', MessageBody } },
];

let elb: TestElb;
beforeEach(() => {
  elb = createTestElb();
});
afterEach(() => elb.stop());

async function create(LoadBalancerArn: string, changes: object = {}): Promise<Listener> {
  const input = { LoadBalancerArn, Protocol: 'HTTP', Port: 8_080, DefaultActions: fixed('new'), ...changes };
  return (await elb.call<CreateListenerOutput>('CreateListener', input)).Listeners?.[0] ?? {};
}

describe('a listener', () => {
  test('is described as AWS does', async () => {
    const { listenerArn, loadBalancerArn, groupArn } = await elb.balance();
    expect(await elb.call('DescribeListeners', { LoadBalancerArn: loadBalancerArn })).toEqual({
      Listeners: [
        {
          ListenerArn: listenerArn,
          LoadBalancerArn: loadBalancerArn,
          Port: 80,
          Protocol: 'HTTP',
          DefaultActions: [
            {
              Type: 'forward',
              TargetGroupArn: groupArn,
              ForwardConfig: {
                TargetGroups: [{ TargetGroupArn: groupArn, Weight: 1 }],
                TargetGroupStickinessConfig: { Enabled: false },
              },
            },
          ],
        },
      ],
    });
    expect(listenerArn).toMatch(/:listener\/app\/web\/[0-9a-f]{16}\/[0-9a-f]{16}$/);
  });

  test('listens a moment after it was created, and no more once it is deleted', async () => {
    const { loadBalancerArn } = await elb.balance();
    const { ListenerArn } = await create(loadBalancerArn);
    expect(elb.service.listeners?.()).toHaveLength(1);
    await elb.advance(2_000);
    const [, added] = await eventually(() => elb.service.listeners?.().length === 2 && elb.service.listeners());
    expect(added).toMatchObject({
      port: 8_080,
      dnsName: expect.stringMatching(/^web-/),
      address: { host: '127.0.0.1' },
    });
    await elb.call('DeleteListener', { ListenerArn });
    expect(elb.service.listeners?.()).toHaveLength(1);
  });

  test('with HTTPS exists in the API only', async () => {
    const { loadBalancerArn } = await elb.balance();
    const created = await create(loadBalancerArn, { Protocol: 'HTTPS', Port: 443, Certificates: [CERTIFICATE] });
    expect(created).toMatchObject({ Certificates: [CERTIFICATE], SslPolicy: 'ELBSecurityPolicy-2016-08' });
    await elb.advance(2_000);
    expect(elb.service.listeners?.()).toHaveLength(1);
  });

  test('is answered again where it is created again with the same settings', async () => {
    const { loadBalancerArn } = await elb.balance();
    const { ListenerArn } = await create(loadBalancerArn);
    expect(await create(loadBalancerArn)).toMatchObject({ ListenerArn });
    await expect(create(loadBalancerArn, { DefaultActions: fixed('other') })).rejects.toMatchObject({
      code: 'DuplicateListener',
    });
  });

  test('answers by its new default action once modified', async () => {
    const { listenerArn, address } = await elb.balance();
    await elb.call('ModifyListener', { ListenerArn: listenerArn, DefaultActions: fixed('changed') });
    expect(await ask(address)).toMatchObject({
      status: 200,
      body: 'changed',
      headers: { 'content-type': 'text/plain; charset=utf-8', server: 'awselb/2.0' },
    });
  });

  test('does not name itself where told so', async () => {
    const { listenerArn, address } = await elb.balance();
    const Attributes = [{ Key: 'routing.http.response.server.enabled', Value: 'false' }];
    await elb.call('ModifyListenerAttributes', { ListenerArn: listenerArn, Attributes });
    expect((await ask(address)).headers).not.toHaveProperty('server');
  });

  test.each<[object, string, string]>([
    [{ Port: undefined }, 'ValidationError', 'A listener port must be specified'],
    [{ Protocol: undefined }, 'ValidationError', 'A listener protocol must be specified'],
    [{ Protocol: 'TCP' }, 'ValidationError', "Listener protocol 'TCP' must be one of 'HTTP, HTTPS'"],
    [{ Protocol: 'HTTPS' }, 'ValidationError', 'A certificate must be specified for HTTPS listeners'],
    [
      { Protocol: 'HTTPS', Certificates: [{ CertificateArn: 'x' }] },
      'CertificateNotFound',
      "Certificate 'x' not found",
    ],
    [{ Protocol: 'HTTPS', Certificates: [CERTIFICATE, CERTIFICATE] }, 'TooManyCertificates', 'Only one'],
    [{ Certificates: [CERTIFICATE] }, 'InvalidConfigurationRequest', 'takes no certificates'],
    [{ Port: 80 }, 'DuplicateListener', 'A listener already exists on this port for this load balancer'],
    [
      { DefaultActions: [{ Type: 'forward', TargetGroupArn: NO_GROUP }] },
      'TargetGroupNotFound',
      'One or more target groups not found',
    ],
    [{ MutualAuthentication: { Mode: 'verify' } }, 'InvalidConfigurationRequest', 'no mutual authentication'],
  ])('is refused with %j', async (changes, code, message) => {
    const { loadBalancerArn } = await elb.balance();
    await expect(create(loadBalancerArn, changes)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  test('cannot forward to a group of another load balancer', async () => {
    const { groupArn } = await elb.balance();
    const { LoadBalancers } = await elb.call<{ LoadBalancers?: { LoadBalancerArn?: string }[] }>('CreateLoadBalancer', {
      Name: 'other',
      Subnets: ['subnet-a', 'subnet-c'],
    });
    const DefaultActions = [{ Type: 'forward', TargetGroupArn: groupArn }];
    await expect(create(LoadBalancers?.[0]?.LoadBalancerArn ?? '', { DefaultActions })).rejects.toMatchObject({
      code: 'TargetGroupAssociationLimit',
      message: `The following target groups cannot be associated with more than one load balancer: ${groupArn}`,
    });
  });

  test.each([
    [{}, 'You must specify either listener ARNs or a load balancer ARN'],
    [{ ListenerArns: ['x'] }, "'x' is not a valid listener ARN"],
  ])('cannot be described by %j', async (input, message) => {
    await expect(elb.call('DescribeListeners', input)).rejects.toThrow(message);
  });
});
