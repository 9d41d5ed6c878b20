import { isGreen } from '../../model/outcome.ts';
import type { Unit } from '../../model/plan.ts';
import { serviceStackName } from '../../model/stack-names.ts';
import { stackUnitId } from '../../model/unit-id.ts';
import { patience } from '../deadline.ts';
import { observeSettledStack } from '../observe/settled-stack.ts';
import { unreviewedPlan } from '../unreviewed-plan.ts';
import { applyCluster } from './apply-cluster.ts';
import { applyServiceStack } from './apply-service-stack.ts';
import type { ProvisionRun, StackResult } from './context.ts';
import { withEnding } from './endings.ts';
import { inOrderOfNeeds, type Job, needsOfRemovals } from './in-order-of-needs.ts';
import { heldBackRemoval, type LeftoverStack, removeLeftoverStack } from './leftover-stacks.ts';
import type { PlannedStack } from './planned-stack.ts';
import { blocked, tell } from './stack-results.ts';

/** CloudFormation's throttling limits are unpublished; more operations at a time have tripped them. */
const STACKS_AT_A_TIME = 4;

export interface Plan {
  readonly cluster: PlannedStack;
  readonly services: readonly PlannedStack[];
  /** Stacks that are to go. */
  readonly leftovers: readonly LeftoverStack[];
}

/** Applies the cluster's stack first, then those of its services, then removes what is left over. */
export async function applyStacks(
  { cluster, services, leftovers }: Plan,
  run: ProvisionRun,
): Promise<readonly StackResult[]> {
  run.progress.emit({ kind: 'phase', title: `Apply the stacks of cluster ${run.cluster.name}` });
  const unseen = unreviewedPlan(cluster.unit, run.reviewed);
  const { outcome, stack } = unseen
    ? { outcome: unseen, stack: cluster.compared.stack }
    : await withEnding(() => applyCluster(cluster, run), cluster.compared, run);
  const first = tell({ ...cluster, compared: { ...cluster.compared, stack } }, outcome, run);
  // A stack that stays as it is, since nobody has seen what would change, keeps nothing back that can stand on it.
  if (!stack || !(isGreen(outcome.kind) || unseen)) {
    const waiting = `It depends on ${cluster.unit.id}, which is ${outcome.kind}.`;
    const held = services.map((planned) => tell(planned, blocked(waiting), run));
    return [first, ...held, ...leftovers.map((leftover) => heldBackRemoval(leftover, first, run))];
  }
  const applying = services.map((planned): Job<StackResult> => {
    const { id, needs } = planned.unit;
    const heldBack: Job<StackResult>['heldBack'] = ({ unit, outcome }) =>
      tell(planned, blocked(`It depends on ${unit.id}, which is ${outcome.kind}.`), run);
    return { id, needs, run: () => applyPlanned(planned, stack.outputs, run), heldBack };
  });
  const needs = needsOfRemovals(
    leftovers.map(({ unit }) => unit.id),
    services.map(({ unit }) => unit),
  );
  const removing = leftovers.map((leftover): Job<StackResult> => {
    const heldBack: Job<StackResult>['heldBack'] = (cause) => heldBackRemoval(leftover, cause, run);
    const remove = isGreen(outcome.kind) ? () => removeLeftoverStack(leftover, run) : async () => heldBack(first);
    return { id: leftover.unit.id, needs, run: remove, heldBack };
  });
  return [first, ...(await inOrderOfNeeds([...applying, ...removing], STACKS_AT_A_TIME))];
}

async function applyPlanned(
  planned: PlannedStack,
  clusterOutputs: Readonly<Record<string, string>>,
  run: ProvisionRun,
): Promise<StackResult> {
  const { service, unit, compared } = planned;
  if (!service) throw new Error(`${unit.id} is of no service`);
  const applied = await withEnding(
    async () => {
      await cleanedUp(unit, run);
      return applyServiceStack(service, planned, clusterOutputs, run);
    },
    { unit, stack: compared.stack },
    run,
  );
  const ended = { ...planned, unit: applied.unit, compared: { ...compared, stack: applied.stack } };
  return tell(ended, applied.outcome, run);
}

/** What another stack gives up goes only after its update has ended: CloudFormation cleans up last. */
async function cleanedUp({ needs }: Unit, run: ProvisionRun): Promise<void> {
  const names = run.cluster.services.map(({ name }) => serviceStackName(run.cluster.name, name));
  for (const name of names.filter((each) => needs.includes(stackUnitId(each))))
    await observeSettledStack(name, patience(run), run);
}
