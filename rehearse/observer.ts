import type { AwsReader } from './aws.ts';

/** How many tasks and instances there were, as ECS says it; one entry per change. */
export interface Observer {
  readonly tasks: readonly number[];
  readonly instances: readonly number[];
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
    if (seen && seen.deployments.length === 1 && seen.runningCount === seen.desiredCount)
      append(tasks, seen.runningCount);
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
  return {
    tasks,
    instances,
    until: async (condition, withinMs) => {
      const deadline = Date.now() + withinMs;
      while (!condition(tasks.at(-1) ?? 0, instances.at(-1) ?? 0)) {
        if (Date.now() > deadline) {
          if (trouble && tasks.length === 0) throw trouble;
          return false;
        }
        await new Promise((resolve) => setTimeout(resolve, EVERY_MS / 2));
      }
      return true;
    },
    stop: () => {
      live = false;
      void loop;
    },
  };
}

function append(series: number[], count: number): void {
  if (series.at(-1) !== count) series.push(count);
}
