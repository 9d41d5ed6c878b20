import { objectOf } from './json.ts';
import type { ServiceSettings } from './service.ts';

export const STRATEGIES = ['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY'] as const;

export type Strategy = (typeof STRATEGIES)[number];

/** How a service with these settings rolls out; ROLLING where they do not say. */
export function strategyOf({ deploymentConfiguration }: ServiceSettings): Strategy {
  const stated = objectOf(deploymentConfiguration)['strategy'];
  return STRATEGIES.find((strategy) => strategy === stated) ?? 'ROLLING';
}

/** Whether ECS moves traffic from one target group to another, instead of replacing the tasks of one. */
export function shiftsTraffic(settings: ServiceSettings): boolean {
  return strategyOf(settings) !== 'ROLLING';
}

/** Whether ECS runs one task on each instance, instead of a desired count of them. */
export function isDaemon({ schedulingStrategy }: ServiceSettings): boolean {
  return schedulingStrategy === 'DAEMON';
}
