import { type Continuity, interruption, lostRequestLines } from '../../health/continuity.ts';
import { revisionName } from '../../health/service-deployment.ts';
import { isDone, isGreen, type Outcome } from '../../model/outcome.ts';
import { CLUSTER_OUTPUTS } from '../../model/stack-names.ts';
import { COMMIT_TAG } from '../../plan/service-tags.ts';
import type { Ending } from '../rollout/ending.ts';
import { goBack, stays } from '../rollout/go-back.ts';
import { rollsBack } from '../rollout/rolls-back.ts';
import type { Answer, AskedService, ContinuityWatch } from '../verification.ts';
import type { PlannedService } from './apply-plan.ts';
import type { ServiceRun } from './run.ts';

/** Watches from before the first write whether a service that exists goes on answering, where config has `verify`. */
export async function watchContinuity(run: ServiceRun, { live }: PlannedService): Promise<ContinuityWatch | undefined> {
  return live.service && run.verification?.watch(askedOf(run));
}

/**
 * Lets the answers through the load balancer decide, where config has `verify`: whether the version answers, and whether requests
 * were lost meanwhile. `watch` ends with it.
 */
export async function verified(
  run: ServiceRun,
  planned: PlannedService,
  ending: Ending,
  watch?: ContinuityWatch,
): Promise<Ending> {
  const ended = isDone(ending.outcome.kind) ? await proven(run, planned, ending, watch !== undefined) : ending;
  const continuity = await watch?.stop();
  return continuity ? { ...ended, outcome: judged(run, ended.outcome, continuity) } : ended;
}

/** A version that does not answer is not kept, where this run has deployed it and config has rollback on. */
async function proven(run: ServiceRun, planned: PlannedService, ending: Ending, wasAnswered: boolean): Promise<Ending> {
  const answer = wantsTasks(planned, run)
    ? await run.verification?.prove(askedOf(run), factsOf(run, planned))
    : undefined;
  if (!answer) return ending;
  const { outcome } = ending;
  if (isGreen(answer.outcome.kind)) {
    return { ...ending, outcome: { ...outcome, evidence: [...outcome.evidence, answer.outcome.summary] } };
  }
  const isReached = wasAnswered || answer.isAnswered;
  return { ...ending, outcome: await unproven(run, planned, ending, { ...answer, isAnswered: isReached }) };
}

async function unproven(
  run: ServiceRun,
  { service }: PlannedService,
  { deploymentId, taskDefinitionArn }: Ending,
  { outcome, isAnswered }: Answer,
): Promise<Outcome> {
  const isCancelled = outcome.kind === 'cancelled';
  if (!deploymentId || !taskDefinitionArn) return isCancelled ? outcome : { ...outcome, kind: 'failed' };
  const unkept = { deploymentId, taskDefinitionArn, why: outcome };
  if (isCancelled) {
    if (run.onCancel === 'rollback') return goBack(run, unkept);
    const summary = `Cancelled before ${revisionName(taskDefinitionArn)} was proven; it serves ${service}, as on-cancel says.`;
    return { ...outcome, summary };
  }
  if (!rollsBack(run.service)) return stays(run, unkept, `${run.settingsOwner} has no rollback switched on`);
  if (!isAnswered)
    return stays(run, unkept, 'the load balancer was not reached from here, so that nothing is known of it');
  return goBack(run, unkept);
}

/**
 * Requests that were lost while one version replaced the other make the run red and take nothing back: what answers now is proven,
 * and another deployment could lose as many. Where the run is red already they are told.
 */
function judged(run: ServiceRun, outcome: Outcome, continuity: Continuity): Outcome {
  const lines = lostRequestLines(continuity);
  const cause = isDone(outcome.kind) ? interruption(continuity, run.service.verify?.maxFailures ?? 0) : undefined;
  if (!cause) return lines.length > 0 ? { ...outcome, evidence: [...outcome.evidence, ...lines] } : outcome;
  return {
    kind: 'failed',
    summary: `${cause}; the new version is proven and stays.`,
    evidence: [...lines, ...outcome.evidence, outcome.summary],
    nextStep:
      'Look at what the tasks do at those times: a container that ends at SIGTERM before its requests are answered, or a deregistration delay that is too short, cuts them.',
  };
}

function askedOf({ cluster, service, outputs, signal }: ServiceRun): AskedService {
  return { cluster, service, dnsName: outputs.cluster?.[CLUSTER_OUTPUTS.loadBalancerDnsName], signal };
}

/** The commit of a revision that was there before is the one in its tags. */
function factsOf({ commit }: ServiceRun, { live, plan }: PlannedService) {
  const { images, revision } = plan.taskDefinition;
  if ('register' in revision) return { images, commit };
  const known = [live.taskDefinition, live.latestTaskDefinition].find((view) => view?.arn === revision.arn);
  return { images, commit: known?.tags[COMMIT_TAG] };
}

function wantsTasks({ live }: PlannedService, { service }: ServiceRun): boolean {
  return ((service.scaling ? live.service?.desiredCount : undefined) ?? service.desiredCount) > 0;
}
