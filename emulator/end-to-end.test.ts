import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AutoScalingClient, CreateAutoScalingGroupCommand } from '@aws-sdk/client-auto-scaling';
import {
  AuthorizeSecurityGroupIngressCommand,
  CreateLaunchTemplateCommand,
  CreateSecurityGroupCommand,
  DescribeSubnetsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DescribeClustersCommand,
  DescribeServicesCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import { afterAll, expect, test } from '@jest/globals';
import type { Emulator } from './emulator.ts';
import { startEmulator } from './emulator.ts';
import { clientOptions } from './http/testing.ts';

const SERVER =
  "require('node:http').createServer((_, response) => response.end(String(process.pid))).listen(process.env.PORT, '127.0.0.1')";

const folder = mkdtempSync(join(tmpdir(), 'emulator-'));

function imagesFile(): string {
  const file = join(folder, 'images.json');
  writeFileSync(file, JSON.stringify({ 'app:v1': { command: ['node', '-e', SERVER] } }));
  return file;
}

async function until<Value>(what: string, find: () => Promise<Value | undefined>): Promise<Value> {
  for (let tries = 0; tries < 200; tries++) {
    const found = await find();
    if (found !== undefined) return found;
    await sleep(50);
  }
  throw new Error(`never: ${what}`);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

let emulator: Emulator;
afterAll(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true });
});

test('a service comes up behind its load balancer, and nothing of it outlives the emulator', async () => {
  const defects: unknown[] = [];
  emulator = await startEmulator({
    scale: 60,
    images: imagesFile(),
    onDefect: (error) => void defects.push(error),
  });
  const options = clientOptions(emulator.url);
  const ec2 = new EC2Client(options);
  const iam = new IAMClient(options);
  const ecs = new ECSClient(options);
  const elb = new ElasticLoadBalancingV2Client(options);

  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
  const subnets = Subnets.slice(0, 2).flatMap(({ SubnetId }) => SubnetId ?? []);
  const group = async (GroupName: string, FromPort: number, ToPort: number) => {
    const { GroupId = '' } = await ec2.send(
      new CreateSecurityGroupCommand({ GroupName, Description: GroupName, VpcId: Subnets[0]?.VpcId }),
    );
    const open = { IpProtocol: 'tcp', FromPort, ToPort, IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
    await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [open] }));
    return GroupId;
  };
  const [albGroup, instanceGroup] = [await group('alb', 80, 80), await group('instances', 32_768, 65_535)];

  const trust = {
    Statement: { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  };
  await iam.send(new CreateRoleCommand({ RoleName: 'ecs', AssumeRolePolicyDocument: JSON.stringify(trust) }));
  const PolicyArn = 'arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role';
  await iam.send(new AttachRolePolicyCommand({ RoleName: 'ecs', PolicyArn }));
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'ecs' }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'ecs', RoleName: 'ecs' }));

  await ecs.send(new CreateClusterCommand({ clusterName: 'c' }));
  const userData = Buffer.from('#!/bin/bash\necho ECS_CLUSTER=c >> /etc/ecs/ecs.config\n').toString('base64');
  const LaunchTemplateData = {
    ImageId: 'resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id',
    InstanceType: 't2.medium' as const,
    IamInstanceProfile: { Name: 'ecs' },
    SecurityGroupIds: [instanceGroup],
    UserData: userData,
  };
  await ec2.send(new CreateLaunchTemplateCommand({ LaunchTemplateName: 'template', LaunchTemplateData }));
  // A role that was just made cannot be launched with.
  await sleep(500);
  await new AutoScalingClient(options).send(
    new CreateAutoScalingGroupCommand({
      AutoScalingGroupName: 'group',
      MinSize: 2,
      MaxSize: 2,
      LaunchTemplate: { LaunchTemplateName: 'template' },
      VPCZoneIdentifier: subnets.join(','),
    }),
  );

  const { LoadBalancers } = await elb.send(
    new CreateLoadBalancerCommand({ Name: 'alb', Subnets: subnets, SecurityGroups: [albGroup] }),
  );
  const { TargetGroups } = await elb.send(
    new CreateTargetGroupCommand({
      Name: 'targets',
      Protocol: 'HTTP',
      Port: 80,
      VpcId: Subnets[0]?.VpcId,
      HealthCheckIntervalSeconds: 5,
      HealthCheckTimeoutSeconds: 2,
    }),
  );
  const targetGroupArn = TargetGroups?.[0]?.TargetGroupArn;
  await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroupArn }],
    }),
  );

  await until('two instances registered', async () => {
    const { clusters } = await ecs.send(new DescribeClustersCommand({ clusters: ['c'] }));
    return clusters?.[0]?.registeredContainerInstancesCount === 2 || undefined;
  });
  const portMappings = [{ containerPort: 8080, hostPort: 0 }];
  const containerDefinitions = [{ name: 'app', image: 'app:v1', memory: 128, portMappings }];
  await ecs.send(new RegisterTaskDefinitionCommand({ family: 'app', networkMode: 'bridge', containerDefinitions }));
  await ecs.send(
    new CreateServiceCommand({
      cluster: 'c',
      serviceName: 's',
      taskDefinition: 'app',
      desiredCount: 2,
      loadBalancers: [{ targetGroupArn, containerName: 'app', containerPort: 8080 }],
    }),
  );
  const service = await until('the deployment completed', async () => {
    const { services } = await ecs.send(new DescribeServicesCommand({ cluster: 'c', services: ['s'] }));
    return services?.find(({ deployments }) => deployments?.[0]?.rolloutState === 'COMPLETED');
  });
  expect(service).toMatchObject({ runningCount: 2, pendingCount: 0 });

  const [listener] = emulator.listeners();
  expect(listener).toMatchObject({ dnsName: LoadBalancers?.[0]?.DNSName, port: 80 });
  const url = `http://127.0.0.1:${listener?.address.port}/`;
  const pids = new Set<number>();
  for (let i = 0; i < 4; i++) pids.add(Number(await (await fetch(url)).text()));
  expect(pids.size).toBe(2);

  await emulator.stop();
  await expect(fetch(url)).rejects.toThrow('fetch failed');
  await until('every task’s process gone', async () => ![...pids].some(isAlive) || undefined);
  expect(defects).toEqual([]);
}, 30_000);
