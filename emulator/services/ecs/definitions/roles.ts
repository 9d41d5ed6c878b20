import type { RegisterTaskDefinitionRequest } from '../../../shapes/ecs.d.ts';
import { clientError } from '../refusals.ts';

/** A role's ARN or its name. Whether there is such a role shows only when a task starts. */
const ROLE = /^(arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,576}|[\w+=,.@-]{1,64})$/;

/** Roles that are none, and what a task cannot have without an execution role. */
export function checkRoles({
  taskRoleArn,
  executionRoleArn,
  containerDefinitions,
}: RegisterTaskDefinitionRequest): void {
  for (const role of [taskRoleArn, executionRoleArn])
    if (role !== undefined && !ROLE.test(role)) throw clientError('Role is not valid');
  if (executionRoleArn !== undefined) return;
  // An empty list is refused too: https://github.com/aws/aws-sdk-go/issues/2370
  if (containerDefinitions.some(({ secrets, logConfiguration }) => secrets || logConfiguration?.secretOptions?.length))
    throw clientError(
      "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
    );
  if (containerDefinitions.some(({ repositoryCredentials }) => repositoryCredentials))
    throw clientError(
      'Private repository authentication requires that the task definition specify a value for executionRoleArn.',
    );
}
