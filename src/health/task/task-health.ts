import type { TaskView } from '../../model/service-views.ts';

/** Without a load balancer or a check of its own a task counts as healthy so long after it runs (aws-facts §1.10). */
const SETTLED_MS = 40_000;

/** Whether a task was healthy, as far as it tells by itself. */
export function wasHealthyByItself(
  { healthStatus, startedAt, stoppingAt, stoppedAt }: TaskView,
  hasTargets: boolean,
): boolean {
  if (healthStatus === 'HEALTHY') return true;
  const end = stoppingAt ?? stoppedAt;
  if (hasTargets || startedAt === undefined || end === undefined) return false;
  return end - startedAt >= SETTLED_MS;
}
