import type { Proof } from '../../health/proof/proof.ts';
import { revisionName } from '../../model/arn.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Outcome } from '../../model/outcome.ts';
import { primaryOf, type ServiceView } from '../../model/service-views.ts';
import { diagnoseFailure } from '../diagnose/diagnose-failure.ts';
import type { RolloutRun } from './context.ts';
import type { FollowedRollout } from './follow-rollout.ts';
import { concludePaused } from './paused.ts';
import { observeTakenBack, targetsProblem, whatServes } from './serving.ts';
import { concludeTimedOut } from './timed-out.ts';

/**
 * What a rollout that ended means, with its cause where it did not do what was asked. `definition` is what was rolled
 * out: it names the log streams.
 */
export async function conclude(run: RolloutRun, rollout: FollowedRollout, definition: JsonObject): Promise<Outcome> {
  const { verdict, followed, late } = rollout;
  const revision = revisionName(followed.taskDefinition);
  const isOver = verdict.state === 'rolled-back' || verdict.state === 'failed';
  if (isOver && late?.isAsked) return concludeTimedOut(run, rollout, definition);
  switch (verdict.state) {
    case 'succeeded':
      return concludeSuccess(run, rollout, definition);
    case 'paused':
      return rollout.awaits ? concludePaused(run, rollout, rollout.awaits) : concludeTimedOut(run, rollout, definition);
    case 'rolled-back': {
      const service = await observeTakenBack(run, followed.id);
      if (rollout.proof) return concludeStopped(run, rollout, { proof: rollout.proof, service, definition });
      const { cause: found, evidence, nextStep } = await diagnose(run, rollout, definition);
      const cause = isExplained(rollout, verdict.message) ? undefined : found;
      return {
        kind: 'rolled-back',
        summary: `${revision} was rolled back: ${cause ?? verdict.message}.`,
        evidence: [
          ...(cause ? [`ECS rolled back: ${verdict.message}`] : []),
          ...evidence,
          `Serving: ${await whatServes(run)}`,
        ],
        nextStep,
      };
    }
    case 'failed': {
      const { cause, evidence, nextStep } = await diagnose(run, rollout, definition);
      return {
        kind: 'failed',
        summary: `The deployment of ${revision} failed and was not rolled back: ${rollout.proof?.cause ?? cause ?? verdict.message}.`,
        evidence: [
          ...(rollout.proof ? [stoppedText(rollout.proof)] : []),
          `ECS: ${verdict.message}`,
          ...evidence,
          `The service stays as ECS left it: ${await whatServes(run)}`,
        ],
        nextStep,
      };
    }
    case 'superseded':
      return {
        kind: 'superseded',
        summary: `The deployment of ${revision} did not finish: ${verdict.message}.`,
        evidence: [`Serving: ${await whatServes(run)}`],
        nextStep: 'Find out who else deploys this service; run the job again if you want this commit to be deployed.',
      };
    case 'service-deleted':
      return {
        kind: 'failed',
        summary: `The deployment of ${revision} cannot finish: ${verdict.message}.`,
        evidence: [],
        nextStep: 'Run the job again: it creates the service again.',
      };
    case 'rolling':
    case 'rolling-back':
      if (rollout.proof && verdict.state === 'rolling') return concludeLeft(run, rollout, rollout.proof, definition);
      return concludeTimedOut(run, rollout, definition);
    case 'redeployed-by-others':
      throw new Error('a deployment that another one continued is followed on');
  }
}

/**
 * An alarm or a person's request is the whole reason: tasks that fail or are starting meanwhile need not have to do
 * with it.
 */
function isExplained({ view: { deployment } }: FollowedRollout, reason: string): boolean {
  const isAlarm = (deployment?.triggeredAlarms ?? []).length > 0;
  return isAlarm || /\brollback was requested\b|^somebody asked\b/.test(reason);
}

interface Stopped {
  readonly proof: Proof;
  /** The service as it is now. */
  readonly service: ServiceView | undefined;
  readonly definition: JsonObject;
}

/** This run stopped it, and ECS went back. */
async function concludeStopped(
  run: RolloutRun,
  rollout: FollowedRollout,
  { proof, service, definition }: Stopped,
): Promise<Outcome> {
  const { evidence } = await diagnose(run, rollout, definition);
  const primary = service && primaryOf(service);
  const back = primary ? ` to ${revisionName(primary.taskDefinition)}` : '';
  return {
    kind: 'rolled-back',
    summary: `${revisionName(rollout.followed.taskDefinition)} was rolled back${back}: ${proof.cause}.`,
    evidence: [stoppedText(proof), ...evidence, `Serving: ${await whatServes(run)}`],
    nextStep: proof.nextStep,
  };
}

/** It is certain to fail, and there is nothing to go back to, or rollback is not switched on. */
async function concludeLeft(
  run: RolloutRun,
  rollout: FollowedRollout,
  proof: Proof,
  definition: JsonObject,
): Promise<Outcome> {
  const { followed } = rollout;
  const { evidence } = await diagnose(run, rollout, definition);
  const why =
    followed.earlier.length === 0
      ? 'there is nothing to roll back to'
      : `${run.settingsOwner} does not enable rollback`;
  return {
    kind: 'failed',
    summary: `The deployment of ${revisionName(followed.taskDefinition)} cannot succeed and is not rolled back: ${proof.cause}.`,
    evidence: [
      `This run did not wait for its end: ${proof.certainty}.`,
      ...evidence,
      `It stays, since ${why}: ECS keeps trying until its circuit breaker or a person stops ${followed.id}. Serving: ${await whatServes(run)}`,
    ],
    nextStep: proof.nextStep,
  };
}

function stoppedText({ certainty }: Proof): string {
  return `This run asked ECS to stop it early: ${certainty}.`;
}

async function concludeSuccess(run: RolloutRun, rollout: FollowedRollout, definition: JsonObject): Promise<Outcome> {
  const problem = await targetsProblem(run);
  if (problem === undefined) {
    return { kind: 'deployed', summary: `${await whatServes(run)} serves.`, evidence: [] };
  }
  const { cause, evidence, nextStep } = await diagnose(run, rollout, definition);
  return {
    kind: 'failed',
    summary: `ECS reports that the deployment of ${revisionName(rollout.followed.taskDefinition)} succeeded, but ${cause ?? problem}.`,
    evidence: [problem, ...evidence],
    nextStep,
  };
}

function diagnose(run: RolloutRun, rollout: FollowedRollout, definition: JsonObject) {
  return diagnoseFailure(rollout.watch.evidence, rollout.watch.events(), definition, run);
}
