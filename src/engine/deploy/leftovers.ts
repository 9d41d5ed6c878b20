import { RUN_AGAIN } from '../../model/next-steps.ts';
import { isDone, type Outcome } from '../../model/outcome.ts';
import type { Unit } from '../../model/plan.ts';
import type { ServiceView } from '../../model/service-views.ts';
import type { ConsentPart } from '../../plan/consents.ts';
import { consentText } from '../../plan/danger.ts';
import { leftoverServices, serviceRemoval } from '../../plan/leftovers.ts';
import { readLiveServices } from '../observe/read-services.ts';
import { outcomeOfWork } from '../outcome-of-error.ts';
import { deleteScaling, deleteService } from '../removal/delete-service.ts';
import { drainService } from '../removal/drain-service.ts';
import { lookForLeftovers } from '../removal/look-for-leftovers.ts';
import { removedService } from '../removal/removal-units.ts';
import type { ServiceResult } from '../rollout/context.ts';
import { timeLimitMs } from '../rollout/time-limit.ts';
import { tellOutcome } from '../tell-outcome.ts';
import { unreviewedPlan } from '../unreviewed-plan.ts';
import type { DeployPorts, DeployRequest } from './context.ts';

/** A live service that config no longer has, and that it allows to remove. */
interface Leftover {
  readonly service: ServiceView;
  readonly unit: Unit;
}

/** Where several runs share a cluster's services, what there is besides is left to the one that has config's first. */
function mindsLeftovers({ cluster, services }: DeployRequest): boolean {
  const [first] = cluster.services;
  return first === undefined || services.includes(first.name);
}

/** The consents for which the run sees everything that they could allow; `leftovers` are those that it looked for. */
export function partsOf(
  { cluster, services }: DeployRequest,
  leftovers: readonly Leftover[] | undefined,
): readonly ConsentPart[] {
  const isWhole = cluster.services.every(({ name }) => services.includes(name));
  return [...(isWhole ? ['services' as const] : []), ...(leftovers ? ['leftovers' as const] : [])];
}

/**
 * Finds what config has forgotten. What may not be removed is told of and left alone. undefined where it is another
 * run's, or where the role may not look.
 */
export async function findLeftovers(
  request: DeployRequest,
  ports: DeployPorts,
): Promise<readonly Leftover[] | undefined> {
  if (!mindsLeftovers(request)) return undefined;
  const { cluster } = request;
  const look = () => readLiveServices(ports.services, cluster.name);
  const live = await lookForLeftovers('service', look, { cluster, progress: ports.progress });
  return (
    live &&
    leftoverServices(cluster, live).flatMap((service) => {
      const danger = serviceRemoval(cluster, service.name);
      if (danger.allowed) return [{ service, unit: removedService(cluster.name, service, [danger]) }];
      const how =
        cluster.services.length === 0
          ? 'Config has no services at all, so nothing is removed; to delete the whole cluster, run `provision` with `mode: destroy`.'
          : `To remove it, add under allow in cluster.yaml: ${consentText(danger)}`;
      const message = `Service ${service.name} is live, but no longer in config. It is not changed. ${how}`;
      ports.progress.emit({ kind: 'notice', message });
      return [];
    })
  );
}

/** What a plan says of them. */
export function planRemovals(leftovers: readonly Leftover[], { progress }: DeployPorts): readonly ServiceResult[] {
  return leftovers.map(({ service, unit }) => {
    const outcome: Outcome = { kind: 'planned', summary: 'Applying would remove the service.', evidence: [] };
    tellOutcome(unit, outcome, progress);
    return resultOf(service, unit, outcome, false);
  });
}

/**
 * Removes what is left over, last of all: where a service of the run has ended badly, or stands still, it may still be
 * needed.
 */
export async function removeLeftovers(
  leftovers: readonly Leftover[],
  deployed: readonly ServiceResult[],
  request: DeployRequest,
  ports: DeployPorts,
): Promise<readonly ServiceResult[]> {
  const undone = deployed.find(({ outcome }) => !isDone(outcome.kind));
  const results: ServiceResult[] = [];
  for (const { service, unit } of leftovers) {
    const held = undone ? heldBack(undone) : unreviewedPlan(unit, request.reviewed);
    const outcome = held ?? (await removed(service, request, ports));
    tellOutcome(unit, outcome, ports.progress);
    results.push(resultOf(service, unit, outcome, held === undefined));
  }
  return results;
}

function resultOf({ name }: ServiceView, unit: Unit, outcome: Outcome, changed: boolean): ServiceResult {
  return { service: name, unit, outcome, changed, taskDefinitionArn: undefined, deploymentId: undefined };
}

function removed(service: ServiceView, request: DeployRequest, ports: DeployPorts): Promise<Outcome> {
  const { cluster, timeoutMs, signal } = request;
  const run = { ...ports, cluster, signal, deadline: ports.clock.now() + timeLimitMs(timeoutMs) };
  const work = async (): Promise<Outcome> => {
    await deleteScaling(service.name, undefined, run);
    return (await drainService(service, run)) ?? deleteService(service.name, run);
  };
  const cancelled = {
    summary: `Cancelled while service ${service.name} was being removed.`,
    nextStep: RUN_AGAIN,
  };
  return outcomeOfWork(work, { signal, cancelled });
}

function heldBack({ service, outcome }: ServiceResult): Outcome {
  return {
    kind: 'blocked',
    summary: `Not removed, since ${service} ended ${outcome.kind}.`,
    evidence: [],
    nextStep: 'Fix that service first; the next run removes this one.',
  };
}
