import type { Ecs } from '../context.ts';
import type { ContainerRecord, TaskRecord } from '../tasks/record.ts';
import type { InstanceRecord } from './record.ts';
import type { StartedContainer } from './start-container.ts';

/** What the parts of an agent's work on one task share. */
export interface TaskLife {
  readonly ecs: Ecs;
  readonly instance: InstanceRecord;
  readonly task: TaskRecord;
  readonly started: Map<ContainerRecord, StartedContainer>;
  /** `stopping`: the containers get their stop signal. `dead`: the host is gone. */
  state: 'living' | 'stopping' | 'dead';
  readonly changes: Changes;
  /** Ends what watches the containers. */
  readonly unwatch: Set<() => void>;
}

export interface Changes {
  /** Something about the task is other than before. */
  tell(): void;
  /** Resolves as soon as the test holds, which is looked at now and after every change. */
  until(test: () => boolean): Promise<void>;
}

export function trackChanges(): Changes {
  const waiters = new Set<() => void>();
  return {
    tell: () => {
      for (const look of [...waiters]) look();
    },
    until: (test) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!test()) return;
          waiters.delete(look);
          resolve();
        };
        waiters.add(look);
        look();
      }),
  };
}
