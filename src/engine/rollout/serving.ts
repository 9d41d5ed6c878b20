import { assessServing, type Serving } from '../../health/target/serving-targets.ts';
import { revisionName } from '../../model/arn.ts';
import { ToolkitError } from '../../model/errors.ts';
import { primaryOf, type ServiceView } from '../../model/service-views.ts';
import { remainingMs } from '../deadline.ts';
import { waitFor } from '../wait.ts';
import type { RolloutRun } from './context.ts';

/** DescribeServices has been seen to lag behind by ten seconds; what is behind for longer is told as it is. */
export const SHOWN_WITHIN_MS = 30_000;

/** ECS calls a rollout successful when the targets were healthy; the load balancer is given so long to agree. */
const TARGETS_WITHIN_MS = 120_000;
/** However little time the run has left, there are a few looks. */
const LOOKS_WITHIN_MS = 15_000;

export function targetsWithinMs(run: RolloutRun): number {
  return Math.max(LOOKS_WITHIN_MS, Math.min(TARGETS_WITHIN_MS, remainingMs(run)));
}

/**
 * Waits until every running task of the serving revision is a healthy target; returns why not, or undefined where it is
 * so.
 */
export async function targetsProblem(run: RolloutRun): Promise<string | undefined> {
  const groups = run.targetGroups;
  if (groups.length === 0) {
    await tellTasks(run);
    return undefined;
  }
  const waited = await waitFor(
    {
      subject: `targets of ${run.service.name}`,
      observe: () => observeServing(run, groups),
      assess: (view) =>
        view.service?.desiredCount === 0 ? { state: 'healthy', message: 'no tasks are wanted' } : assessServing(view),
      withinMs: targetsWithinMs(run),
      everyMs: run.pollMs,
      signal: run.signal,
    },
    run,
  );
  run.progress.emit({ kind: 'tasks', service: run.service.name, tasks: waited.view.tasks });
  return waited.kind === 'healthy' ? undefined : waited.message;
}

/** Only for the timeline, so that a failure to read them is none of the deployment. */
async function tellTasks({ cluster, service, services, progress }: RolloutRun): Promise<void> {
  try {
    const tasks = await services.tasks(cluster.name, service.name, 'RUNNING');
    progress.emit({ kind: 'tasks', service: service.name, tasks });
  } catch (error) {
    progress.emit({ kind: 'warning', message: `Cannot list the tasks of ${service.name} for the timeline: ${error}` });
  }
}

export async function observeServing(run: RolloutRun, groups: readonly string[]): Promise<Serving> {
  const [service, tasks, targets] = await Promise.all([
    run.readService(run.service.name),
    run.services.tasks(run.cluster.name, run.service.name, 'RUNNING'),
    servingGroups(run, groups).then((serving) => Promise.all(serving.map((arn) => run.targets.health(arn)))),
  ]);
  return { service, tasks, targets: targets.flat() };
}

/** Where ECS shifts traffic, a healthy target counts only in a group that gets any. */
async function servingGroups(
  { productionRules, targets }: RolloutRun,
  groups: readonly string[],
): Promise<readonly string[]> {
  if (productionRules.length === 0) return groups;
  const forwards = await targets.forwards(productionRules);
  const receiving = forwards.flatMap(({ targetGroups }) => targetGroups.filter(({ weight }) => weight > 0));
  return groups.filter((group) => receiving.some(({ arn }) => arn === group));
}

/**
 * The service once DescribeServices no longer shows what was taken back: before, it tells of the wrong revision.
 * undefined where it cannot be read: how the deployment ended is known without it.
 */
export async function observeTakenBack(run: RolloutRun, deploymentId: string): Promise<ServiceView | undefined> {
  try {
    const { view: service } = await waitFor(
      {
        subject: run.service.name,
        observe: () => run.readService(run.service.name),
        assess: (view) => {
          const primary = view && primaryOf(view);
          const state = primary?.id === deploymentId ? 'pending' : 'healthy';
          return { state, message: `it is rolled back, and ECS still shows ${deploymentId}` };
        },
        withinMs: SHOWN_WITHIN_MS,
        everyMs: run.pollMs,
        signal: run.signal,
      },
      run,
    );
    return service;
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    return undefined;
  }
}

/** What the service runs now, for a sentence; best effort. */
export async function whatServes(run: RolloutRun): Promise<string> {
  try {
    const live = await run.readService(run.service.name);
    const primary = live && primaryOf(live);
    if (!live || !primary) return 'nothing';
    return `${revisionName(primary.taskDefinition)} (${primary.runningCount} of ${live.desiredCount} tasks running)`;
  } catch {
    return 'unknown';
  }
}
