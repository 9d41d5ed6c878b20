import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scaledClock } from '../../../core/clock.ts';
import type { Services } from '../../../core/create-world.ts';
import { createWorld } from '../../../core/create-world.ts';
import type { Address } from '../../../core/network.ts';
import { seededRandom } from '../../../core/random.ts';
import type { Sabotage } from '../../../core/sabotage.ts';
import { createTestWorld } from '../../../core/testing.ts';
import type { Service, World } from '../../../core/world.ts';
import type {
  CreateListenerOutput,
  CreateLoadBalancerOutput,
  CreateTargetGroupInput,
  CreateTargetGroupOutput,
  DescribeTargetHealthOutput,
  TargetHealth,
} from '../../../shapes/elbv2.d.ts';
import { createService } from '../service.ts';
import { eventually } from './client.ts';
import { createEc2, VPC } from './ec2.ts';

export interface TestElb {
  readonly world: World;
  readonly advance: (ms: number) => Promise<void>;
  readonly service: Service;
  call<Output = unknown>(operation: string, input: object): Promise<Output>;
  /** A load balancer that is still provisioning, a listener on port 80 and a group that it forwards to. */
  provision(group?: Partial<CreateTargetGroupInput>): Promise<Provisioned>;
  /** The same, active. */
  balance(group?: Partial<CreateTargetGroupInput>): Promise<Balanced>;
  /** Registers a target and waits until its health is as wanted. */
  register(groupArn: string, target: { Id: string; Port: number }, state?: TargetHealth['State']): Promise<void>;
  health(groupArn: string, target?: { Id: string; Port: number }): Promise<TargetHealth | undefined>;
  /** How many times EC2 was asked about security groups. */
  groupQuestions(): number;
  /** Serves on loopback as that port of the instance. */
  serve(instanceId: string, port: number, listener: RequestListener): Promise<Server>;
  stop(): Promise<void>;
}

export interface Provisioned {
  readonly loadBalancerArn: string;
  readonly listenerArn: string;
  readonly groupArn: string;
}

export interface Balanced extends Provisioned {
  readonly address: Address;
}

export interface TestElbOptions {
  readonly sabotage?: readonly Sabotage[];
  /** Real time, accelerated that much, instead of virtual time: for timeouts of sockets. */
  readonly scale?: number;
}

/** Elastic Load Balancing beside a minimal EC2, under virtual time unless told otherwise; sockets are real. */
export function createTestElb(options: TestElbOptions = {}): TestElb {
  const made: Service[] = [];
  let asked = 0;
  const services = (inWorld: World) => {
    const elbv2 = createService(inWorld);
    made.push(elbv2);
    return { elbv2, ec2: createEc2(() => asked++) };
  };
  const { sabotage = [], scale } = options;
  const { world, advance, stopClock } = scale
    ? createAcceleratedWorld(scale, services)
    : { ...createTestWorld({ sabotage, services }), stopClock: () => {} };
  const [service] = made;
  if (!service) throw new Error('the world made no services');
  const servers: Server[] = [];
  const call: TestElb['call'] = (operation, input) => world.call('elbv2', operation, input);

  const health: TestElb['health'] = async (TargetGroupArn, target) => {
    const input = { TargetGroupArn, ...(target && { Targets: [target] }) };
    const output = await call<DescribeTargetHealthOutput>('DescribeTargetHealth', input);
    return output.TargetHealthDescriptions?.[0]?.TargetHealth;
  };

  const provision: TestElb['provision'] = async (group = {}) => {
    const lb = await call<CreateLoadBalancerOutput>('CreateLoadBalancer', {
      Name: 'web',
      Subnets: ['subnet-a', 'subnet-c'],
    });
    const loadBalancerArn = lb.LoadBalancers?.[0]?.LoadBalancerArn ?? '';
    const tg = await call<CreateTargetGroupOutput>('CreateTargetGroup', {
      Name: 'web',
      Protocol: 'HTTP',
      Port: 80,
      VpcId: VPC,
      HealthCheckPath: '/health',
      HealthCheckIntervalSeconds: 10,
      ...group,
    });
    const groupArn = tg.TargetGroups?.[0]?.TargetGroupArn ?? '';
    const listener = await call<CreateListenerOutput>('CreateListener', {
      LoadBalancerArn: loadBalancerArn,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: groupArn }],
    });
    const listenerArn = listener.Listeners?.[0]?.ListenerArn ?? '';
    return { loadBalancerArn, listenerArn, groupArn };
  };

  return {
    world,
    advance,
    service,
    call,
    health,
    groupQuestions: () => asked,
    provision,
    balance: async (group) => {
      const provisioned = await provision(group);
      await advance(180_000);
      const { address } = await eventually(() => service.listeners?.()[0]);
      return { ...provisioned, address };
    },
    register: async (TargetGroupArn, target, state = 'healthy') => {
      await call('RegisterTargets', { TargetGroupArn, Targets: [target] });
      await advance(1_500);
      await eventually(async () => (await health(TargetGroupArn, target))?.State === state);
    },
    serve: async (instanceId, port, listener) => {
      const server = createServer(listener);
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const bound = server.address() as AddressInfo;
      world.network.publish(instanceId, port, { host: bound.address, port: bound.port });
      return server;
    },
    stop: async () => {
      await service.stop?.();
      stopClock();
      for (const server of servers) server.close().closeAllConnections();
    },
  };
}

function createAcceleratedWorld(scale: number, services: (world: World) => Services) {
  const clock = scaledClock(scale);
  const onDefect = (error: unknown): void => {
    throw error;
  };
  const world = createWorld({
    account: '123456789012',
    region: 'ap-northeast-1',
    clock,
    random: seededRandom(1),
    services,
    onDefect,
  });
  return { world, advance: clock.sleep, stopClock: clock.stop };
}
