import type { World } from '../../../core/world.ts';
import { opensToClients } from '../ec2.ts';
import type { Listener } from '../store.ts';

/** How long a change of security groups may take to be noticed, in emulated milliseconds. */
const STALE_MS = 5_000;

/**
 * Whether the load balancer's security groups let clients reach the listener. Where not, a client hears nothing at all.
 */
export function createIngress(world: World, listener: Listener): () => Promise<boolean> {
  let askedAt = Number.NEGATIVE_INFINITY;
  let answer = Promise.resolve(false);
  return () => {
    const now = world.clock.now();
    if (now - askedAt >= STALE_MS) {
      askedAt = now;
      answer = opensToClients(world, listener.loadBalancer.securityGroups, listener.port);
    }
    return answer;
  };
}
