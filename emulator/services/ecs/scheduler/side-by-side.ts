import type { Decision } from './decision.ts';
import { decideRolling } from './rolling.ts';
import type { Revision, ServiceSnapshot } from './snapshot.ts';

/**
 * For deployments that shift traffic: each revision keeps its own tasks at the desired count, as if it were alone,
 * until it is no longer wanted. Minimum and maximum percent bound the replacement of its unhealthy tasks, not the
 * deployment.
 */
export function decideSideBySide(snapshot: ServiceSnapshot): ReadonlyMap<string, Decision> {
  const known = snapshot.revisions.map(({ id }) => id);
  const ids = new Set([...known, ...snapshot.tasks.map(({ deploymentId }) => deploymentId)]);
  // What failed with nothing to return to is left as it is, unless the service is to have no tasks any more.
  if (snapshot.primary.rolloutState === 'FAILED' && snapshot.desiredCount > 0) return new Map();
  return new Map(
    [...ids].map((id) => {
      const revision = snapshot.revisions.find((one) => one.id === id) ?? { id, wanted: false, settled: true };
      return [id, decideAlone(snapshot, revision)];
    }),
  );
}

function decideAlone(snapshot: ServiceSnapshot, { id, wanted, settled }: Revision): Decision {
  return decideRolling({
    ...snapshot,
    ...(!wanted && { desiredCount: 0, bounds: { floor: 0, ceiling: 0 } }),
    primary: { id, rolloutState: settled ? 'COMPLETED' : 'IN_PROGRESS' },
    tasks: snapshot.tasks.filter(({ deploymentId }) => deploymentId === id),
  });
}
