import { isGreen } from '../../model/outcome.ts';
import { type AppliedStack, applyStack } from './apply-stack.ts';
import type { ProvisionRun } from './context.ts';
import { refreshInstances } from './instance-refresh.ts';
import type { PlannedStack } from './planned-stack.ts';
import { waitForInstances } from './registered-instances.ts';

/**
 * Brings the cluster's stack to its template, its instances to the launch template, and waits until they are in the
 * cluster.
 */
export async function applyCluster({ desired, compared }: PlannedStack, run: ProvisionRun): Promise<AppliedStack> {
  const applied = await applyStack(desired, compared, run);
  const { stack, outcome } = applied;
  if (!stack || !isGreen(outcome.kind)) return applied;
  const refreshed = await refreshInstances(stack, run);
  if (refreshed && !isGreen(refreshed.kind)) return { outcome: refreshed, stack };
  const missing = await waitForInstances(stack, run);
  if (missing) return { outcome: missing, stack };
  if (!refreshed) return applied;
  return { outcome: { ...refreshed, summary: `${outcome.summary} ${refreshed.summary}` }, stack };
}
