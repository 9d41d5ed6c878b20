import { findNewlyHealthy, type OldTargets, oldTargets } from '../../health/target/newly-healthy.ts';
import type { Targets } from '../../ports/targets.ts';

/** Remembers whether a target of the deployment may have been healthy, however shortly. */
interface HealthyTargets {
  /**
   * Looks once more; the first look, which has to come before the deployment's tasks can be healthy, tells what was
   * there.
   */
  look(): Promise<void>;
  /** True too where the load balancer could not be asked. */
  found(): boolean;
}

export function watchHealthyTargets(
  targetGroupArns: readonly string[],
  targets: Pick<Targets, 'health'>,
): HealthyTargets {
  let old: OldTargets | undefined;
  let found = false;
  return {
    look: async () => {
      if (found || targetGroupArns.length === 0) return;
      try {
        const seen = (await Promise.all(targetGroupArns.map((arn) => targets.health(arn)))).flat();
        const now = findNewlyHealthy(old ?? oldTargets(seen), seen);
        old = now.old;
        found = now.found;
      } catch {
        found = true;
      }
    },
    found: () => found,
  };
}
