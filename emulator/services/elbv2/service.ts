import type { Service, World } from '../../core/world.ts';
import type { Context } from './context.ts';
import { createDataPlane } from './dataplane/plane.ts';
import { attributeOperations } from './operations/attributes.ts';
import { listenerOperations } from './operations/listeners.ts';
import { loadBalancerOperations } from './operations/load-balancers.ts';
import { placementOperations } from './operations/placement.ts';
import { rulePriorityOperations } from './operations/rule-priorities.ts';
import { ruleOperations } from './operations/rules.ts';
import { tagOperations } from './operations/tags.ts';
import { targetGroupOperations } from './operations/target-groups.ts';
import { targetOperations } from './operations/targets.ts';
import { createStore } from './store.ts';
import { createTargetLifecycle } from './targets/lifecycle.ts';

/**
 * Elastic Load Balancing v2: Application Load Balancers, their API and the HTTP traffic that goes through them. See
 * SPEC.md.
 */
export function createService(world: World): Service {
  const store = createStore();
  const plane = createDataPlane(world, store);
  const targets = createTargetLifecycle(world, store);
  const context: Context = { world, store, targets, plane };
  world.on('instance-state', ({ instanceId, state }) => {
    if (state === 'terminated') targets.instanceTerminated(instanceId);
  });
  return {
    operations: {
      ...attributeOperations(context),
      ...listenerOperations(context),
      ...loadBalancerOperations(context),
      ...placementOperations(context),
      ...rulePriorityOperations(context),
      ...ruleOperations(context),
      ...tagOperations(context),
      ...targetGroupOperations(context),
      ...targetOperations(context),
    },
    listeners: plane.addresses,
    stop: () => {
      targets.stop();
      return plane.stop();
    },
  };
}
