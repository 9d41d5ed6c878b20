import type { NotedRun } from './scene/noted-run.ts';
import type { PlayedScene } from './scene/scene.ts';
import type { Situation, SituationResult } from './situation.ts';
import { serviceDeployments, stoppedTasks } from './stage/api.ts';
import type { Stage } from './stage/stage.ts';

type Measures = Pick<SituationResult, 'evidenceToVerdict' | 'doomToStop' | 'calls'>;

/** Measures a situation's runs by what the account says of times, never by what the runs say. */
export async function measure(stage: Stage, { provedBy }: Situation, played: PlayedScene): Promise<Measures> {
  const { runs } = played;
  const [evidence, dooms, entries] = await Promise.all([
    Promise.all(runs.map((run) => evidenceToVerdict(stage, played, run))),
    Promise.all(runs.map((run) => (provedBy ? doomToStop(stage, played, { run, provedBy }) : undefined))),
    Promise.all(runs.map(({ accessKeyId }) => stage.journal.of(accessKeyId))),
  ]);
  const [doom] = dooms.filter((each) => each !== undefined);
  return {
    evidenceToVerdict: greatest(evidence),
    ...(doom === undefined ? {} : { doomToStop: doom }),
    calls: entries.flat().length,
  };
}

/** A run that ended before what it followed, or that followed nothing, has none. */
async function evidenceToVerdict(
  stage: Stage,
  { scene, deletedAt }: PlayedScene,
  { services, startedAt, endedAt }: NotedRun,
): Promise<number | undefined> {
  const { cluster } = scene.place;
  const ended = await Promise.all(services.map((name) => serviceDeployments(stage.api, cluster, name).catch(() => [])));
  const times = [...ended.flat().map(({ finishedAt }) => (finishedAt ?? 0) * 1000), deletedAt() ?? 0];
  const last = Math.max(0, ...times.filter((at) => at >= startedAt && at <= endedAt));
  return last === 0 ? undefined : seconds(endedAt - last);
}

async function doomToStop(
  stage: Stage,
  { scene }: PlayedScene,
  { run, provedBy }: { readonly run: NotedRun; readonly provedBy: NonNullable<Situation['provedBy']> },
): Promise<number | undefined> {
  const { cluster, service } = scene.place;
  const entries = await stage.journal.of(run.accessKeyId);
  const stop = entries.find(({ operation, status }) => operation === 'StopServiceDeployment' && status === 200);
  if (!stop) return undefined;
  const tasks = await stoppedTasks(stage.api, cluster, service);
  const times = tasks
    .filter(({ startedBy }) => startedBy === run.run.outputs['deployment-id'])
    .map(({ stoppingAt }) => (stoppingAt ?? Number.POSITIVE_INFINITY) * 1000)
    .filter((at) => at <= stop.at);
  if (times.length === 0) return undefined;
  return seconds(stop.at - (provedBy === 'first-stop' ? Math.min(...times) : Math.max(...times)));
}

function greatest(values: readonly (number | undefined)[]): number | null {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? null : Math.max(...known);
}

function seconds(ms: number): number {
  return Math.round(ms / 10) / 100;
}
