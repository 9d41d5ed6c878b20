import type { FunctionRunner } from '../../../drivers/functions.ts';
import type { Outcome } from '../../../drivers/none.ts';
import type { ServiceDeployment } from '../../../shapes/ecs.d.ts';
import type {
  CreateListenerOutput,
  CreateLoadBalancerOutput,
  CreateRuleOutput,
  CreateTargetGroupOutput,
  DescribeRulesOutput,
} from '../../../shapes/elbv2.d.ts';
import { createService as createElbv2 } from '../../elbv2/service.ts';
import { ask, eventually } from '../../elbv2/testing/client.ts';
import { createEc2, INSTANCES, VPC } from '../../elbv2/testing/ec2.ts';
import { createService as createIam } from '../../iam/service.ts';
import { createService as createSts } from '../../sts/service.ts';
import { deploy, serviceDeployments } from './expectations.ts';
import { type EcsWorld, ecsWorld } from './world.ts';

/** Versions, told apart by the status of their answers. */
const VERSIONS: Record<string, Outcome> = {
  'app:v1': { status: 201 },
  'app:v2': { status: 202 },
  'app:v3': { status: 203 },
  'app:sick': { status: 503 },
};

const STEP_MS = 2000;

export interface ShiftWorld extends EcsWorld {
  readonly primary: string;
  readonly alternate: string;
  readonly productionRule: string;
  readonly testRule: string;
  readonly roleArn: string;
  readonly loadBalancers: object[];
  elb<Output>(operation: string, input: object): Promise<Output>;
  /** Weights of the production rule, or of the test rule, by `primary` and `alternate`. */
  weights(rule?: string): Promise<Record<string, number>>;
  /** How many of so many requests each version answered, or the load balancer itself (`503`). */
  answers(count: number, path?: string): Promise<Record<string, number>>;
  /** Asks for another image, and lets time pass until the read APIs know of it. */
  deploy(image: string, more?: object): Promise<void>;
  /** The newest service deployment. */
  deployment(): Promise<ServiceDeployment>;
  /**
   * Lets time pass, less than the shortest round at a time, until the newest deployment is as wanted; fails after
   * `limitMs`.
   */
  until(wanted: (deployment: ServiceDeployment) => boolean, limitMs?: number): Promise<ServiceDeployment>;
  stop(): Promise<void>;
}

/** ECS behind a real load balancer with two target groups: traffic is HTTP over loopback, time is virtual. */
export async function shiftWorld(
  options: { readonly functions?: FunctionRunner; readonly alarms?: () => readonly object[] } = {},
): Promise<ShiftWorld> {
  const stops: (() => Promise<void> | undefined)[] = [];
  let listening: (() => readonly { readonly address: { readonly host: string; readonly port: number } }[]) | undefined;
  const ecs = await ecsWorld({
    ...options,
    outcomes: { ...VERSIONS },
    real: (world) => {
      const elbv2 = createElbv2(world);
      stops.push(async () => elbv2.stop?.());
      listening = elbv2.listeners;
      return { elbv2, ec2: createEc2(() => {}), iam: createIam(world), sts: createSts(world) };
    },
  });
  const elb: ShiftWorld['elb'] = (operation, input) => ecs.world.call('elbv2', operation, input);
  for (const [id, zone] of Object.entries(INSTANCES).slice(0, 2)) await ecs.addInstance(zone, undefined, id);

  const { LoadBalancers = [] } = await elb<CreateLoadBalancerOutput>('CreateLoadBalancer', {
    Name: 'web',
    Subnets: ['subnet-a', 'subnet-c'],
  });
  const targetGroup = async (Name: string): Promise<string> => {
    const { TargetGroups = [] } = await elb<CreateTargetGroupOutput>('CreateTargetGroup', {
      ...{ Name, Protocol: 'HTTP', Port: 80, VpcId: VPC, HealthCheckPath: '/', Matcher: { HttpCode: '200-299' } },
      ...{ HealthCheckIntervalSeconds: 5, HealthCheckTimeoutSeconds: 4 },
    });
    const TargetGroupArn = TargetGroups[0]?.TargetGroupArn ?? '';
    const Attributes = [{ Key: 'deregistration_delay.timeout_seconds', Value: '5' }];
    await elb('ModifyTargetGroupAttributes', { TargetGroupArn, Attributes });
    return TargetGroupArn;
  };
  const primary = await targetGroup('one');
  const alternate = await targetGroup('two');
  const { Listeners = [] } = await elb<CreateListenerOutput>('CreateListener', {
    ...{ LoadBalancerArn: LoadBalancers[0]?.LoadBalancerArn, Protocol: 'HTTP', Port: 80 },
    DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }],
  });
  const rule = async (Priority: number, path: string): Promise<string> => {
    const TargetGroups = [
      { TargetGroupArn: primary, Weight: 1 },
      { TargetGroupArn: alternate, Weight: 0 },
    ];
    const { Rules = [] } = await elb<CreateRuleOutput>('CreateRule', {
      ...{ ListenerArn: Listeners[0]?.ListenerArn, Priority },
      Conditions: [{ Field: 'path-pattern', Values: [path] }],
      Actions: [{ Type: 'forward', ForwardConfig: { TargetGroups } }],
    });
    return Rules[0]?.RuleArn ?? '';
  };
  const testRule = await rule(1, '/test*');
  const productionRule = await rule(2, '/*');
  const roleArn = await infrastructureRole(ecs);
  await ecs.advance(200_000);
  const [listener] = await eventually(() => (listening?.().length ? listening() : undefined));

  const deployment = async (): Promise<ServiceDeployment> => (await serviceDeployments(ecs))[0] ?? {};
  return {
    ...ecs,
    ...{ primary, alternate, productionRule, testRule, roleArn, elb, deployment },
    loadBalancers: [
      {
        ...{ targetGroupArn: primary, containerName: 'app', containerPort: 8080 },
        advancedConfiguration: {
          alternateTargetGroupArn: alternate,
          productionListenerRule: productionRule,
          testListenerRule: testRule,
          roleArn,
        },
      },
    ],
    weights: async (of = productionRule) => {
      const { Rules } = await elb<DescribeRulesOutput>('DescribeRules', { RuleArns: [of] });
      const groups = Rules?.[0]?.Actions?.[0]?.ForwardConfig?.TargetGroups ?? [];
      const nameOf = (arn?: string): string => (arn === primary ? 'primary' : 'alternate');
      return Object.fromEntries(groups.map(({ TargetGroupArn, Weight = 0 }) => [nameOf(TargetGroupArn), Weight]));
    },
    answers: async (count, path = '/') => {
      const counts: Record<string, number> = {};
      for (let sent = 0; sent < count; sent++) {
        const { status } = await ask(listener?.address ?? { host: '', port: 0 }, { path });
        const version = status > 200 && status < 204 ? `v${status - 200}` : String(status);
        counts[version] = (counts[version] ?? 0) + 1;
      }
      return counts;
    },
    until: async (wanted, limitMs = 600_000) => {
      for (let ms = 0; ms < limitMs; ms += STEP_MS) {
        const now = await deployment();
        if (wanted(now)) return now;
        await ecs.advance(STEP_MS);
      }
      throw new Error(`after ${limitMs} ms: ${JSON.stringify(await deployment())}`);
    },
    deploy: async (image, more) => {
      await deploy(ecs, image, more);
      await ecs.advance(4000);
    },
    stop: async () => {
      for (const stop of stops) await stop();
    },
  };
}

async function infrastructureRole(ecs: EcsWorld): Promise<string> {
  const AssumeRolePolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  });
  const PolicyArn = 'arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers';
  const input = { RoleName: 'infrastructure', AssumeRolePolicyDocument };
  const { Role } = await ecs.world.call<{ Role: { Arn: string } }>('iam', 'CreateRole', input);
  await ecs.world.call('iam', 'AttachRolePolicy', { RoleName: 'infrastructure', PolicyArn });
  return Role.Arn;
}

/** A steady service `s` of `app:v1` that was made with this deployment configuration. */
export async function shiftingService(world: ShiftWorld, deploymentConfiguration: object): Promise<void> {
  await world.register({ image: 'app:v1' });
  await world.create({ loadBalancers: world.loadBalancers, deploymentConfiguration });
  await world.until(({ status }) => status === 'SUCCESSFUL', 1_800_000);
}
