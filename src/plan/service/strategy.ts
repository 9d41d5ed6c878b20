import { objectOf } from '../../model/json.ts';
import type { ServiceSettings } from '../../model/service.ts';

export type Strategy = 'ROLLING' | 'BLUE_GREEN' | 'LINEAR' | 'CANARY';

const STRATEGIES: readonly Strategy[] = ['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY'];

/** How a service with these settings rolls out; ROLLING where they do not say. */
export function strategyOf({ deploymentConfiguration }: ServiceSettings): Strategy {
  const stated = objectOf(deploymentConfiguration)['strategy'];
  return STRATEGIES.find((strategy) => strategy === stated) ?? 'ROLLING';
}

/** Whether ECS moves traffic from one target group to another, instead of replacing the tasks of one. */
export function shiftsTraffic(settings: ServiceSettings): boolean {
  return strategyOf(settings) !== 'ROLLING';
}
