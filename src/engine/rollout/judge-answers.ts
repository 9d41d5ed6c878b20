import { type Continuity, interruption, lostRequestLines } from '../../health/service/continuity.ts';
import { revisionName } from '../../model/arn.ts';
import { isDone, isGreen, type Outcome } from '../../model/outcome.ts';
import type { Answer, AskedService, ContinuityWatch, RevisionFacts, Verification } from '../verification.ts';
import type { Ending, RolloutRun } from './context.ts';
import { goBack, keepUnverified } from './go-back.ts';
import { rollsBack } from './rolls-back.ts';

/** The service whose answers decide how its rollout ended. */
interface Judged {
  readonly verification: Verification | undefined;
  readonly asked: AskedService;
  /** The facts about the revision that is deployed. */
  readonly facts: RevisionFacts;
  /** Nothing is asked where none are. */
  readonly wantsTasks: boolean;
  /** Why it stays where it does not answer, whatever else is said of going back; undefined where nothing keeps it. */
  readonly kept?: string | undefined;
}

/**
 * Lets the answers through the load balancer decide, where config has `verify`: whether the version answers, and
 * whether requests were lost meanwhile. `watch` ends with it.
 */
export async function judgeAnswers(
  run: RolloutRun,
  judged: Judged,
  ending: Ending,
  watch?: ContinuityWatch,
): Promise<Ending> {
  const ended = isDone(ending.outcome.kind)
    ? await proven(run, judged, ending, watch !== undefined)
    : await unkept(run, judged, ending);
  const continuity = await watch?.stop();
  return continuity ? { ...ended, outcome: uninterrupted(judged, ended.outcome, continuity) } : ended;
}

/** A version that does not answer is not kept, where this run has deployed it and rollback is on. */
async function proven(run: RolloutRun, judged: Judged, ending: Ending, wasAnswered: boolean): Promise<Ending> {
  const answer = judged.wantsTasks ? await judged.verification?.prove(judged.asked, judged.facts) : undefined;
  if (!answer) return ending;
  const { outcome } = ending;
  if (isGreen(answer.outcome.kind)) {
    return { ...ending, outcome: { ...outcome, evidence: [...outcome.evidence, answer.outcome.summary] } };
  }
  const isReached = wasAnswered || answer.isAnswered;
  return { ...ending, outcome: await unproven(run, judged, ending, { ...answer, isAnswered: isReached }) };
}

/**
 * What ECS calls successful although it does not serve, and what a cancelled run can no longer ask, is as good as a
 * version that does not answer.
 */
async function unkept(run: RolloutRun, judged: Judged, ending: Ending): Promise<Ending> {
  if (!ending.isLanded || !judged.wantsTasks || !judged.asked.service.verify) return ending;
  return { ...ending, outcome: await unproven(run, judged, ending, { outcome: ending.outcome, isAnswered: true }) };
}

async function unproven(
  run: RolloutRun,
  judged: Judged,
  { deploymentId, taskDefinitionArn, isOwn = true }: Ending,
  { outcome, isAnswered }: Answer,
): Promise<Outcome> {
  const kept = judged.kept ?? (isOwn ? undefined : 'this run did not start its deployment');
  const isCancelled = outcome.kind === 'cancelled';
  if (!deploymentId || !taskDefinitionArn) return isCancelled ? outcome : { ...outcome, kind: 'failed' };
  const unkept = { deploymentId, taskDefinitionArn, why: outcome };
  if (isCancelled) {
    if (run.onCancel === 'rollback' && kept === undefined) return goBack(run, unkept);
    const asSaid = kept === undefined ? ', as on-cancel says' : '';
    const summary = `Cancelled before ${revisionName(taskDefinitionArn)} was verified; it serves ${run.service.name}${asSaid}.`;
    return { ...outcome, summary };
  }
  if (kept !== undefined) return keepUnverified(run, unkept, kept);
  if (!rollsBack(run.service)) return keepUnverified(run, unkept, `${run.settingsOwner} does not enable rollback`);
  if (!isAnswered)
    return keepUnverified(
      run,
      unkept,
      'the load balancer was not reached from here, so nothing is known about its answers',
    );
  return goBack(run, unkept);
}

/**
 * Requests that were lost while one version replaced the other make the run red and take nothing back: what answers now
 * is proven, and another deployment could lose as many. Where the run is red already they are told.
 */
function uninterrupted({ asked }: Judged, outcome: Outcome, continuity: Continuity): Outcome {
  const lines = lostRequestLines(continuity);
  const cause = isDone(outcome.kind) ? interruption(continuity, asked.service.verify?.maxFailures ?? 0) : undefined;
  if (!cause) return lines.length > 0 ? { ...outcome, evidence: [...outcome.evidence, ...lines] } : outcome;
  return {
    kind: 'failed',
    summary: `${cause}; the new version was verified and stays.`,
    evidence: [...lines, ...outcome.evidence, outcome.summary],
    nextStep:
      'Look at what the tasks do at those times: a container that ends at SIGTERM before its requests are answered, or a deregistration delay that is too short, cuts them.',
  };
}
