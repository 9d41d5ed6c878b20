import type { Engine } from './engine.ts';

/** Every container of an emulator carries it; the value is the id of the emulator's process. */
export const OWNER_LABEL = 'ecs-gitops.emulator';
/** Tells the drivers of one process apart. */
export const DRIVER_LABEL = 'ecs-gitops.driver';

interface ListedContainer {
  readonly Id: string;
  readonly Labels: Readonly<Record<string, string>>;
}

/** Removes what emulators left behind that ended without stopping. */
export async function removeOrphans(engine: Engine): Promise<void> {
  const labelled = await containersWith(engine, OWNER_LABEL);
  await removeAll(
    engine,
    labelled.filter(({ Labels }) => !isRunning(Number(Labels[OWNER_LABEL]))),
  );
}

export async function removeContainersOf(engine: Engine, driver: string): Promise<void> {
  await removeAll(engine, await containersWith(engine, `${DRIVER_LABEL}=${driver}`));
}

/** Kills it where it runs; what is gone already is no failure. */
export async function removeContainer(engine: Engine, id: string): Promise<void> {
  await engine.call('DELETE', `/containers/${id}?force=true&v=true`).catch(() => undefined);
}

function containersWith(engine: Engine, label: string): Promise<readonly ListedContainer[]> {
  const filters = encodeURIComponent(JSON.stringify({ label: [label] }));
  return engine.call('GET', `/containers/json?all=true&filters=${filters}`);
}

async function removeAll(engine: Engine, containers: readonly ListedContainer[]): Promise<void> {
  await Promise.all(containers.map(({ Id }) => removeContainer(engine, Id)));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Someone else's process runs, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
