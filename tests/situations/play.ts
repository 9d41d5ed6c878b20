import type { Load } from '../../rehearse/load.ts';
import { measure } from './measures.ts';
import { placesFor } from './places.ts';
import { openPlace, type PlayPlace, tagOf } from './scene/place.ts';
import { openScene } from './scene/scene.ts';
import { isSettled, remove, servingVersion, settled } from './scene/serving.ts';
import { startTraffic } from './scene/traffic.ts';
import type { Situation, SituationResult } from './situation.ts';
import { ordinaryService, type StagedCluster, writeConfig } from './stage/config.ts';
import { onStage, type Stage } from './stage/stage.ts';

export interface PlayOptions {
  readonly timeScale: number;
  /** Folder of the bundle that is judged; dist/ where not given. */
  readonly dist?: string | undefined;
  /** Folder of the one that only prepares situations; dist/ where not given. */
  readonly preparing?: string | undefined;
  readonly signal: AbortSignal;
  readonly onResult: (result: SituationResult) => void;
}

const GOOD = /^good-\d+$/;

/**
 * Plays situations, as many at once as there are places, on one emulated account; results are in the order of the
 * situations.
 */
export async function play(
  situations: readonly Situation[],
  options: PlayOptions,
): Promise<readonly SituationResult[]> {
  const byPlace = Map.groupBy(situations, ({ where = 'shared' }) => where);
  const places = [...byPlace].map(([place, waiting]) => ({ ...placesFor(place, waiting), queue: [...waiting] }));
  const clusters = places.map(({ staged }) => staged);
  const { timeScale, signal, preparing } = options;
  const results = await onStage({ clusters, timeScale, signal, dist: preparing }, async (stage) => {
    const playing = places.flatMap(({ staged, services, queue }) =>
      services.map((service) => playQueue(stage, { staged, service, queue }, options)),
    );
    return (await Promise.all(playing)).flat();
  });
  return situations.flatMap(({ name }) => results.filter((result) => result.name === name));
}

async function playQueue(
  stage: Stage,
  { staged, service, queue }: { readonly staged: StagedCluster; readonly service: string; readonly queue: Situation[] },
  options: PlayOptions,
): Promise<readonly SituationResult[]> {
  const place = openPlace(staged, service, await stage.workspace());
  const results: SituationResult[] = [];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const result = await playOne(stage, place, next, options);
    results.push(result);
    options.onResult(result);
  }
  return results;
}

/** What goes wrong with a situation itself stands in `got`. */
async function playOne(
  stage: Stage,
  place: PlayPlace,
  situation: Situation,
  { dist }: PlayOptions,
): Promise<SituationResult> {
  const { name, begins = 'serving' } = situation;
  const expected = situation.expected.join(' → ');
  let load: Load | undefined;
  try {
    await prepare(stage, place, begins);
    const old = await servingVersion(stage, place);
    const watchTraffic = (): void => {
      load ??= startTraffic(stage, place);
    };
    if (begins === 'serving') watchTraffic();
    const played = openScene(stage, place, { dist, old, onSettled: watchTraffic });
    const trouble = await situation.play(played.scene).then(
      () => [],
      (error: unknown) => [String(error)],
    );
    const got = [...played.said, ...trouble].join(' → ');
    const dropped = (await load?.stop())?.failed ?? 0;
    load = undefined;
    const measures = await measure(stage, situation, played);
    if (!(await isSettled(stage, place))) await remove(stage, place);
    return { name, expected, got, dropped, ...measures };
  } catch (error) {
    place.ordinary = false;
    return { name, expected, got: `It could not be played: ${error}`, dropped: 0, evidenceToVerdict: null, calls: 0 };
  } finally {
    await load?.stop();
  }
}

/** Brings the service to where a situation begins, with the shipped bundle. */
async function prepare(stage: Stage, place: PlayPlace, begins: 'serving' | 'absent'): Promise<void> {
  if (begins === 'absent') return remove(stage, place);
  if (place.ordinary) return;
  const serving = await servingVersion(stage, place).catch(() => undefined);
  const image = serving && GOOD.test(serving) ? place.imageOf(serving) : place.nextImage('good');
  const files = ordinaryService(place.staged, place.service, image);
  await writeConfig(place.workspace, place.staged, { [place.service]: files });
  const { workspace, cluster, service } = place;
  const { outputs, log } = await stage.run('deploy-service', { config: 'config', cluster, service }, { workspace });
  if (!['deployed', 'unchanged'].includes(outputs['outcome'] ?? ''))
    throw new Error(`${service} could not be prepared:\n${log}`);
  await settled(stage, place);
  place.ordinary = true;
  const now = await servingVersion(stage, place);
  if (now !== tagOf(image)) throw new Error(`${service} serves ${now} after ${tagOf(image)} was deployed.`);
}
