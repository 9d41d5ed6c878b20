import { ToolkitError } from '../../model/errors.ts';
import { RUN_AGAIN } from '../../model/next-steps.ts';
import { isGreen, type Outcome } from '../../model/outcome.ts';
import type { Unit } from '../../model/plan.ts';
import type { Service } from '../../model/service.ts';
import { clusterStackName } from '../../model/stack-names.ts';
import type { StackResourceView, StackView } from '../../model/stack-views.ts';
import { serviceUnitId, stackUnitId } from '../../model/unit-id.ts';
import { unitOf } from '../../plan/unit.ts';
import { inParallel } from '../in-parallel.ts';
import { guardTarget } from '../observe/guard.ts';
import { outcomeOfError, outcomeOfWork, type StoppedWork } from '../outcome-of-error.ts';
import { deleteScaling, deleteService } from '../removal/delete-service.ts';
import { deleteStack } from '../removal/delete-stack.ts';
import { removedService, removedStack } from '../removal/removal-units.ts';
import { tellOutcome } from '../tell-outcome.ts';
import type { DestroyedUnit, DestroyPorts, DestroyRequest, DestroyResult, DestroyRun } from './context.ts';
import { drainInstances } from './drain-instances.ts';
import { type Inventory, takeInventory } from './inventory.ts';
import { obstacles } from './obstacles.ts';

const AT_A_TIME = 4;

const CANCELLED = {
  summary: 'Cancelled before it was deleted.',
  nextStep: `AWS continues the deletions that were started. ${RUN_AGAIN}`,
};

/**
 * Takes a cluster down: its services, their stacks, its instances, its stack, in this order; each only when what stands
 * on it is gone. Every step asks first what is left to do, so that a run after a failed one goes on where that stopped.
 * Throws INPUT_MISSING or INPUT_INVALID where `confirm` is not the cluster's name, WRONG_ACCOUNT, WRONG_REGION, and
 * what AWS refuses before anything is deleted.
 */
export async function destroy(request: DestroyRequest, ports: DestroyPorts): Promise<DestroyResult> {
  const { cluster, timeoutMs, signal } = request;
  requireConfirmation(cluster.name, request.confirm);
  await guardTarget(cluster, ports.account);
  const run: DestroyRun = { ...ports, cluster, signal, deadline: ports.clock.now() + timeoutMs };
  try {
    return { results: await destroyCluster(run) };
  } catch (error) {
    if (!signal?.aborted) throw error;
    return { results: [tellOfCluster(outcomeOfError(error, { signal, cancelled: CANCELLED }), run)] };
  }
}

function requireConfirmation(name: string, confirm: string): void {
  if (confirm === name) return;
  throw new ToolkitError(
    confirm === '' ? 'INPUT_MISSING' : 'INPUT_INVALID',
    `To destroy ${name}, its name must be given as confirmation, but ${JSON.stringify(confirm)} was given.`,
    { hint: `Give the input cluster the value ${name}.` },
  );
}

async function destroyCluster(run: DestroyRun): Promise<readonly DestroyedUnit[]> {
  const { progress, cluster, stacks } = run;
  progress.emit({ kind: 'phase', title: `Destroy cluster ${cluster.name}` });
  const inventory = await takeInventory(run);
  const obstacle = obstacles(inventory, cluster);
  if (obstacle) return [tellOfCluster(obstacle, run)];
  const { services, serviceStacks, clusterStack } = inventory;
  const clusterResources = clusterStack ? await stacks.resources(clusterStack.id) : [];
  const removedStacks = await Promise.all(
    serviceStacks.map(async (stack) => ({ stack, unit: removedStack(stack, await stacks.resources(stack.id)) })),
  );
  progress.emit({
    kind: 'plan',
    units: [
      ...services.map((service) => removedService(cluster.name, service)),
      ...removedStacks.map(({ unit }) => unit),
      ...(clusterStack ? [removedStack(clusterStack, clusterResources)] : []),
    ],
  });
  tellOfSchedules(run);
  const ended = [...(await destroyServices(inventory, run))];
  if (ended.every(isDone)) ended.push(...(await destroyStacks(removedStacks, run)));
  if (ended.every(isDone)) ended.push(await destroyClusterStack(clusterStack, clusterResources, run));
  return ended;
}

/** Rules are somebody else's: they stay, and go on starting tasks for as long as the cluster is there. */
function tellOfSchedules({ cluster, progress }: DestroyRun): void {
  for (const { name, scheduledTasks } of cluster.services)
    for (const { rule } of scheduledTasks) {
      const message = `Rule ${rule}, a scheduled task of ${name}, is not changed: disable or delete it if its tasks are no longer wanted.`;
      progress.emit({ kind: 'warning', message });
    }
}

async function destroyServices({ services }: Inventory, run: DestroyRun): Promise<readonly DestroyedUnit[]> {
  const { cluster } = run;
  const configured = new Map(cluster.services.map((service) => [service.name, service]));
  const ended = await inParallel(services, AT_A_TIME, async (service) => {
    const { name } = service;
    const work = async (): Promise<Outcome> => {
      await deleteScaling(name, configured.get(name), run);
      return deleteService(name, run);
    };
    return destroyed(removedService(cluster.name, service), work, run);
  });
  const live = new Set(services.map(({ name }) => name));
  const gone = cluster.services.filter(({ name }) => !live.has(name));
  return [...ended, ...(await deleteForgottenScaling(gone, run))];
}

/**
 * Deletes the scaling of services that no longer exist: an earlier run may have stopped in between. Only what goes
 * wrong is reported.
 */
async function deleteForgottenScaling(gone: readonly Service[], run: DestroyRun): Promise<readonly DestroyedUnit[]> {
  const ended = await inParallel(gone, AT_A_TIME, async (service) => {
    const work = async (): Promise<undefined> => {
      await deleteScaling(service.name, service, run);
      return undefined;
    };
    const outcome = await outcomeOfWork(work, stopped(run));
    return (
      outcome && tell({ unit: unitOf(serviceUnitId(run.cluster.name, service.name), 'service', []), outcome }, run)
    );
  });
  return ended.filter((unit) => unit !== undefined);
}

async function destroyStacks(
  stacks: readonly { readonly stack: StackView; readonly unit: Unit }[],
  run: DestroyRun,
): Promise<readonly DestroyedUnit[]> {
  return inParallel(stacks, AT_A_TIME, ({ stack, unit }) => destroyed(unit, () => deleteStack(stack, run), run));
}

async function destroyClusterStack(
  stack: StackView | undefined,
  resources: readonly StackResourceView[],
  run: DestroyRun,
): Promise<DestroyedUnit> {
  if (!stack) {
    const summary = `Stack ${clusterStackName(run.cluster.name)} does not exist.`;
    return tellOfCluster({ kind: 'unchanged', summary, evidence: [] }, run);
  }
  const work = async (): Promise<Outcome> => (await drainInstances(resources, run)) ?? deleteStack(stack, run);
  return destroyed(removedStack(stack, resources), work, run);
}

/** An error that stops one unit is its outcome: the others are told of, and go where nothing keeps them. */
async function destroyed(unit: Unit, work: () => Promise<Outcome>, run: DestroyRun): Promise<DestroyedUnit> {
  return tell({ unit, outcome: await outcomeOfWork(work, stopped(run)) }, run);
}

function stopped({ signal }: DestroyRun): StoppedWork {
  return { signal, cancelled: CANCELLED };
}

function isDone({ outcome }: DestroyedUnit): boolean {
  return isGreen(outcome.kind);
}

function tell(ended: DestroyedUnit, { progress }: DestroyRun): DestroyedUnit {
  tellOutcome(ended.unit, ended.outcome, progress);
  return ended;
}

function tellOfCluster(outcome: Outcome, run: DestroyRun): DestroyedUnit {
  return tell({ unit: unitOf(stackUnitId(clusterStackName(run.cluster.name)), 'stack', []), outcome }, run);
}
