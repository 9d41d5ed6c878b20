import type { Proof } from '../../../health/proof/proof.ts';
import { isPassingRefusal } from '../../../health/task/standalone-task.ts';
import { arnName, revisionName } from '../../../model/arn.ts';
import type { JsonObject } from '../../../model/json.ts';
import type { TaskView } from '../../../model/service-views.ts';
import { revisionTags } from '../../../plan/service/service-tags.ts';
import type { TaskStart } from '../../../ports/standalone-tasks.ts';
import { remainingMs } from '../../deadline.ts';
import { uniqueName } from '../../observe/unique-name.ts';
import { waitFor } from '../../wait.ts';
import { tellOfWrite } from '../../write.ts';
import type { ServiceRun } from '../context.ts';
import { proveNoPlace } from './no-place.ts';

const AGAIN_EVERY_MS = 5_000;

export interface TaskOrder {
  /** RunTask's shape. */
  readonly request: JsonObject;
  /** The ARN of the revision that the task runs. */
  readonly taskDefinition: string;
  /** The revision's definition with the overrides applied. */
  readonly definition: JsonObject;
  /** On the clock. */
  readonly deadline: number;
}

export type StartedTask =
  | { readonly kind: 'started'; readonly task: TaskView }
  | { readonly kind: 'not-started'; readonly reasons: readonly string[]; readonly proof: Proof | undefined };

/**
 * Starts the task. Where ECS finds no room at this moment it is asked again until the deadline; what no waiting changes
 * is given up at once.
 */
export async function startTask(run: ServiceRun, order: TaskOrder): Promise<StartedTask> {
  const { cluster, service, tasks, clock } = run;
  const { request, taskDefinition, definition, deadline } = order;
  const tags = revisionTags(cluster, service, run.commit);
  // Kept until ECS answers: after an answer that was lost, the repetition must not start a second task.
  let clientToken = uniqueName(clock);
  const { view } = await waitFor(
    {
      subject: `a task of ${revisionName(taskDefinition)}`,
      observe: async (): Promise<{ readonly start: TaskStart; readonly proof: Proof | undefined }> => {
        const start = await tasks.run(cluster.name, { ...request, clientToken }, tags);
        clientToken = uniqueName(clock);
        return { start, proof: start.kind === 'refused' ? await proveNoPlace(run, request, definition) : undefined };
      },
      assess: ({ start, proof }) => {
        if (start.kind === 'started') return { state: 'healthy', message: 'started' };
        const message = `ECS cannot place it: ${start.reasons.join('; ')}`;
        return { state: proof || !isPassingRefusal(start.reasons) ? 'failed' : 'pending', message };
      },
      withinMs: remainingMs({ deadline, clock }),
      everyMs: AGAIN_EVERY_MS,
      signal: run.signal,
    },
    run,
  );
  const { start, proof } = view;
  if (start.kind === 'refused') return { kind: 'not-started', reasons: start.reasons, proof };
  const id = arnName(start.task.arn);
  tellOfWrite(`task ${id} of ${revisionName(taskDefinition)} before the deployment`, run);
  return start;
}
