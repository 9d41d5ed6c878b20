import type { JsonObject } from '../model/json.ts';
import type { TaskView } from '../model/service-views.ts';

/** What RunTask answers: the task, or for which reasons ECS could not place it. */
export type TaskStart =
  | { readonly kind: 'started'; readonly task: TaskView }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** Tasks that belong to no service: they run to their end. */
export interface StandaloneTasks {
  /** One task. RunTask's shape without `cluster` and `tags`; with the same `clientToken` it may be repeated. */
  run(cluster: string, request: JsonObject, tags: Readonly<Record<string, string>>): Promise<TaskStart>;
  /** Stopped ones too, for at least an hour; undefined where ECS does not know it (yet). */
  describe(cluster: string, taskArn: string): Promise<TaskView | undefined>;
  /** Lists the tasks whose desired status is RUNNING. */
  startedBy(cluster: string, startedBy: string): Promise<readonly TaskView[]>;
  /** Lists the tasks of a family, those of services included. */
  ofFamily(cluster: string, family: string, desiredStatus: 'RUNNING' | 'STOPPED'): Promise<readonly TaskView[]>;
  stop(cluster: string, taskArn: string, reason: string): Promise<void>;
}
