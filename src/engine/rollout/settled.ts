import type { FailureExplanation } from '../../health/service/failure-cause.ts';
import { assessWanted } from '../../health/target/wanted-tasks.ts';
import { isReplaced } from '../../health/task/stopped-tasks.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Outcome } from '../../model/outcome.ts';
import { primaryOf, type ServiceView } from '../../model/service-views.ts';
import { remainingMs } from '../deadline.ts';
import { diagnoseFailure } from '../diagnose/diagnose-failure.ts';
import { gatherEvidence } from '../diagnose/rollout-evidence.ts';
import { waitFor } from '../wait.ts';
import type { Ending, RolloutRun } from './context.ts';
import { observeServing, SHOWN_WITHIN_MS, targetsWithinMs, whatServes } from './serving.ts';

/** Where no load balancer checks tasks, one that ends soon after its start is seen running for a moment, too. */
const LOOKS_WITHOUT_TARGETS = 3;
/** Older events of the service say nothing of the tasks that are missing now. */
const EVENTS_WITHIN_MS = 15 * 60_000;

interface CountChange {
  /** What the service has its tasks from: it names their log streams. */
  readonly definition: JsonObject;
  /** The count that was written; undefined where it stays. */
  readonly desiredCount: number | undefined;
}

/**
 * After a change that starts no deployment: waits until as many tasks run as are wanted, and the load balancer agrees.
 * Where autoscaling owns the count, there is no count to wait for.
 */
export async function settleCount(run: RolloutRun, { definition, desiredCount }: CountChange): Promise<Ending> {
  if (run.service.scaling) return { outcome: await settled(run, 'deployed', definition) };
  const writtenAt = run.clock.now();
  const waited = await waitFor(
    {
      subject: run.service.name,
      observe: () => run.readService(run.service.name),
      assess: (view, now) => {
        if (!view) return { state: 'pending', message: 'ECS does not show the service' };
        const message = `${view.runningCount} of ${view.desiredCount} tasks running`;
        const isBehind = desiredCount !== undefined && view.desiredCount !== desiredCount;
        if (isBehind && now - writtenAt < SHOWN_WITHIN_MS)
          return { state: 'pending', message: `ECS does not show yet that ${desiredCount} tasks are wanted` };
        return { state: view.runningCount === view.desiredCount ? 'healthy' : 'pending', message };
      },
      withinMs: remainingMs(run),
      everyMs: run.pollMs,
      signal: run.signal,
    },
    run,
  );
  if (waited.kind === 'healthy') return { outcome: await settled(run, 'deployed', definition) };
  return {
    outcome: {
      kind: 'timed-out',
      summary: `The settings were changed, but the service did not settle in time: ${waited.message}.`,
      evidence: [],
      nextStep: "Look at the service's events for what keeps tasks from starting.",
    },
  };
}

/**
 * Whether what is wanted also serves, where nothing rolls: as many tasks run as are wanted, and the load balancer finds
 * them healthy. While autoscaling waits for instances, the tasks that it must have at least are enough.
 */
export async function settled(
  run: RolloutRun,
  kind: 'unchanged' | 'deployed',
  definition: JsonObject,
): Promise<Outcome> {
  const hasTargets = run.targetGroups.length > 0;
  const needed = hasTargets ? 1 : LOOKS_WITHOUT_TARGETS;
  let looks = 0;
  const waited = await waitFor(
    {
      subject: `tasks of ${run.service.name}`,
      observe: () => observeServing(run, run.targetGroups),
      assess: (view) => {
        const health = assessWanted(view, { count: view.service?.desiredCount ?? 0, hasTargets });
        looks = health.state === 'healthy' ? looks + 1 : 0;
        const isEnough = looks === 0 || looks >= needed || view.service?.desiredCount === 0;
        return isEnough ? health : { state: 'pending', message: `${health.message}; checking whether they stay` };
      },
      withinMs: targetsWithinMs(run),
      everyMs: run.pollMs,
      signal: run.signal,
    },
    run,
  );
  const { view, message } = waited;
  run.progress.emit({ kind: 'tasks', service: run.service.name, tasks: view.tasks });
  const serves = async (evidence: readonly string[]): Promise<Outcome> => ({
    kind,
    summary: `${await whatServes(run)} serves, ${run.asWanted}.`,
    evidence,
  });
  if (waited.kind === 'healthy') return serves([]);
  const { stopped, ...found } = await explain(run, view.service, definition);
  const least = { count: Math.max(1, run.service.scaling?.minCapacity ?? 1), hasTargets };
  if (run.service.scaling && stopped === 0 && assessWanted(view, least).state === 'healthy') {
    const rest = `${message}; autoscaling asks for more than the ${least.count} that are required, and no task has failed`;
    run.progress.emit({ kind: 'warning', message: `${run.service.name}: ${rest}.` });
    return serves([`${rest}.`, ...found.evidence]);
  }
  return {
    kind: 'failed',
    summary: `The service is ${run.asWanted}, but does not serve: ${message}${found.cause ? `: ${found.cause}` : ''}.`,
    evidence: found.evidence,
    nextStep: found.cause
      ? found.nextStep
      : "Look at the health of the service's targets and at the log of its containers.",
  };
}

/** Why tasks are missing, with the number of those that failed. */
async function explain(
  run: RolloutRun,
  service: ServiceView | undefined,
  definition: JsonObject,
): Promise<FailureExplanation & { readonly stopped: number }> {
  const subject = { cluster: run.cluster.name, name: run.service.name, targetGroupArns: run.targetGroups };
  const evidence = gatherEvidence(subject, (service && primaryOf(service)?.id) ?? '', run);
  const since = run.clock.now() - EVENTS_WITHIN_MS;
  const events = (service?.events ?? []).filter(({ at }) => at >= since);
  const explanation = await diagnoseFailure(evidence, events, definition, run);
  return { ...explanation, stopped: evidence.stopped().filter((task) => !isReplaced(task)).length };
}
