import { isDone, isGreen } from '../model/outcome.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Deployments, DeploymentView, NewDeploymentStatus } from '../ports/github.ts';
import type { ReportContext } from '../render/comment/report.ts';
import { type Target, targetsOf } from '../render/comment/targets.ts';
import { DEPLOYMENT_TASK } from './applied-commits.ts';

const LONGEST_DESCRIPTION = 140;
const DIGEST_LENGTH = 16;
/** Modes that write. */
const WRITING = ['apply', 'continue', 'rollback'];

/**
 * Leaves a GitHub Deployment for each cluster that was written to: environment, commit, what exactly was applied, how it ended,
 * and where it answers. `complete` goes into each: whether all of the run ended well and nothing
 * waits.
 */
export async function recordDeployments(
  records: readonly RunRecord[],
  context: ReportContext,
  deployments: Deployments,
  viewer: string,
): Promise<void> {
  const written = targetsOf(records.filter(({ mode }) => WRITING.includes(mode)));
  const units = written.flatMap((target) => target.units);
  // A run that ended paused is done once a later one has answered: each service's last outcome counts.
  const complete =
    records.every(({ outcome }) => isGreen(outcome)) && units.every(({ outcome }) => isDone(outcome.kind));
  const known = (await deployments.list(DEPLOYMENT_TASK)).filter(({ author }) => author === viewer);
  for (const target of written.filter(({ cluster }) => cluster !== '')) {
    const payload = payloadOf(target, complete, context);
    const before = known.find((deployment) => isOfRun(deployment, payload));
    const id =
      before?.id ??
      (await deployments.create({
        sha: context.head,
        environment: target.cluster,
        task: DEPLOYMENT_TASK,
        description: `${payload.mode} ${target.cluster}`.slice(0, LONGEST_DESCRIPTION),
        payload,
      }));
    await deployments.setStatus(id, statusOf(target, context));
  }
}

function payloadOf(target: Target, complete: boolean, { head, runId, runAttempt }: ReportContext) {
  const digests = target.units.flatMap(({ plan }) => (plan ? [[plan.id, plan.digest.slice(0, DIGEST_LENGTH)]] : []));
  const revisions = target.units.flatMap(({ name, taskDefinitionArn: arn }) => (arn ? [[name, arn]] : []));
  return {
    version: 1,
    mode: target.records.some(({ mode }) => mode === 'rollback') ? 'rollback' : 'apply',
    cluster: target.cluster,
    commit: head,
    complete,
    run: runId,
    attempt: runAttempt,
    digests: Object.fromEntries(digests),
    taskDefinitions: Object.fromEntries(revisions),
  };
}

/** A report that is repeated says it of the deployment that is there. */
function isOfRun({ payload }: DeploymentView, { run, attempt, cluster }: ReturnType<typeof payloadOf>): boolean {
  const known = typeof payload === 'object' && payload !== null ? (payload as Readonly<Record<string, unknown>>) : {};
  return known['run'] === run && known['attempt'] === attempt && known['cluster'] === cluster;
}

function statusOf({ records, units }: Target, { runUrl }: ReportContext): NewDeploymentStatus {
  const red = units.find(({ outcome }) => !isGreen(outcome.kind));
  const waiting = units.find(({ outcome }) => outcome.kind === 'paused');
  const failure = records.find(({ failure }) => failure)?.failure;
  const url = records.findLast((record) => record.url)?.url;
  const cause = red ? `${red.outcome.kind}: ${red.outcome.summary}` : failure?.message;
  return {
    state: cause !== undefined ? 'failure' : waiting ? 'in_progress' : 'success',
    description: (cause ?? waiting?.outcome.summary ?? 'Applied.').slice(0, LONGEST_DESCRIPTION),
    logUrl: runUrl,
    environmentUrl: url,
  };
}
