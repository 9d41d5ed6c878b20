import { type UnhealthyTarget, unhealthyTargets } from '../../health/target/unhealthy-targets.ts';
import { isReplaced } from '../../health/task/stopped-tasks.ts';
import type { TargetView, TaskView } from '../../model/service-views.ts';
import type { Logs } from '../../ports/logs.ts';
import type { Progress } from '../../ports/progress.ts';
import type { Services } from '../../ports/services.ts';
import type { Targets } from '../../ports/targets.ts';

export interface DiagnosePorts {
  readonly services: Pick<Services, 'tasks'>;
  readonly targets: Pick<Targets, 'health'>;
  readonly logs: Logs;
  readonly progress: Progress;
}

/** Whose tasks and targets are looked at. */
interface DiagnosedService {
  readonly cluster: string;
  readonly name: string;
  readonly targetGroupArns: readonly string[];
}

/** What is seen of a deployment's tasks while it rolls: afterwards their targets are gone. */
export interface RolloutEvidence {
  /** Looks once more, and tells what is new. Best effort: what cannot be read is left out, with one warning. */
  look(): Promise<void>;
  /** Tasks that the deployment has started, as they were last seen. */
  tasks(): readonly TaskView[];
  /** Returns those of the tasks that stopped. */
  stopped(): readonly TaskView[];
  unhealthy(): readonly UnhealthyTarget[];
}

export function gatherEvidence(service: DiagnosedService, deploymentId: string, ports: DiagnosePorts): RolloutEvidence {
  const tasks = new Map<string, TaskView>();
  const unhealthy = new Map<string, UnhealthyTarget>();
  const { progress } = ports;
  let warned = false;

  const note = (ours: readonly TaskView[], targets: readonly TargetView[]): void => {
    for (const task of ours) {
      const known = tasks.get(task.arn);
      if (isStopped(task) && !(known && isStopped(known)) && !isReplaced(task))
        progress.emit({ kind: 'task-stopped', service: service.name, task });
      tasks.set(task.arn, task);
    }
    if (ours.length > 0) progress.emit({ kind: 'tasks', service: service.name, tasks: ours });
    const found = unhealthyTargets(ours, targets).filter((each) => !unhealthy.has(nameOf(each)));
    // The first reason is the telling one: a target whose task is already stopping fails its checks in other ways.
    for (const each of found) unhealthy.set(nameOf(each), each);
    if (found.length > 0) emitTargets(service, found, progress);
  };

  return {
    look: async () => {
      try {
        const [gone, running, ...health] = await Promise.all([
          ports.services.tasks(service.cluster, service.name, 'STOPPED'),
          ports.services.tasks(service.cluster, service.name, 'RUNNING'),
          ...service.targetGroupArns.map((arn) => ports.targets.health(arn)),
        ]);
        const ours = [...running, ...gone].filter(({ startedBy }) => startedBy === deploymentId);
        note(ours, health.flat());
      } catch (error) {
        if (!warned)
          progress.emit({ kind: 'warning', message: `Cannot look at the tasks of ${service.name}: ${error}` });
        warned = true;
      }
    },
    tasks: () => [...tasks.values()],
    stopped: () => [...tasks.values()].filter(isStopped),
    unhealthy: () => [...unhealthy.values()],
  };
}

function isStopped({ desiredStatus }: TaskView): boolean {
  return desiredStatus === 'STOPPED';
}

function nameOf({ target }: UnhealthyTarget): string {
  return `${target.id}:${target.port}`;
}

function emitTargets(
  { targetGroupArns }: DiagnosedService,
  found: readonly UnhealthyTarget[],
  progress: Progress,
): void {
  progress.emit({
    kind: 'targets',
    targetGroupArn: targetGroupArns.join(', '),
    targets: found.map(({ target }) => target),
  });
}
