import { isDeepStrictEqual } from 'node:util';
import { nameInFolder } from '../model/config-folder.ts';
import { isDone, isGreen } from '../model/outcome.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Deployments, DeploymentView, NewDeployment, NewDeploymentStatus } from '../ports/github.ts';
import type { ReportContext } from '../render/comment/report.ts';
import { type Target, targetsOf } from '../render/comment/targets.ts';
import { deploymentTask, payloadValue } from './applied-commits.ts';

const LONGEST_DESCRIPTION = 140;
const DIGEST_LENGTH = 16;
/** Modes that write. */
const WRITING = ['apply', 'continue', 'rollback'];

/**
 * Leaves a GitHub Deployment for each cluster that was written to: environment, commit, what exactly was applied, how
 * it ended, and where it answers. A report that is repeated says it of the deployment that is there, or replaces that
 * where it has more to say: GitHub lets nobody edit what a deployment is of.
 */
export async function recordDeployments(
  records: readonly RunRecord[],
  context: ReportContext,
  deployments: Deployments,
  viewer: string,
): Promise<void> {
  const written = targetsOf(records.filter(({ mode }) => WRITING.includes(mode)));
  const complete = isComplete(records, written);
  const known = await deploymentsOfRun(context, deployments, viewer);
  for (const target of written.filter(({ cluster }) => cluster !== '')) {
    const payload = payloadOf(target, modeOf(target, records), complete, context);
    const before = known.filter((deployment) => readPayload(deployment).cluster === target.cluster);
    const same = before.find((deployment) => isDeepStrictEqual(readPayload(deployment), payload));
    const id = same?.id ?? (await deployments.create(deploymentOf(payload, context)));
    await deployments.setStatus(id, statusOf(target, context));
    for (const replaced of before.filter((deployment) => deployment !== same)) {
      await deployments.setStatus(replaced.id, replacedStatus(context));
    }
  }
}

/**
 * Whether all that the commit touches ended well and nothing of it waits. Only a run that has selected it knows what
 * that is.
 */
function isComplete(records: readonly RunRecord[], written: readonly Target[]): boolean {
  // A pause is over once it was answered: each unit's last outcome counts.
  const isAllDone = written.every(({ units }) => units.every(({ outcome }) => isDone(outcome.kind)));
  return hasSelected(records) && records.every(({ outcome }) => isGreen(outcome)) && isAllDone;
}

function hasSelected(records: readonly RunRecord[]): boolean {
  return records.some(({ selected }) => selected !== undefined);
}

type DeploymentMode = 'apply' | 'continue' | 'rollback';

function modeOf({ records: own }: Target, records: readonly RunRecord[]): DeploymentMode {
  if (own.some(({ mode }) => mode === 'rollback')) return 'rollback';
  return hasSelected(records) || own.some(({ mode }) => mode === 'apply') ? 'apply' : 'continue';
}

function payloadOf(target: Target, mode: DeploymentMode, complete: boolean, context: ReportContext) {
  const { head, base, runId, runAttempt } = context;
  const digests = target.units.flatMap(({ plan }) => (plan ? [[plan.id, plan.digest.slice(0, DIGEST_LENGTH)]] : []));
  const revisions = target.units.flatMap(({ name, taskDefinitionArn: arn }) => (arn ? [[name, arn]] : []));
  return {
    version: 1,
    mode,
    cluster: target.cluster,
    commit: head,
    before: base,
    complete,
    run: runId,
    attempt: runAttempt,
    digests: Object.fromEntries(digests),
    taskDefinitions: Object.fromEntries(revisions),
  };
}

type Payload = ReturnType<typeof payloadOf>;

function deploymentOf(payload: Payload, { head, folder }: ReportContext): NewDeployment {
  return {
    sha: head,
    environment: nameInFolder(payload.cluster, folder),
    task: deploymentTask(folder),
    description: `${payload.mode} ${payload.cluster}`.slice(0, LONGEST_DESCRIPTION),
    payload,
  };
}

/** What reports of this very run have left; they are among the newest, page by page. */
async function deploymentsOfRun(
  { folder, runId, runAttempt }: ReportContext,
  deployments: Deployments,
  viewer: string,
): Promise<readonly DeploymentView[]> {
  const found: DeploymentView[] = [];
  for await (const page of deployments.pages(deploymentTask(folder))) {
    const own = page.filter((deployment) => {
      const { run, attempt } = readPayload(deployment);
      return deployment.author === viewer && run === runId && attempt === runAttempt;
    });
    if (own.length === 0) break;
    found.push(...own);
  }
  return found;
}

function readPayload(deployment: DeploymentView): Readonly<Partial<Record<keyof Payload, unknown>>> {
  const value = payloadValue(deployment);
  return typeof value === 'object' && value !== null ? value : {};
}

function replacedStatus({ runUrl }: ReportContext): NewDeploymentStatus {
  return {
    state: 'inactive',
    description: 'Replaced by a later deployment of the same run.',
    logUrl: runUrl,
    environmentUrl: undefined,
  };
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
