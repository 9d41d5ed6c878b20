import type { Decision, Stop } from './decision.ts';
import { chooseScaleIn } from './scale-in.ts';
import type { ServiceSnapshot, TaskView } from './snapshot.ts';

/**
 * The rolling strategy, which also keeps a service at its desired count when nothing is deployed. New tasks start as
 * far as the ceiling over all RUNNING and PENDING tasks allows; tasks of other deployments and those on DRAINING
 * instances stop as far as the floor of healthy tasks allows, and at once where they are not healthy, since they do not
 * count.
 */
export function decideRolling({ desiredCount, bounds, primary, tasks, stopping }: ServiceSnapshot): Decision {
  // What failed is left as it is, unless nothing is wanted any more, as of a service that is deleted.
  const frozen = primary.rolloutState === 'FAILED' && desiredCount > 0;
  const deploying = primary.rolloutState === 'IN_PROGRESS';
  const fresh = tasks.filter(({ deploymentId, leaving }) => deploymentId === primary.id && !leaving);
  const stale = tasks.filter((task) => !fresh.includes(task));
  const good = fresh.filter((task) => !isUnhealthy(task));
  const bad = fresh.filter(isUnhealthy);

  const missing = frozen ? 0 : Math.max(0, desiredCount - good.length);
  const start = Math.min(missing, Math.max(0, bounds.ceiling - tasks.length));

  const surplus = chooseScaleIn(good, good.length - desiredCount);
  const healthyLeft = tasks.filter((task) => isHealthy(task) && !surplus.includes(task)).length;
  const stop = [
    ...surplus.map(scaling),
    ...(frozen ? [] : retire(stale, healthyLeft - bounds.floor).map(stopOf)),
    ...(frozen ? [] : replace({ bad, good, desiredCount, deploying, blocked: start < missing }).map(unhealthy)),
  ];
  const settled = tasks.every(isHealthy) && stopping === 0;
  return {
    start,
    replacements: Math.min(start, bad.length),
    stop,
    stuck: deploying && settled && missing > 0 && start === 0 && stop.length === 0,
  };
}

/** Tasks that have to go: unhealthy and unready ones now, healthy ones within the budget, oldest first. */
function retire(stale: readonly TaskView[], budget: number): TaskView[] {
  const healthy = stale.filter(isHealthy).toSorted((a, b) => a.createdAt - b.createdAt);
  return [...stale.filter((task) => !isHealthy(task)), ...healthy.slice(0, Math.max(0, budget))];
}

/**
 * Unhealthy tasks. During a deployment they stop at once. Otherwise a replacement comes first and they stop when it is
 * healthy; where maximum percent leaves no room for it they stop one at a time; where the replacement is unhealthy too,
 * as many stop as there are too many [doc service scheduler, "replacing unhealthy tasks"].
 */
function replace(situation: {
  readonly bad: readonly TaskView[];
  readonly good: readonly TaskView[];
  readonly desiredCount: number;
  readonly deploying: boolean;
  readonly blocked: boolean;
}): readonly TaskView[] {
  const { bad, good, desiredCount, deploying, blocked } = situation;
  if (deploying || good.filter(isHealthy).length >= desiredCount) return bad;
  if (blocked) return bad.slice(0, 1);
  const someWait = good.some((task) => !isHealthy(task));
  return someWait ? [] : bad.slice(0, Math.max(0, bad.length + good.length - desiredCount));
}

const isHealthy = ({ health }: TaskView): boolean => health.kind === 'healthy';
const isUnhealthy = ({ health }: TaskView): boolean => health.kind === 'unhealthy';
const scaling = ({ id }: TaskView): Stop => ({ taskId: id, cause: 'scaling' });
const unhealthy = ({ id }: TaskView): Stop => ({ taskId: id, cause: 'unhealthy' });
const stopOf = (task: TaskView): Stop => (isUnhealthy(task) ? unhealthy(task) : scaling(task));
