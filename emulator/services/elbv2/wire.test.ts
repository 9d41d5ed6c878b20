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
import type { CreateSecurityGroupResult, DescribeSubnetsResult } from '../../shapes/ec2.d.ts';
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

/** Two subnets of the default VPC, and a security group that lets the internet in to port 80. */
async function network() {
  const { call } = emulator.world('ap-northeast-1');
  const { Subnets = [] } = await call<DescribeSubnetsResult>('ec2', 'DescribeSubnets', {});
  const [VpcId] = Subnets.map((subnet) => subnet.VpcId);
  const input = { GroupName: 'alb', Description: 'load balancer', VpcId };
  const { GroupId = '' } = await call<CreateSecurityGroupResult>('ec2', 'CreateSecurityGroup', input);
  const IpPermissions = [{ IpProtocol: 'tcp', FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }];
  await call('ec2', 'AuthorizeSecurityGroupIngress', { GroupId, IpPermissions });
  return { VpcId, GroupId, subnetIds: Subnets.slice(0, 2).map(({ SubnetId = '' }) => SubnetId) };
}

test('the SDK builds a load balancer in the default VPC, waits for it, and HTTP goes through it', async () => {
  const { VpcId, GroupId, subnetIds } = await network();
  const created = await client.send(
    new CreateLoadBalancerCommand({ Name: 'wire', Subnets: subnetIds, SecurityGroups: [GroupId] }),
  );
  const [loadBalancer] = created.LoadBalancers ?? [];
  expect(loadBalancer).toMatchObject({ State: { Code: 'provisioning' }, CreatedTime: expect.any(Date) });

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
