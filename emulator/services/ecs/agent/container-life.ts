import { ContainerError } from '../../../drivers/driver.ts';
import type { ContainerRecord } from '../tasks/record.ts';
import { stopTask } from '../tasks/stop.ts';
import { watchHealth } from './health-checks.ts';
import type { TaskLife } from './life.ts';
import { type LogStream, openLogStream } from './log-stream.ts';
import { mayStop, readinessOf } from './readiness.ts';
import { startContainer } from './start-container.ts';

/** Fails the whole task where the image cannot be had. */
export async function pullImage(life: TaskLife, container: ContainerRecord): Promise<void> {
  await life.ecs.driver
    .pull(container.definition.image)
    .catch(failToStart(life, container, 'CannotPullContainerError'));
}

/** Starts a container once those that it depends on are so far; fails the whole task where that cannot come about. */
export async function startWhenReady(life: TaskLife, container: ContainerRecord): Promise<void> {
  const { ecs, task, changes } = life;
  const readiness = () => readinessOf(container, task.containers);
  await changes.until(() => life.state !== 'living' || readiness() !== 'waiting');
  if (life.state !== 'living') return;
  if (readiness() === 'impossible') {
    const { name } = container.definition;
    const unmet = new ContainerError(`a container that ${name} depends on did not reach the required condition`);
    return failToStart(life, container, 'DependencyError')(unmet);
  }
  await ecs.world.clock.sleep(ecs.world.latency('container-start'));
  if (life.state === 'living')
    await start(life, container).catch(failToStart(life, container, 'CannotStartContainerError'));
  changes.tell();
}

async function start(life: TaskLife, container: ContainerRecord): Promise<void> {
  const { ecs, instance, task, changes } = life;
  const log = await openLogStream(ecs.world, task, container);
  const running = await startContainer(
    ecs,
    instance,
    { task, container },
    {
      output: log.write,
      exited: (code, reason) => ecs.world.background(exited(life, container, { code, reason, log })),
    },
  );
  life.started.set(container, running);
  container.lastStatus = 'RUNNING';
  if (hostGone(life)) running.signal('SIGKILL');
  const check = container.definition.healthCheck;
  if (check)
    life.unwatch.add(watchHealth(ecs.world.clock, { record: container, container: running, check }, changes.tell));
}

/** Asked anew, since the host can go while something is awaited. */
const hostGone = ({ state }: TaskLife): boolean => state === 'dead';

async function exited(
  life: TaskLife,
  container: ContainerRecord,
  { code, reason, log }: { readonly code: number; readonly reason: string | undefined; readonly log: LogStream },
): Promise<void> {
  life.started.get(container)?.unpublish();
  await log.close();
  container.lastStatus = 'STOPPED';
  if (life.state !== 'dead') {
    container.exitCode = code;
    container.reason ??= reason;
  }
  if (container.definition.essential !== false && life.state === 'living')
    stopTask(life.ecs, life.task, {
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
    });
  life.changes.tell();
}

/** The stop signal, once those that need the container have stopped; SIGKILL after its stopTimeout. */
export async function endWhenAllowed(life: TaskLife, container: ContainerRecord): Promise<void> {
  const { ecs, instance, task, started, changes } = life;
  await changes.until(() => life.state === 'dead' || mayStop(container, task.containers));
  if (life.state === 'dead' || container.lastStatus !== 'RUNNING') return;
  const { stopTimeout } = container.definition;
  started.get(container)?.signal('SIGTERM');
  const timeoutMs = stopTimeout === undefined ? instance.stopTimeoutMs : stopTimeout * 1000;
  const cancel = ecs.world.clock.after(timeoutMs, () => {
    if (!ecs.world.sabotage.has('stop-timeout')) started.get(container)?.signal('SIGKILL');
  });
  await changes.until(() => hostGone(life) || hasStopped(container));
  cancel();
}

const hasStopped = ({ lastStatus }: ContainerRecord): boolean => lastStatus === 'STOPPED';

/** Handles what Docker could have said, and lets defects of the emulator through. */
const failToStart =
  ({ ecs, task }: TaskLife, container: ContainerRecord, kind: string) =>
  (error: unknown): void => {
    if (!(error instanceof ContainerError)) throw error;
    container.reason = `${kind}: ${error.message}`;
    stopTask(ecs, task, { stopCode: 'TaskFailedToStart', stoppedReason: 'Task failed to start' });
  };
