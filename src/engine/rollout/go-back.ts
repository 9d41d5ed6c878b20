import type { FollowedDeployment } from '../../health/service/service-deployment.ts';
import { revisionName } from '../../model/arn.ts';
import { ToolkitError } from '../../model/errors.ts';
import type { Outcome } from '../../model/outcome.ts';
import { primaryOf, type ServiceView } from '../../model/service-views.ts';
import { remainingMs } from '../deadline.ts';
import { repeated } from '../repeated.ts';
import { write } from '../write.ts';
import { ROLLBACK_WITHIN_MS } from './ask-for-rollback.ts';
import type { RolloutRun } from './context.ts';
import { followRollout } from './follow-rollout.ts';
import { lastSuccessfulBefore } from './last-successful.ts';
import { watchRollout } from './rollout-watch.ts';
import { targetsProblem, whatServes } from './serving.ts';
import { findStarted } from './started-deployment.ts';

/** What ECS calls successful and must not stay. */
interface Unproven {
  readonly deploymentId: string;
  readonly taskDefinitionArn: string;
  /** Why; a cancelled run only starts the way back. */
  readonly why: Outcome;
}

/**
 * Deploys what the last successful deployment before it had, since ECS rolls back nothing that it calls successful, and
 * follows that to its end. The way back is not given up early: it has as long as any rollback, and waits for room on
 * the instances. Nor is it rolled back itself, whether the time is up or the run is cancelled.
 */
export async function goBack(run: RolloutRun, unproven: Unproven): Promise<Outcome> {
  const { taskDefinitionArn, why } = unproven;
  const back = { ...run, deadline: run.clock.now() + Math.max(remainingMs(run), ROLLBACK_WITHIN_MS) };
  let to: string | undefined;
  try {
    const way = await findWay(run, unproven);
    if ('outcome' in way) return way.outcome;
    to = revisionName(way.target);
    const started = await start(back, way.service, way.target);
    run.signal?.throwIfAborted();
    const problem = await followBack(back, started);
    if (problem) return failed(run, unproven, to, problem);
    const summary = `${revisionName(taskDefinitionArn)} was rolled back to ${to}: ${why.summary}`;
    return { ...why, kind: 'rolled-back', summary, evidence: [...why.evidence, await servingText(run)] };
  } catch (error) {
    if (run.signal?.aborted && to !== undefined) return cancelled(unproven, to);
    if (error instanceof ToolkitError) return failed(run, unproven, to, error.message);
    throw error;
  }
}

type Way =
  | { readonly service: ServiceView; readonly target: string }
  /** There is none. */
  | { readonly outcome: Outcome };

/** Where back leads: what AWS does not answer at first is asked again, also where the run is cancelled. */
async function findWay(run: RolloutRun, unproven: Unproven): Promise<Way> {
  const { deploymentId: id, taskDefinitionArn: taskDefinition } = unproven;
  const what = `the rollback from ${revisionName(taskDefinition)}`;
  const ports = { ...run, signal: undefined };
  const service = await repeated(what, () => run.readService(run.service.name), ports);
  const primary = service && primaryOf(service);
  if (!service || primary?.id !== id) return { outcome: await takenOver(run, unproven) };
  const { createdAt } = primary;
  const deployment = { id, createdAt, taskDefinition, earlier: [] };
  const target = await repeated(what, () => lastSuccessfulBefore(run, deployment), ports);
  if (target && target !== taskDefinition) return { service, target };
  return { outcome: await keepUnverified(run, unproven, 'no other revision was deployed successfully before it') };
}

/** It remains what serves. */
export async function keepUnverified(
  run: RolloutRun,
  { taskDefinitionArn, why }: Unproven,
  reason: string,
): Promise<Outcome> {
  const kept = `${revisionName(taskDefinitionArn)} stays: ${reason}.`;
  return { ...why, kind: 'failed', evidence: [...why.evidence, kept, await servingText(run)] };
}

/** Begins also where the run is cancelled: there is time for one write, and nobody else would make it. */
async function start(run: RolloutRun, service: ServiceView, taskDefinition: string): Promise<FollowedDeployment> {
  const uncancelled = { ...run, signal: undefined };
  const updated = await write(
    `service ${service.name} back to ${revisionName(taskDefinition)}`,
    () => run.services.update(run.cluster.name, service.name, { taskDefinition }),
    uncancelled,
  );
  const earlier = service.deployments.map(({ id }) => id);
  return findStarted(uncancelled, updated, earlier, taskDefinition);
}

/** Returns what keeps the earlier revision from serving, or undefined where it serves. */
async function followBack(run: RolloutRun, started: FollowedDeployment): Promise<string | undefined> {
  const watched = { followed: started, watch: watchRollout(run, started), isOwn: true };
  const withinMs = remainingMs(run);
  const { verdict } = await followRollout(run, watched, { withinMs, signal: run.signal, endsAt: () => true });
  switch (verdict.state) {
    case 'succeeded':
      return targetsProblem(run);
    case 'rolling':
    case 'rolling-back':
      return `it is still under way and continues: ${verdict.message}`;
    case 'paused':
    case 'rolled-back':
    case 'failed':
    case 'superseded':
    case 'redeployed-by-others':
    case 'service-deleted':
      return verdict.message;
  }
}

async function failed(
  run: RolloutRun,
  { taskDefinitionArn, why }: Unproven,
  to: string | undefined,
  problem: string,
): Promise<Outcome> {
  return {
    kind: 'failed',
    summary: `${revisionName(taskDefinitionArn)} was not verified, and the rollback${to ? ` to ${to}` : ''} did not succeed: ${problem.replace(/\.$/, '')}.`,
    evidence: [why.summary, ...why.evidence, await servingText(run)],
    nextStep: `Look at what the service runs now; deploy-service with mode rollback${to ? ` and revision ${to}` : ''} tries the same again.`,
  };
}

async function takenOver(run: RolloutRun, { taskDefinitionArn, why }: Unproven): Promise<Outcome> {
  return {
    kind: 'superseded',
    summary: `${revisionName(taskDefinitionArn)} was not verified, and somebody else's deployment took over: nothing was rolled back.`,
    evidence: [why.summary, ...why.evidence, await servingText(run)],
    nextStep: 'Find out who else deploys this service; run the job again if you want this commit to be deployed.',
  };
}

function cancelled({ taskDefinitionArn, why }: Unproven, to: string): Outcome {
  const from = revisionName(taskDefinitionArn);
  return {
    kind: 'cancelled',
    summary: `Cancelled before ${from} was verified; the service is being rolled back to ${to}, and that deployment continues.`,
    evidence: why.kind === 'cancelled' ? [] : [why.summary, ...why.evidence],
    nextStep: 'Run the job again to deploy; it waits for what is still under way.',
  };
}

async function servingText(run: RolloutRun): Promise<string> {
  return `Serving: ${await whatServes(run)}`;
}
