import type { Outcome } from '../../model/outcome.ts';
import { clusterStackName } from '../../model/stack-names.ts';
import { stackUnitId } from '../../model/unit-id.ts';
import { unitOf } from '../../plan/unit.ts';
import { inParallel } from '../in-parallel.ts';
import { guardTarget } from '../observe/guard.ts';
import { resolveNetwork } from '../observe/network.ts';
import { plannedChanges } from '../planned-changes.ts';
import { warnOfChecks } from '../preflight/failed-checks.ts';
import { warnOfConsents } from '../warn-of-consents.ts';
import { sameText } from './apply-stack.ts';
import { applyStacks, type Plan } from './apply-stacks.ts';
import type { ProvisionPorts, ProvisionRequest, ProvisionResult, ProvisionRun, StackResult } from './context.ts';
import { CANCELLED } from './endings.ts';
import { findLeftoverStacks, type LeftoverStack, plannedRemoval, tellOfLeftover } from './leftover-stacks.ts';
import { trackChangeSets } from './open-change-sets.ts';
import { type PlannedStack, planClusterStack, planServiceStack } from './planned-stack.ts';
import { refusalOf } from './refusal.ts';
import { settleRivals } from './settle-rivals.ts';
import { blocked, tell } from './stack-results.ts';

/** Most stacks are as they should be, and are asked with a few calls. */
const PLANS_AT_A_TIME = 10;

/**
 * Plans a cluster's stacks and, with mode apply, brings them to what config says: the cluster's first, then those of
 * its services. All of it is planned and shown before anything is written, and nothing is written where anything is
 * blocked. Throws WRONG_ACCOUNT, WRONG_REGION, NETWORK_UNSUITABLE, and what AWS refuses while it plans.
 */
export async function provision(request: ProvisionRequest, ports: ProvisionPorts): Promise<ProvisionResult> {
  const { cluster, mode, reviewed, timeoutMs, signal } = request;
  await guardTarget(cluster, ports.account);
  const { stacks, discardOpen } = trackChangeSets(ports.stacks, ports);
  const run = { ...ports, stacks, cluster, mode, reviewed, signal, deadline: ports.clock.now() + timeoutMs };
  try {
    return { results: await provisionStacks(run) };
  } catch (error) {
    if (!signal?.aborted) throw error;
    return { results: [cancelledBeforePlan(run)] };
  } finally {
    await discardOpen();
  }
}

async function provisionStacks(run: ProvisionRun): Promise<readonly StackResult[]> {
  const plan = await planStacks(run);
  const planned = [plan.cluster, ...plan.services];
  const refused = planned.filter((stack) => refusalOf(stack, run.cluster));
  const withLeftovers = (
    results: readonly StackResult[],
    outcomeOf: (leftover: LeftoverStack) => Outcome,
  ): readonly StackResult[] => [
    ...results,
    ...plan.leftovers.map((leftover) => tellOfLeftover(leftover, outcomeOf(leftover), run)),
  ];
  if (run.mode === 'plan') {
    const results = planned.map((stack) => tell(stack, plannedOutcome(stack, run), run));
    return withLeftovers(results, plannedRemoval);
  }
  if (refused.length === 0) return applyStacks(plan, run);
  const held = `Nothing was written, since ${refused.map(({ unit }) => unit.id).join(', ')} is refused.`;
  const results = planned.map((stack) => tell(stack, refusalOf(stack, run.cluster) ?? blocked(held), run));
  return withLeftovers(results, () => blocked(held));
}

async function planStacks(run: ProvisionRun): Promise<Plan> {
  const { cluster, progress } = run;
  progress.emit({ kind: 'phase', title: `Plan the stacks of cluster ${cluster.name}` });
  const network = await resolveNetwork(cluster, run.networks);
  const clusterStack = await planClusterStack(network, run);
  const outputs = clusterStack.compared.stack?.outputs ?? {};
  const services = await inParallel(cluster.services, PLANS_AT_A_TIME, (service) =>
    planServiceStack(service, outputs, run),
  );
  const leftovers = await findLeftoverStacks(run);
  const found = leftovers ?? [];
  const stacks = services.filter((stack) => stack !== undefined);
  const plan = {
    cluster: clusterStack,
    services: await settleRivals(stacks, found, run),
    leftovers: found.filter(({ removal }) => removal === 'now' || (removal === 'later' && run.mode === 'plan')),
  };
  const planned = [plan.cluster, ...plan.services];
  progress.emit({ kind: 'plan', units: [...planned, ...plan.leftovers].map(({ unit }) => unit) });
  warnOfChecks([plan.cluster.unit], progress);
  // What cannot be planned has no dangers yet that a consent could be for.
  const isComplete = planned.every(({ compared }) => compared.refusal === undefined);
  if (isComplete)
    warnOfConsents(
      cluster,
      ['stacks', ...(leftovers ? ['leftover-stacks' as const] : [])],
      [...planned, ...found].map(({ unit }) => unit),
      progress,
    );
  return plan;
}

function plannedOutcome(stack: PlannedStack, { cluster }: ProvisionRun): Outcome {
  return refusalOf(stack, cluster) ?? plannedChanges(stack.unit, sameText(stack.desired.name, stack.compared.notes));
}

function cancelledBeforePlan({ cluster }: ProvisionRun): StackResult {
  const id = stackUnitId(clusterStackName(cluster.name));
  return {
    unit: unitOf(id, 'stack', []),
    outcome: { kind: 'cancelled', ...CANCELLED, evidence: [] },
    service: undefined,
    stack: undefined,
  };
}
