import type { World } from '../../../../core/world.ts';
import type { LoadBalancer } from '../../../../shapes/ecs.d.ts';
import { tolerate } from '../../refusals.ts';
import type { DeploymentRecord, ServiceRecord } from '../../scheduler/record.ts';
import type { Route } from './record.ts';
import { expectElbAllowed, readRule, SESSION_NAME } from './rules.ts';
import { groupsOf } from './weights.ts';

export type Routing =
  | { readonly kind: 'found'; readonly routes: readonly Route[] }
  /** `reason` is how AWS goes on after "invalid networking configuration". */
  | { readonly kind: 'invalid'; readonly reason: string };

/**
 * Finds out which of a service's two target groups serves, by the production rule's weights: the new revision gets the
 * other one, in the very first deployment too. Refusals are those of [doc troubleshooting-blue-green].
 */
export async function findRoutes(world: World, loadBalancers: readonly LoadBalancer[]): Promise<Routing> {
  const routes: Route[] = [];
  for (const loadBalancer of loadBalancers) {
    const found = await findRoute(world, loadBalancer);
    if (typeof found === 'string') return { kind: 'invalid', reason: found };
    routes.push(found);
  }
  return { kind: 'found', routes };
}

async function findRoute(world: World, loadBalancer: LoadBalancer): Promise<Route | string> {
  const { targetGroupArn = '', advancedConfiguration: advanced = {} } = loadBalancer;
  const { alternateTargetGroupArn = '', productionListenerRule = '', testListenerRule, roleArn = '' } = advanced;
  if (!(await canRead(world, roleArn)))
    return `. ECS was unable to manage the ELB resources due to missing permissions on ECS Infrastructure Role '${roleArn}'.`;
  const production = await readRule(world, productionListenerRule).catch(tolerate);
  const test = testListenerRule === undefined ? undefined : await readRule(world, testListenerRule).catch(tolerate);
  const groups = [targetGroupArn, alternateTargetGroupArn];
  const { serving, associated } = groupsOf(production ?? {});
  const known = [...associated, ...groupsOf(test ?? {}).associated];
  const unknown = groups.find((group) => !known.includes(group));
  if (unknown !== undefined)
    return `: Target group ${unknown} is not associated with either productionListenerRule or testListenerRule.`;
  const [blue, ...others] = serving;
  if (blue === undefined || others.length > 0)
    return `. productionListenerRule ${productionListenerRule} should have exactly one target group serving traffic but found ${serving.length} target groups which are serving traffic`;
  if (!groups.includes(blue))
    return `. Production listener rule is forwarding traffic to unexpected target group ${blue}. Expected traffic to be forwarded to either targetGroupArn: ${targetGroupArn} or alternateTargetGroupArn: ${alternateTargetGroupArn}`;
  const green = blue === targetGroupArn ? alternateTargetGroupArn : targetGroupArn;
  return { targetGroupArn, blue, green, productionListenerRule, testListenerRule, roleArn };
}

/**
 * ECS looks at rules, and changes them, in the name of the service's infrastructure role, and must be trusted by it.
 */
async function canRead(world: World, RoleArn: string): Promise<boolean> {
  const input = { RoleArn, RoleSessionName: SESSION_NAME };
  const session = await world.call('sts', 'AssumeRole', input, { arn: 'ecs.amazonaws.com' }).catch(tolerate);
  if (!session) return false;
  const allowed = await expectElbAllowed(world, RoleArn, 'DescribeRules').then(() => true, tolerate);
  return allowed ?? false;
}

/** Where the tasks of a deployment are registered, by the target groups in the service's `loadBalancers`. */
export const greenGroups = (routes: readonly Route[]): DeploymentRecord['targetGroups'] =>
  new Map(routes.map(({ targetGroupArn, green }) => [targetGroupArn, green]));

/** Where a deployment that shifts no traffic goes on: what served the same target groups keeps serving them. */
export function inheritedGroups(
  { loop }: Pick<ServiceRecord, 'loop'>,
  { loadBalancers }: Pick<DeploymentRecord['revisioned'], 'loadBalancers'>,
): DeploymentRecord['targetGroups'] {
  const served = loop.lastCompleted?.targetGroups ?? new Map<string, string>();
  return new Map(
    loadBalancers.flatMap(({ targetGroupArn = '', advancedConfiguration }): [string, string][] => {
      const group = served.get(targetGroupArn);
      return group !== undefined && group === advancedConfiguration?.alternateTargetGroupArn
        ? [[targetGroupArn, group]]
        : [];
    }),
  );
}

/** What the deployment's tasks are registered with. */
export const registeredWith = ({ revisioned, targetGroups }: DeploymentRecord): LoadBalancer[] =>
  revisioned.loadBalancers.map((loadBalancer) => {
    const { targetGroupArn = '' } = loadBalancer;
    return { ...loadBalancer, targetGroupArn: targetGroups.get(targetGroupArn) ?? targetGroupArn };
  });
