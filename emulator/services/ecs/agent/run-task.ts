import { AwsError } from '../../../core/errors.ts';
import type { Ecs } from '../context.ts';
import { attachInterface, releaseInterface } from '../network/task-interface.ts';
import type { TaskRecord, TaskState } from '../tasks/record.ts';
import { finishTask, stopTask } from '../tasks/stop.ts';
import { endWhenAllowed, pullImage, startWhenReady } from './container-life.ts';
import { type TaskLife, trackChanges } from './life.ts';
import type { InstanceRecord } from './record.ts';
import type { TaskRun } from './task-run.ts';

/** What an agent does with a task: pull, create and start in order of dependency, watch, stop in reverse. */
export function runTask(ecs: Ecs, instance: InstanceRecord, task: TaskRecord): TaskRun {
  const life: TaskLife = {
    ecs,
    instance,
    task,
    started: new Map(),
    state: 'living',
    changes: trackChanges(),
    unwatch: new Set(),
  };
  const living = live(life);
  ecs.world.background(living);
  return {
    stop: () => {
      if (life.state !== 'living') return;
      life.state = 'stopping';
      ecs.world.background(stop(life, living));
    },
    kill: () => {
      if (life.state !== 'dead') kill(life);
    },
  };
}

async function live(life: TaskLife): Promise<void> {
  const { ecs, instance, task } = life;
  const { clock, latency } = ecs.world;
  if (task.network && !(await provision(life))) return;
  reach(task, 'PENDING');
  task.pullStartedAt = clock.now();
  await clock.sleep(latency(hasImages(instance, task) ? 'image-pull-cached' : 'image-pull'));
  for (const container of task.containers) await pullImage(life, container);
  for (const { definition } of task.containers) instance.images.add(definition.image);
  task.pullStoppedAt = clock.now();
  if (life.state !== 'living') return;
  reach(task, 'ACTIVATING');
  await Promise.all(task.containers.map((container) => startWhenReady(life, container)));
  if (isEnding(life)) return;
  reach(task, 'RUNNING');
  task.startedAt = clock.now();
}

const hasImages = ({ images }: InstanceRecord, { containers }: TaskRecord): boolean =>
  containers.every(({ definition }) => images.has(definition.image));

/** False where the task cannot have its network interface, or has to end before it has it. */
async function provision(life: TaskLife): Promise<boolean> {
  const { ecs, instance, task } = life;
  try {
    await attachInterface(ecs, instance, task);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (life.state !== 'living') return false;
    stopTask(ecs, task, {
      stopCode: 'TaskFailedToStart',
      stoppedReason: `Unexpected EC2 error while attempting to Create Network Interface with public IP assignment disabled in subnet '${task.networkInterface?.subnetId}': ${error.code}`,
    });
  }
  return life.state === 'living';
}

async function stop(life: TaskLife, living: Promise<void>): Promise<void> {
  const { ecs, task } = life;
  reach(task, 'STOPPING');
  life.changes.tell();
  await living;
  await Promise.all(task.containers.map((container) => endWhenAllowed(life, container)));
  for (const unwatch of life.unwatch) unwatch();
  if (isDead(life)) return;
  task.executionStoppedAt = ecs.world.clock.now();
  reach(task, 'DEPROVISIONING');
  await ecs.world.clock.sleep(ecs.world.latency('task-deprovisioning'));
  await releaseInterface(ecs, task);
  finishTask(ecs, task);
}

/** ECS learns of it only when EC2 says that the instance is terminated. */
function kill(life: TaskLife): void {
  life.state = 'dead';
  for (const unwatch of life.unwatch) unwatch();
  for (const container of life.started.values()) {
    container.unpublish();
    container.signal('SIGKILL');
  }
  life.changes.tell();
}

function reach(task: TaskRecord, state: TaskState): void {
  task.lastStatus = state;
  task.version++;
}

const isEnding = ({ state }: TaskLife): boolean => state !== 'living';
const isDead = ({ state }: TaskLife): boolean => state === 'dead';
