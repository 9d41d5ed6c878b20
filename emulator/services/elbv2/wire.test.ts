import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  DescribeListenersCommand,
  DescribeTargetGroupAttributesCommand,
  ElasticLoadBalancingV2Client,
  waitUntilLoadBalancerAvailable,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Emulator } from '../../emulator.ts';
import { startEmulator } from '../../emulator.ts';
import { clientOptions } from '../../http/testing.ts';
import type { DescribeSubnetsResult } from '../../shapes/ec2.d.ts';
import { ask } from './testing/client.ts';

let emulator: Emulator;
let client: ElasticLoadBalancingV2Client;
beforeAll(async () => {
  emulator = await startEmulator({ scale: 1_000, driver: 'none' });
  client = new ElasticLoadBalancingV2Client(clientOptions(emulator.url));
});
afterAll(async () => {
  client.destroy();
  await emulator.stop();
});

test('the SDK builds a load balancer in the default VPC, waits for it, and HTTP goes through it', async () => {
  const { Subnets = [] } = await emulator
    .world('ap-northeast-1')
    .call<DescribeSubnetsResult>('ec2', 'DescribeSubnets', {});
  const [one, two] = Subnets.map(({ SubnetId = '' }) => SubnetId);
  if (!one || !two) throw new Error('the default VPC has no two subnets');
  const created = await client.send(
    new CreateLoadBalancerCommand({ Name: 'wire', Subnets: [one, two], Scheme: 'internal' }),
  );
  const [loadBalancer] = created.LoadBalancers ?? [];
  expect(loadBalancer).toMatchObject({ State: { Code: 'provisioning' }, CreatedTime: expect.any(Date) });

  const VpcId = loadBalancer?.VpcId;
  const group = await client.send(
    new CreateTargetGroupCommand({ Name: 'wire', Protocol: 'HTTP', Port: 80, VpcId, Matcher: { HttpCode: '200-299' } }),
  );
  const TargetGroupArn = group.TargetGroups?.[0]?.TargetGroupArn;
  const listener = await client.send(
    new CreateListenerCommand({
      LoadBalancerArn: loadBalancer?.LoadBalancerArn,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [{ Type: 'forward', TargetGroupArn }],
    }),
  );
  const waiting = { client, minDelay: 0.05, maxDelay: 0.05, maxWaitTime: 5 };
  await waitUntilLoadBalancerAvailable(waiting, { Names: ['wire'] });

  expect(emulator.listeners()).toMatchObject([{ dnsName: loadBalancer?.DNSName, port: 80 }]);
  const described = await client.send(new DescribeListenersCommand({ LoadBalancerArn: loadBalancer?.LoadBalancerArn }));
  expect(described.Listeners).toEqual(listener.Listeners);
  const { Attributes = [] } = await client.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn }));
  expect(Attributes).toContainEqual({ Key: 'deregistration_delay.timeout_seconds', Value: '300' });
  const [{ address } = { address: { host: '', port: 0 } }] = emulator.listeners();
  expect(await ask(address)).toMatchObject({ status: 503 });
});

test('the SDK reads refusals as its own errors', async () => {
  const create = new CreateLoadBalancerCommand({ Name: 'internal-x', Subnets: [] });
  await expect(client.send(create)).rejects.toMatchObject({
    name: 'ValidationError',
    $metadata: { httpStatusCode: 400 },
  });
  const listen = new DescribeListenersCommand({
    LoadBalancerArn: 'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:loadbalancer/app/x/1',
  });
  await expect(client.send(listen)).rejects.toMatchObject({
    name: 'LoadBalancerNotFoundException',
    message: 'One or more load balancers not found',
  });
});
