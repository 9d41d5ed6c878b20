import type { BurnPlan } from './burn.ts';
import type { ConfigCopy, EditableFiles } from './config-copy.ts';
import { imageOf, type Version } from './images.ts';
import type { Load } from './load.ts';
import type { Stage } from './stage.ts';

/** Real milliseconds; generous, since a machine may be busy. */
const SCALING_WITHIN_MS = 90_000;
const SETTLED_WITHIN_MS = 20_000;

/** From nothing to a verified first version. */
export async function provisionSteps(stage: Stage): Promise<void> {
  await stage.commit(image(stage, 'v1'));
  await stage.act('provision', 'provision', 'deployed');
  await stage.act('deploy v1', 'deploy-service', 'deployed', { service: stage.config.service });
  await stage.verify('v1');
}

/**
 * A good version, one that fails its health checks, one that crashes, and back to the good one, which is there already.
 */
export async function rollouts(stage: Stage): Promise<void> {
  await roll(stage, 'v2', 'deployed');
  await stage.verify('v2');
  await roll(stage, 'v3', 'rolled-back');
  await roll(stage, 'v4', 'rolled-back');
  await roll(stage, 'v2', 'unchanged');
  await stage.verify('v2');
}

/** Rollouts until one has lost requests; whether one does is a matter of what is under way when the old tasks go. */
export async function spoiledRollouts(stage: Stage, load: Load): Promise<void> {
  for (const version of ['v2', 'v1', 'v2', 'v1', 'v2', 'v1'] as const) {
    await roll(stage, version, 'deployed');
    if (load.traffic().failed > 0) return;
  }
}

/**
 * Load on the CPU makes tasks more and, when it ends, fewer again. First with tasks that the instances have room for,
 * then with tasks of more than half an instance: each then needs an instance of its own, and waits for it.
 */
export async function scalingActs(stage: Stage, load: Load, burn: BurnPlan): Promise<void> {
  if (!stage.config.scaling) return;
  await scaleUnderLoad(stage, load, burn, 'CPU load on small tasks', stage.config.instances.min);
  await stage.commit((files) => {
    image(stage, 'v5')(files);
    moreThanHalfAnInstance(stage, files);
  });
  if (stage.config.instances.scaling === 'alarms')
    await stage.act('provision for large tasks', 'provision', 'deployed');
  await roll(stage, 'v5', 'deployed');
  await scaleUnderLoad(stage, load, burn, 'CPU load on large tasks', fewestForLarge(stage.config));
}

/** What is right already is left alone. */
export async function unchangedSteps(stage: Stage): Promise<void> {
  await stage.act('provision again', 'provision', 'unchanged');
  await stage.act('deploy again', 'deploy-service', 'unchanged', { service: stage.config.service });
}

async function roll(stage: Stage, version: Version, expected: string): Promise<void> {
  if (version !== 'v5') await stage.commit(image(stage, version));
  await stage.act(`deploy ${version}`, 'deploy-service', expected, { service: stage.config.service });
  await stage.observer.settled(SETTLED_WITHIN_MS);
}

async function scaleUnderLoad(
  { config, observer, watch }: Stage,
  load: Load,
  burn: BurnPlan,
  name: string,
  fewestInstances: number,
): Promise<void> {
  const { min, max } = config.scaling ?? { min: 0, max: 0 };
  await watch(`${name}: out`, 'scaled', async () => {
    // Processes that start cost CPU too, at scaled time a lot of it: rollouts may have scaled the service out for a
    // moment, which must not count for the load.
    if (observer.tasks.at(-1) === max) await observer.until((tasks) => tasks === min, SCALING_WITHIN_MS);
    load.burn(burn.perSecond, burn.msEach);
    const seen = observer.since();
    const ok = await observer.until((tasks) => tasks === max, SCALING_WITHIN_MS);
    load.burn(0, 0);
    return { ok, reason: seen() };
  });
  await watch(`${name}: in`, 'scaled', async () => {
    const seen = observer.since();
    const ok = await observer.until(
      (tasks, instances) => tasks === min && instances === fewestInstances,
      SCALING_WITHIN_MS,
    );
    return { ok, reason: seen() };
  });
}

function image({ config }: Stage, version: Version): (files: EditableFiles) => void {
  const container = config.containers.find(({ name }) => name === config.application);
  return ({ application }) => {
    if (container)
      application.set(application.get('image') === 'external' ? 'initialImage' : 'image', imageOf(container, version));
  };
}

/** Memory rather than CPU, so that the load on the machine stays as it was. */
function moreThanHalfAnInstance({ config }: Stage, { application, cluster }: EditableFiles): void {
  const memory = 2_300;
  application.delete('memoryReservation');
  application.set('memory', memory);
  if (config.instances.scaling === 'alarms') {
    cluster.setIn(['capacity', 'minSize'], fewestForLarge(config));
    cluster.setIn(['capacity', 'maxSize'], Math.max(config.instances.max, config.scaling?.max ?? 0));
  }
}

/** An instance for each large task: managed scaling sees to it, alarms do not know of room. */
function fewestForLarge({ instances, scaling }: ConfigCopy): number {
  return Math.max(instances.min, scaling?.min ?? 0);
}
