import type { World } from '../../../core/world.ts';
import { numberAttribute } from '../attributes/attributes.ts';
import { checkTarget } from '../health/check.ts';
import { startMonitor } from '../health/monitor.ts';
import { observe, UNCHECKED } from '../health/state.ts';
import type { Store, TargetGroup } from '../store.ts';
import { standingOf } from './status.ts';
import type { Target } from './target.ts';
import { targetKey } from './target.ts';
import { surroundingsOf, userOf } from './usage.ts';

/** What happens to targets between registration and the end of draining. */
export interface TargetLifecycle {
  /** Starts or ends health checks so that they fit what listeners, zones and instances are now. */
  reconcile(): void;
  register(group: TargetGroup, target: Target): void;
  /** Takes back a draining target: "you can register the target again" (Deregistration delay). */
  reregister(group: TargetGroup, target: Target): void;
  deregister(group: TargetGroup, target: Target): void;
  /** At once, with whatever is in flight. */
  remove(group: TargetGroup, target: Target): void;
  instanceTerminated(instanceId: string): void;
  /** Ends everything: the load balancer's own end is not waited for. */
  stop(): void;
}

export function createTargetLifecycle(world: World, store: Store): TargetLifecycle {
  const groups = () => [...store.targetGroups.values()];

  const remove = (group: TargetGroup, target: Target): void => {
    end(target);
    target.connections.cut();
    group.targets.delete(targetKey(target.id, target.port));
  };

  const reconcileGroup = (group: TargetGroup): void => {
    const loadBalancer = userOf(store, group);
    const surroundings = surroundingsOf(loadBalancer);
    for (const target of group.targets.values()) {
      const standing = standingOf(target, surroundings);
      if (standing === 'draining') continue;
      const wanted = (standing === 'registering' || standing === 'serving') && loadBalancer?.state === 'active';
      if (!wanted) end(target);
      else if (!target.cancel) start(world, store, group, target);
    }
  };

  return {
    reconcile: () => groups().forEach(reconcileGroup),
    register: (group, target) => {
      group.targets.set(targetKey(target.id, target.port), target);
      reconcileGroup(group);
    },
    reregister: (group, target) => {
      end(target);
      target.draining = false;
      reconcileGroup(group);
    },
    remove,
    deregister: (group, target) => {
      if (target.draining) return;
      const standing = standingOf(target, surroundingsOf(userOf(store, group)));
      end(target);
      if (standing !== 'registering' && standing !== 'serving') {
        remove(group, target);
        return;
      }
      target.draining = true;
      const delayMs = numberAttribute(group.attributes, 'deregistration_delay.timeout_seconds') * 1_000;
      const cutAfterMs = world.sabotage.has('short-drain') ? 0 : delayMs;
      const finish = (): void => {
        const waits = world.sabotage.has('short-deregistration') && target.connections.inFlight() > 0;
        if (waits) target.cancel = world.clock.after(1_000, finish);
        else remove(group, target);
      };
      target.cancel = world.clock.after(cutAfterMs, finish);
    },
    instanceTerminated: (instanceId) => {
      for (const { targets } of groups())
        for (const target of targets.values()) if (target.id === instanceId) target.running = false;
      groups().forEach(reconcileGroup);
    },
    stop: () => {
      for (const group of groups()) for (const target of [...group.targets.values()]) remove(group, target);
    },
  };
}

/** Makes the load balancer's nodes know the target, then checks its health until `target.cancel`. */
function start(world: World, store: Store, group: TargetGroup, target: Target): void {
  target.cancel = world.clock.after(world.latency('target-initial'), () => {
    target.registered = true;
    target.cancel = startMonitor(world, {
      check: () => checkTarget(world, userOf(store, group)?.securityGroups ?? [], group.healthCheck, target),
      intervalMs: () => group.healthCheck.HealthCheckIntervalSeconds * 1_000,
      onResult: (result) => {
        const before = target.health.state;
        target.health = observe(target.health, result, {
          healthy: group.healthCheck.HealthyThresholdCount,
          unhealthy: group.healthCheck.UnhealthyThresholdCount,
        });
        if (before !== target.health.state) target.healthySince = world.clock.now();
      },
    });
  });
}

function end(target: Target): void {
  target.cancel?.();
  target.cancel = undefined;
  target.registered = false;
  target.health = UNCHECKED;
}
