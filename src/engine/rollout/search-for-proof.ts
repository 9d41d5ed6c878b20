import { proveFailure } from '../../health/proof/prove-failure.ts';
import { placementProblem } from '../../health/service/service-events.ts';
import { wasHealthyByItself } from '../../health/task/task-health.ts';
import type { JsonObject } from '../../model/json.ts';
import { runsOnOwnInstances } from '../../model/own-instances.ts';
import { DEFAULT_PERCENTS, percentsOf, type RolloutPercents } from '../../model/rollout-bounds.ts';
import type { ContainerInstanceView, DeploymentView, ServiceView } from '../../model/service-views.ts';
import { shiftsTraffic } from '../../model/strategy.ts';
import { taskNeeds } from '../../plan/rollout/task-needs.ts';
import { watchHealthyTargets } from '../diagnose/healthy-targets.ts';
import type { RolloutCluster, RolloutRun } from './context.ts';
import type { ProofSearch, Watched } from './follow-rollout.ts';

const READ_EVERY_MS = 15_000;

export function searchForProof(run: RolloutRun, { followed, watch }: Watched, definition: JsonObject): ProofSearch {
  const { cluster, service } = run;
  const groups = run.targetGroups;
  const healthy = watchHealthyTargets(groups, run.targets);
  let instances: readonly ContainerInstanceView[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  let isFirst = true;

  /** Only while tasks wait for a place, where ECS gives one on the cluster's own instances. */
  const readInstances = async (live: ServiceView, mine: DeploymentView): Promise<readonly ContainerInstanceView[]> => {
    const isWaiting = mine.runningCount === 0 && mine.pendingCount > 0;
    if (!isWaiting && placementProblem(watch.events()) === undefined) return [];
    if (!isOnInstancesOf(live, cluster)) return [];
    if (run.clock.now() - readAt >= READ_EVERY_MS) {
      readAt = run.clock.now();
      instances = await run.instances.containerInstances(cluster.name).catch(() => []);
    }
    return instances;
  };

  return async ({ service: live }) => {
    const mine = live?.deployments.find(({ id }) => id === followed.id);
    if (!live || !mine) return undefined;
    if (isFirst || mine.runningCount > 0) await healthy.look();
    isFirst = false;
    const tasks = watch.evidence.tasks();
    return proveFailure({
      tasks,
      wasHealthy: healthy.found() || tasks.some((task) => wasHealthyByItself(task, groups.length > 0)),
      events: watch.events(),
      needs: taskNeeds(definition, live.description),
      instances: await readInstances(live, mine),
      instanceType: cluster.capacity?.instanceType ?? '',
      limits: { ...percents(live), counts: counts(run, live) },
      failFast: service.failFast,
    });
  };
}

/** Without config nothing says what instances the cluster has. */
function isOnInstancesOf({ description }: ServiceView, { capacity }: RolloutCluster): boolean {
  return capacity !== undefined && runsOnOwnInstances(description, capacity.capacityProviderName);
}

/** Where traffic is shifted, all new tasks run beside all old ones, whatever the percents. */
function percents({ description }: ServiceView): RolloutPercents {
  return shiftsTraffic(description) ? DEFAULT_PERCENTS : percentsOf(description);
}

function counts({ service }: RolloutRun, { desiredCount }: ServiceView): readonly [number, number] {
  const { minCapacity = desiredCount, maxCapacity = desiredCount } = service.scaling ?? {};
  return [Math.max(1, minCapacity), Math.max(1, maxCapacity)];
}
