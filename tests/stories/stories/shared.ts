import type { Files } from '../repository.ts';
import type { Scene } from '../scene.ts';
import { CLUSTER, REGISTRY, type ServiceText, serviceFiles } from '../shop.ts';
import type { Pull } from '../state.ts';

/** A service with another version of its image. */
export function bumped(name: string, tag: string, more: ServiceText = {}): Files {
  return serviceFiles(name, { ...more, image: `${REGISTRY}/${name}:${tag}` });
}

/** Both services with their next version: two units, so that one can be stopped and the other go on. */
export const BOTH: Files = { ...bumped('api', 'v2'), ...bumped('web', 'v2') };

/** A pull request for the next version of api, with its plan. */
export async function plannedOnce({ open, plan }: Scene): Promise<Pull> {
  const pull = await open(bumped('api', 'v2'));
  await plan(pull);
  return pull;
}

/** As another tool deploys: a revision of its own, and the service on it. */
export async function deployByHand(
  { aws, world }: Scene,
  service: string,
  container: {
    readonly image?: string;
    readonly environment?: readonly { readonly name: string; readonly value: string }[];
    readonly [member: string]: unknown;
  },
): Promise<void> {
  interface Definition extends Readonly<Record<string, unknown>> {
    readonly containerDefinitions: readonly object[];
  }
  const { services } = await aws<{ services: readonly { taskDefinition: string }[] }>('ecs', 'DescribeServices', {
    cluster: CLUSTER,
    services: [service],
  });
  const { taskDefinition: live } = await aws<{ taskDefinition: Definition }>('ecs', 'DescribeTaskDefinition', {
    taskDefinition: services[0]?.taskDefinition ?? '',
  });
  const { family, networkMode, requiresCompatibilities } = live;
  const kept = Object.fromEntries(
    Object.entries({ family, networkMode, requiresCompatibilities }).filter(([, value]) => value !== undefined),
  );
  const { taskDefinition } = await aws<{ taskDefinition: { taskDefinitionArn: string } }>(
    'ecs',
    'RegisterTaskDefinition',
    { ...kept, containerDefinitions: live.containerDefinitions.map((each) => ({ ...each, ...container })) },
  );
  await aws('ecs', 'UpdateService', { cluster: CLUSTER, service, taskDefinition: taskDefinition.taskDefinitionArn });
  await world.account.settle();
}

/** Somebody adds a path to the rule of service api. */
export async function editRule({ aws }: Scene): Promise<void> {
  const Conditions = [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/api/*', '/by-hand/*'] } }];
  await aws('elbv2', 'ModifyRule', { RuleArn: await ruleOfApi(aws), Conditions });
}

async function ruleOfApi(aws: Scene['aws']): Promise<string> {
  const { LoadBalancers } = await aws<{ LoadBalancers: readonly { LoadBalancerArn: string }[] }>(
    'elbv2',
    'DescribeLoadBalancers',
    {},
  );
  const { Listeners } = await aws<{ Listeners: readonly { ListenerArn: string }[] }>('elbv2', 'DescribeListeners', {
    LoadBalancerArn: LoadBalancers[0]?.LoadBalancerArn,
  });
  const { Rules } = await aws<{ Rules: readonly { RuleArn: string; Conditions: readonly object[] }[] }>(
    'elbv2',
    'DescribeRules',
    { ListenerArn: Listeners[0]?.ListenerArn },
  );
  const rule = Rules.find(({ Conditions }) => JSON.stringify(Conditions).includes('/api/'));
  if (!rule) throw new Error('There is no rule for /api/*.');
  return rule.RuleArn;
}
