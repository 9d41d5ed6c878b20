import { revisionName } from '../../../model/arn.ts';
import type { JsonObject } from '../../../model/json.ts';
import type { Outcome } from '../../../model/outcome.ts';
import type { BeforeDeployment } from '../../../model/service.ts';
import { beforeDeploymentRequest, overriddenDefinition } from '../../../plan/service/before-deployment.ts';
import type { ServiceRun } from '../context.ts';
import type { BeforeEnding } from './before-ending.ts';
import { waitForEarlierTask } from './earlier-task.ts';
import { followTask } from './follow-task.ts';
import { type StartedTask, startTask, type TaskOrder } from './start-task.ts';

/** Runs the task that has to end well before the service is updated, with the revision that the service is to get. */
export async function runBeforeDeployment(
  run: ServiceRun,
  before: BeforeDeployment,
  { taskDefinition, definition }: { readonly taskDefinition: string; readonly definition: JsonObject },
): Promise<BeforeEnding> {
  const { service, outputs, clock } = run;
  const deadline = clock.now() + before.timeoutSeconds * 1000;
  const busy = await waitForEarlierTask(run, deadline);
  if (busy.length > 0) return { kind: 'ended', outcome: stillWorking(busy) };
  const request = beforeDeploymentRequest(service, before, outputs, taskDefinition);
  const order = { request, taskDefinition, definition: overriddenDefinition(definition, before), deadline };
  const start = await startTask(run, order);
  if (start.kind === 'not-started') return { kind: 'ended', outcome: notStarted(start, order) };
  return followTask(run, start.task, before, order);
}

function stillWorking(ids: readonly string[]): Outcome {
  return {
    kind: 'failed',
    summary: `The service was not updated: task ${ids.join(', ')} of an earlier run was still running at the deadline.`,
    evidence: [],
    nextStep:
      'Run the job again when it has ended, or stop it in ECS; raise timeoutSeconds of beforeDeployment if it only needs more time.',
  };
}

function notStarted(
  { reasons, proof }: Extract<StartedTask, { readonly kind: 'not-started' }>,
  { taskDefinition }: TaskOrder,
): Outcome {
  const cause = proof?.cause ?? `ECS could not place it (${reasons.join('; ')})`;
  return {
    kind: 'failed',
    summary: `The service was not updated: the task of ${revisionName(taskDefinition)} before the deployment did not start: ${cause}.`,
    evidence: reasons.map((reason) => `RunTask: ${reason}`),
    nextStep:
      proof?.nextStep ??
      'Give the cluster room (a larger capacity.maxSize or instanceType in cluster.yaml) or smaller reservations in task-definition.yaml, then run the job again.',
  };
}
