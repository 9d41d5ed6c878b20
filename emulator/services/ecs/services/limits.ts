import type { CreateServiceRequest } from '../../../shapes/ecs.d.ts';
import { invalidParameter } from '../refusals.ts';

/** Tasks of a service [doc service-quotas], and the seconds that an integer holds [API]. */
const MOST_TASKS = 5000;
const MOST_SECONDS = 2_147_483_647;

/** Refuses numbers that no service can have. */
export function checkLimits({
  desiredCount = 0,
  healthCheckGracePeriodSeconds: seconds = 0,
}: Pick<Partial<CreateServiceRequest>, 'desiredCount' | 'healthCheckGracePeriodSeconds'>): void {
  if (desiredCount < 0) throw invalidParameter('desiredCount must not be negative.');
  if (desiredCount > MOST_TASKS)
    throw invalidParameter(`desiredCount must be at most ${MOST_TASKS}, the quota of tasks per service.`);
  if (seconds < 0 || seconds > MOST_SECONDS)
    throw invalidParameter(`healthCheckGracePeriodSeconds must be between 0 and ${MOST_SECONDS}.`);
}

/** Commands run with the rights of the task's role, so that a task without one has none to run them with. */
export function checkExecuteCommand(
  enabled: boolean | undefined,
  { taskRoleArn }: { readonly taskRoleArn?: string | undefined },
  what: 'created' | 'updated',
): void {
  if (enabled && taskRoleArn === undefined)
    throw invalidParameter(
      `The service couldn't be ${what} because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.`,
    );
}
