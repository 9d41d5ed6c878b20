import type { CurrentService, RevisionMove } from '../../plan/service/revision-move.ts';
import { COMMIT_TAG } from '../../plan/service/service-tags.ts';
import { checkLiveOverrides, planImages } from '../../plan/task-definition/live-images.ts';
import type { ImageOverride } from '../../plan/task-definition/task-definition-images.ts';
import type { Images } from '../../ports/images.ts';
import type { TaskNetworks } from '../../ports/task-networks.ts';
import { inParallel } from '../in-parallel.ts';
import { observeCurrent } from '../observe/current-service.ts';
import { readService } from '../observe/read-services.ts';
import { observeMoveForecast } from '../observe/rollout-forecast.ts';
import { readPool } from '../observe/rollout-place.ts';
import { onFirstUse } from '../on-first-use.ts';
import { plannedChanges } from '../planned-changes.ts';
import { warnOfChecks } from '../preflight/failed-checks.ts';
import { checkImages } from '../preflight/image-checks.ts';
import type { RolloutPorts, ServiceResult } from '../rollout/context.ts';
import { type LiveRequest, liveRun } from '../rollout/live-run.ts';
import { attempt, moveService } from '../rollout/move-service.ts';
import { tellOutcome } from '../tell-outcome.ts';

interface ImagesPorts extends RolloutPorts {
  readonly taskNetworks: TaskNetworks;
  /** Without it plans say nothing of whether the images are there. */
  readonly images?: Images | undefined;
}

/** Each looks at some things of its own; ECS's rates are the account's. */
const AT_A_TIME = 4;

export interface ImagesRequest extends LiveRequest {
  /** Its name. */
  readonly cluster: string;
  /** Names of services that exist. */
  readonly services: readonly string[];
  readonly mode: 'plan' | 'apply';
  readonly images: readonly ImageOverride[];
  /** The commit that the images are of; a new revision is tagged with it. */
  readonly commit: string | undefined;
}

/**
 * Deploys images to live services without config: each keeps everything else that it has. Results are in the order of
 * the request. Throws INPUT_INVALID before the first write where a service or container is not there or config owns the
 * image.
 */
export async function deployImages(request: ImagesRequest, ports: ImagesPorts): Promise<readonly ServiceResult[]> {
  const { cluster, mode, images } = request;
  ports.progress.emit({ kind: 'phase', title: `Plan the images of services in cluster ${cluster}` });
  const observe = (name: string): Promise<CurrentService> =>
    observeCurrent(cluster, name, (each) => readService(ports.services, cluster, each), ports.taskDefinitions);
  const found = await Promise.all([...new Set(request.services)].map(observe));
  checkLiveOverrides(images, found, cluster);
  const plan = async (current: CurrentService): Promise<RevisionMove> => {
    const family = String(current.taskDefinition.definition['family']);
    return planImages(cluster, current, await ports.taskDefinitions.describe(family), images);
  };
  const looked = await Promise.all(found.map(async (current) => ({ current, move: await plan(current) })));
  const jobs = mode === 'plan' ? await foreseen(cluster, looked, ports) : looked;
  ports.progress.emit({ kind: 'plan', units: jobs.map(({ move }) => move.unit) });
  if (mode === 'plan') {
    warnOfChecks(
      jobs.map(({ move }) => move.unit),
      ports.progress,
    );
    return jobs.map(({ move }) => planned(move, ports));
  }
  ports.progress.emit({ kind: 'phase', title: `Deploy to cluster ${cluster}` });
  return Promise.all(
    jobs.map(({ current, move }) => {
      const run = liveRun(cluster, current.service, request, ports);
      const mine = images.filter(({ service = current.service.name }) => service === current.service.name);
      const planAgain = async (): Promise<RevisionMove> => {
        const again = await observe(current.service.name);
        if (found.length === 1) checkLiveOverrides(mine, [again], cluster);
        return plan(again);
      };
      const tags = revisionTags(current, request.commit);
      return attempt(run, move.unit, current.service, () => moveService(run, move, { tags, plan: planAgain }));
    }),
  );
}

/** Adds to the plans how each service would roll out, and whether its images are there. */
async function foreseen<Job extends { readonly move: RevisionMove }>(
  cluster: string,
  jobs: readonly Job[],
  ports: ImagesPorts,
): Promise<readonly Job[]> {
  const pool = onFirstUse(() => readPool({ name: cluster }, ports));
  return inParallel(jobs, AT_A_TIME, async (job) => {
    const { unit, definition } = job.move;
    const [forecast, checks] = await Promise.all([
      observeMoveForecast(cluster, job.move, pool, ports),
      ports.images && unit.changes.length > 0 ? Promise.all(checkImages(definition, {}, ports.images)) : undefined,
    ]);
    return { ...job, move: { ...job.move, unit: { ...unit, forecast, checks } } };
  });
}

function planned({ unit, service }: RevisionMove, { progress }: RolloutPorts): ServiceResult {
  const outcome = plannedChanges(unit, 'The service already has these images.');
  tellOutcome(unit, outcome, progress);
  const { name, taskDefinition: taskDefinitionArn } = service;
  return { service: name, unit, outcome, changed: false, taskDefinitionArn, deploymentId: undefined };
}

/** Copies the tags of the revision that it comes from, except AWS's own; the commit is the one of the images. */
function revisionTags(
  { taskDefinition }: CurrentService,
  commit: string | undefined,
): Readonly<Record<string, string>> {
  const kept = Object.entries(taskDefinition.tags).filter(([key]) => !key.startsWith('aws:') && key !== COMMIT_TAG);
  return { ...Object.fromEntries(kept), ...(commit ? { [COMMIT_TAG]: commit } : {}) };
}
