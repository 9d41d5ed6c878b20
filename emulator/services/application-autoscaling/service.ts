import type { Service, World } from '../../core/world.ts';
import { activityOperations } from './activities.ts';
import { policyOperations } from './policies.ts';
import { scalableTargetOperations } from './scalable-targets.ts';
import { alarmActed } from './scaling.ts';
import type { ApplicationAutoScaling } from './state.ts';
import { tagOperations } from './tags.ts';

/** Application Auto Scaling of one account in one region, for the desired counts of ECS services. */
export function createService(world: World): Service {
  const aas: ApplicationAutoScaling = { world, targets: new Map(), activities: [] };
  world.on('alarm-action', (event) => alarmActed(aas, event));
  return {
    operations: {
      ...activityOperations(aas),
      ...policyOperations(aas),
      ...scalableTargetOperations(aas),
      ...tagOperations(aas),
    },
  };
}
