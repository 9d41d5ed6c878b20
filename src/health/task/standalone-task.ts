import type { Health } from '../../model/health.ts';
import type { TaskView } from '../../model/service-views.ts';
import { explainStop } from './stopped-tasks.ts';

/** A task that runs to its end: well only if the container that decides ended with exit code 0. */
export function assessStandaloneTask(task: TaskView | undefined, containerName: string): Health {
  if (!task) return { state: 'pending', message: 'ECS does not show it yet' };
  const { lastStatus } = task;
  if (lastStatus !== 'STOPPED') return { state: 'pending', message: STATES[lastStatus] ?? lastStatus };
  const exitCode = task.containers.find(({ name }) => name === containerName)?.exitCode;
  if (exitCode === 0) return { state: 'healthy', message: `container ${containerName} ended with exit code 0` };
  return { state: 'failed', message: explainStop(task).text };
}

const STATES: Readonly<Record<string, string>> = {
  PROVISIONING: 'it waits for an instance that has room for it',
  PENDING: 'its instance pulls the images and starts the containers',
  ACTIVATING: 'its containers start',
  RUNNING: 'it runs',
  DEACTIVATING: 'its containers end',
  STOPPING: 'its containers end',
  DEPROVISIONING: 'its containers have ended',
};

/**
 * What no waiting changes: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html. Room
 * (`RESOURCE:…`) and an agent's connection (`AGENT`) come back.
 */
const LASTING = /MemberOf|^ATTRIBUTE|^LOCATION|^INACTIVE|^MISSING/i;

/** Whether a refusal of RunTask may pass: at least one instance lacks nothing but what it may have again. */
export function isPassingRefusal(reasons: readonly string[]): boolean {
  return reasons.length === 0 || reasons.some((reason) => !LASTING.test(reason));
}
