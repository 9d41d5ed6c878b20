import type { AwsReader } from './aws.ts';

/** How many tasks and instances there were, as ECS says it; one entry per change. */
export interface Observer {
  readonly tasks: readonly number[];
  readonly instances: readonly number[];
  /** Forgets how the system came up: the series start with what is there now. */
  begin(): void;
  /** Starts a note of what changes from now on; the returned function reads it. */
  since(): () => string;
  /** Waits until every rollout of the service is over and its old tasks are gone; false where they are not in time. */
  settled(withinMs: number): Promise<boolean>;
  /** Waits until the newest counts satisfy the condition; false where they do not in time. */
  until(condition: (tasks: number, instances: number) => boolean, withinMs: number): Promise<boolean>;
  stop(): void;
}

const EVERY_MS = 500;

/** Watches the desired and running tasks of a service between rollouts, and the container instances of its cluster. */
export function observe(aws: AwsReader, cluster: string, service: string): Observer {
  const tasks: number[] = [];
  const instances: number[] = [];
  let live = true;
  let rolling = true;
  let trouble: unknown;
  const look = async (): Promise<void> => {
    const [{ services }, { containerInstanceArns }] = await Promise.all([
      aws.json<{ services: { desiredCount: number; runningCount: number; deployments: unknown[] }[] }>(
        'ecs',
        'DescribeServices',
        {
          cluster,
          services: [service],
        },
      ),
      aws.json<{ containerInstanceArns: string[] }>('ecs', 'ListContainerInstances', { cluster }),
    ]);
    const [seen] = services;
    rolling = !seen || seen.deployments.length > 1 || seen.runningCount !== seen.desiredCount;
    if (seen && !rolling) append(tasks, seen.runningCount);
    append(instances, containerInstanceArns.length);
  };
  const loop = (async () => {
    while (live) {
      // Before the cluster exists and once the emulator is being stopped there is nothing to see.
      await look().catch((error: unknown) => {
        trouble = error;
      });
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  const wait = async (condition: () => boolean, withinMs: number): Promise<boolean> => {
    const deadline = Date.now() + withinMs;
    while (!condition()) {
      if (Date.now() > deadline) {
        if (trouble && tasks.length === 0) throw trouble;
        return false;
      }
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS / 2));
    }
    return true;
  };
  return {
    tasks,
    instances,
    begin: () => {
      for (const series of [tasks, instances]) series.splice(0, series.length - 1);
    },
    since: () => {
      const from = (series: readonly number[]): number => Math.max(0, series.length - 1);
      const [firstTask, firstInstance] = [from(tasks), from(instances)];
      return () =>
        `tasks ${tasks.slice(firstTask).join(' → ')}, instances ${instances.slice(firstInstance).join(' → ')}`;
    },
    settled: async (withinMs) => {
      // What was seen before the rollout must not count.
      rolling = true;
      return wait(() => !rolling, withinMs);
    },
    until: (condition, withinMs) => wait(() => condition(tasks.at(-1) ?? 0, instances.at(-1) ?? 0), withinMs),
    stop: () => {
      live = false;
      void loop;
    },
  };
}

function append(series: number[], count: number): void {
  if (series.at(-1) !== count) series.push(count);
}
