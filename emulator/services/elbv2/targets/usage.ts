import { forwardedTo } from '../rules/actions.ts';
import type { LoadBalancer, Store, TargetGroup } from '../store.ts';
import type { Surroundings } from './status.ts';

/** The load balancer whose rules forward to the group. A group belongs to one at most. */
export function userOf(store: Store, group: TargetGroup): LoadBalancer | undefined {
  for (const { loadBalancer, rules } of store.listeners.values())
    if (rules.some(({ actions }) => forwardedTo(actions).includes(group.arn))) return loadBalancer;
  return undefined;
}

export function surroundingsOf(loadBalancer: LoadBalancer | undefined): Surroundings {
  return {
    used: loadBalancer !== undefined,
    zones: (loadBalancer?.zones ?? []).flatMap(({ ZoneName = [] }) => ZoneName),
  };
}
