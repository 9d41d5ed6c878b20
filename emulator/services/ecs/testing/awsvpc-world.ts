import type { Services } from '../../../core/create-world.ts';
import { publicImages } from '../../../core/public-images.ts';
import type { World } from '../../../core/world.ts';
import type {
  AuthorizeSecurityGroupIngressResult,
  CreateSecurityGroupResult,
  DescribeNetworkInterfacesResult,
  DescribeSubnetsResult,
  NetworkInterface,
  Reservation,
} from '../../../shapes/ec2.d.ts';
import type { CreateLoadBalancerOutput, CreateTargetGroupOutput } from '../../../shapes/elbv2.d.ts';
import { createService as createEc2 } from '../../ec2/service.ts';
import { createService as createElbv2 } from '../../elbv2/service.ts';
import { ask, eventually } from '../../elbv2/testing/client.ts';
import { AGENT_CAPABILITIES } from '../agent/capabilities.ts';
import { type EcsWorld, ecsWorld } from './world.ts';

const ZONES = ['ap-northeast-1a', 'ap-northeast-1c'];

export interface AwsvpcWorld extends EcsWorld {
  readonly vpcId: string;
  /** The default subnets, by zone. */
  readonly subnets: Readonly<Record<string, string>>;
  /** Lets the load balancer in at port 8080. */
  readonly taskGroup: string;
  /** EC2's ids, by zone. */
  readonly hosts: Readonly<Record<string, string>>;
  readonly loadBalancers: object[];
  ec2<Output = unknown>(operation: string, input: object): Promise<Output>;
  /** The interfaces that ECS made. */
  interfaces(): Promise<NetworkInterface[]>;
  network(more?: object): object;
  /** Statuses of so many requests through the load balancer. */
  answers(count: number): Promise<number[]>;
  stop(): Promise<void>;
}

/**
 * ECS on two t3.medium, of real EC2, behind a real load balancer with a target group of addresses, and others. Time is
 * virtual.
 */
export async function awsvpcWorld(others: (world: World) => Services = () => ({})): Promise<AwsvpcWorld> {
  const made: { stop?(): Promise<void>; listeners?: ReturnType<typeof createElbv2>['listeners'] }[] = [];
  const ecs = await ecsWorld({
    outcomes: { 'app:v1': { status: 201 }, 'app:v2': { status: 202 } },
    real: (world) => {
      const elbv2 = createElbv2(world);
      made.push(elbv2);
      return { elbv2, ec2: createEc2(world), ...others(world) };
    },
  });
  const ec2: AwsvpcWorld['ec2'] = (operation, input) => ecs.world.call('ec2', operation, input);
  const elb = <Output>(operation: string, input: object) => ecs.world.call<Output>('elbv2', operation, input);
  const { Subnets = [] } = await ec2<DescribeSubnetsResult>('DescribeSubnets', {});
  const subnets = Object.fromEntries(Subnets.map((one) => [one.AvailabilityZone ?? '', one.SubnetId ?? '']));
  const vpcId = Subnets[0]?.VpcId ?? '';
  const hosts: Record<string, string> = {};
  for (const zone of ZONES) hosts[zone] = await launch(ecs, vpcId, zone, subnets[zone] ?? '');

  const group = async (GroupName: string): Promise<string> =>
    (await ec2<CreateSecurityGroupResult>('CreateSecurityGroup', { GroupName, Description: GroupName })).GroupId ?? '';
  const [balancerGroup, taskGroup] = [await group('alb'), await group('tasks')];
  const admit = (GroupId: string, port: number, from: object) =>
    ec2<AuthorizeSecurityGroupIngressResult>('AuthorizeSecurityGroupIngress', {
      GroupId,
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: port, ToPort: port, ...from }],
    });
  await admit(balancerGroup, 80, { IpRanges: [{ CidrIp: '0.0.0.0/0' }] });
  await admit(taskGroup, 8080, { UserIdGroupPairs: [{ GroupId: balancerGroup }] });
  const { LoadBalancers } = await elb<CreateLoadBalancerOutput>('CreateLoadBalancer', {
    Name: 'web',
    Subnets: ZONES.map((zone) => subnets[zone]),
    SecurityGroups: [balancerGroup],
  });
  const { TargetGroups } = await elb<CreateTargetGroupOutput>('CreateTargetGroup', {
    ...{ Name: 'web', Protocol: 'HTTP', Port: 80, VpcId: vpcId, TargetType: 'ip', Matcher: { HttpCode: '200-299' } },
    ...{ HealthCheckIntervalSeconds: 5, HealthCheckTimeoutSeconds: 4 },
  });
  const targetGroupArn = TargetGroups?.[0]?.TargetGroupArn ?? '';
  await elb('ModifyTargetGroupAttributes', {
    TargetGroupArn: targetGroupArn,
    Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '5' }],
  });
  await elb('CreateListener', {
    ...{ LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn, Protocol: 'HTTP', Port: 80 },
    DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroupArn }],
  });
  await ecs.advance(180_000);
  const { address } = await eventually(() => made[0]?.listeners?.()[0]);

  return {
    ...ecs,
    vpcId,
    subnets,
    taskGroup,
    hosts,
    loadBalancers: [{ targetGroupArn, containerName: 'app', containerPort: 8080 }],
    ec2,
    interfaces: async () => {
      const Filters = [{ Name: 'requester-managed', Values: ['true'] }];
      const found = await ec2<DescribeNetworkInterfacesResult>('DescribeNetworkInterfaces', { Filters });
      return found.NetworkInterfaces ?? [];
    },
    network: (more = {}) => ({
      awsvpcConfiguration: { subnets: ZONES.map((zone) => subnets[zone]), securityGroups: [taskGroup], ...more },
    }),
    answers: async (count) => {
      const replies = await Promise.all(Array.from({ length: count }, () => ask(address)));
      return replies.map(({ status }) => status);
    },
    stop: async () => {
      for (const service of made) await service.stop?.();
    },
  };
}

async function launch(ecs: EcsWorld, vpcId: string, zone: string, SubnetId: string): Promise<string> {
  const image = publicImages(ecs.world.region).find(({ architecture }) => architecture === 'x86_64');
  const { Instances } = await ecs.world.call<Reservation>('ec2', 'RunInstances', {
    ...{ MinCount: 1, MaxCount: 1, ImageId: image?.imageId, InstanceType: 't3.medium', SubnetId },
  });
  const instanceId = Instances?.[0]?.InstanceId ?? '';
  await ecs.call('RegisterContainerInstance', {
    cluster: 'c',
    instanceIdentityDocument: JSON.stringify({ instanceId }),
    totalResources: [
      { name: 'CPU', type: 'INTEGER', integerValue: 2048 },
      { name: 'MEMORY', type: 'INTEGER', integerValue: 3915 },
    ],
    attributes: [
      ...AGENT_CAPABILITIES,
      { name: 'ecs.availability-zone', value: zone },
      { name: 'ecs.instance-type', value: 't3.medium' },
      { name: 'ecs.vpc-id', value: vpcId },
    ],
  });
  return instanceId;
}
