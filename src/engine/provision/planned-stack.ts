import { stackState } from '../../health/stack/stack-status.ts';
import type { Unit } from '../../model/plan.ts';
import type { Service } from '../../model/service.ts';
import { clusterStackName } from '../../model/stack-names.ts';
import type { StackTemplate } from '../../model/stack-template.ts';
import type { StackView } from '../../model/stack-views.ts';
import { stackUnitId } from '../../model/unit-id.ts';
import { groupVersion } from '../../plan/stack/launch-template-version.ts';
import type { LiveReference } from '../../plan/stack/stack-dangers.ts';
import { goes } from '../../plan/stack/stack-dangers.ts';
import { planStack } from '../../plan/stack/stack-plan.ts';
import type { GivenNetwork } from '../../template/cluster-network.ts';
import { clusterTemplate } from '../../template/cluster-template.ts';
import { serviceTemplate } from '../../template/service-template.ts';
import { checkCluster } from '../preflight/cluster-checks.ts';
import { memoizedLookups } from '../preflight/memoized-lookups.ts';
import { type ComparedStack, compareStack } from './compare-stack.ts';
import type { ProvisionRun } from './context.ts';
import { findOutdatedInstances } from './instance-refresh.ts';
import { clusterReferences, serviceStackReferences } from './live-references.ts';
import { observeWeights } from './live-weights.ts';
import { findTakenName } from './taken-names.ts';

/** A stack with what is to be done to it. */
export interface PlannedStack {
  readonly unit: Unit;
  readonly desired: StackTemplate;
  readonly compared: ComparedStack;
  /** The service whose stack it is; undefined for the cluster's. */
  readonly service: Service | undefined;
}

export async function planClusterStack(network: GivenNetwork | undefined, run: ProvisionRun): Promise<PlannedStack> {
  const desired = clusterTemplate(run.cluster, network);
  const found = await compareStack(desired, run);
  const taken = found.comparison.kind === 'absent' ? await findTakenName(run) : undefined;
  const compared = taken ? { ...found, refusal: taken } : found;
  const checks = await clusterChecks(network, run);
  const unit = planStack({
    desired,
    comparison: compared.comparison,
    allow: run.cluster.allow,
    references: await neededReferences(compared, (stack) => clusterReferences(stack, run)),
    needs: [],
    notes: compared.notes,
    outdatedInstances: await outdatedInstances(compared, run),
  });
  return { unit: { ...unit, checks }, desired, compared, service: undefined };
}

/** The instances that applying replaces: what counts is the version that the group has then. */
async function outdatedInstances(
  { stack, comparison }: ComparedStack,
  run: Pick<ProvisionRun, 'instances'>,
): Promise<readonly string[]> {
  if (!stack || stackState(stack.status) !== 'updatable') return [];
  const changes = comparison.kind === 'change-set' ? comparison.view.changes : [];
  const version = changes.map(groupVersion).find((found) => found !== undefined);
  return findOutdatedInstances(stack, run, version?.after);
}

/** Only a plan is worth the calls; applying finds out by itself. */
async function clusterChecks(
  network: GivenNetwork | undefined,
  { cluster, mode, lookups, clock }: ProvisionRun,
): Promise<Unit['checks']> {
  if (mode !== 'plan' || !lookups) return undefined;
  return checkCluster(cluster, network, memoizedLookups(lookups), clock.now());
}

/** undefined for a service that needs no stack. `clusterOutputs`: of the cluster's stack as it is now. */
export async function planServiceStack(
  service: Service,
  clusterOutputs: Readonly<Record<string, string>>,
  run: ProvisionRun,
): Promise<PlannedStack | undefined> {
  const desired = serviceTemplate(run.cluster, service, clusterOutputs, await observeWeights(service, run));
  if (!desired) return undefined;
  const compared = await compareStack(desired, run);
  const unit = planStack({
    serviceStack: desired.name,
    desired,
    comparison: compared.comparison,
    allow: run.cluster.allow,
    references: await neededReferences(compared, (stack) => serviceStackReferences(stack, service.name, run)),
    needs: [stackUnitId(clusterStackName(run.cluster.name))],
    notes: compared.notes,
    outdatedInstances: [],
  });
  return { unit, desired, compared, service };
}

/** Live services are looked at only where something goes. */
async function neededReferences(
  { stack, comparison }: ComparedStack,
  observe: (stack: StackView) => Promise<readonly LiveReference[]>,
): Promise<readonly LiveReference[]> {
  return stack && comparison.kind === 'change-set' && comparison.view.changes.some(goes) ? observe(stack) : [];
}
