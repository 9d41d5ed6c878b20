import { AwsError } from '../../../../core/errors.ts';
import type { ContinueServiceDeploymentRequest } from '../../../../shapes/ecs.d.ts';
import { invalidParameter } from '../../refusals.ts';
import { isFinal, type ServiceDeploymentRecord } from '../record.ts';
import { isHookId } from './ids.ts';

/** Answers a pause. Texts: [doc troubleshooting-blue-green]; the exceptions that carry them are an estimate. */
export function answerPause(
  record: ServiceDeploymentRecord,
  { hookId, action = 'CONTINUE' }: Pick<ContinueServiceDeploymentRequest, 'hookId' | 'action'>,
): void {
  if (!isHookId(hookId)) throw invalidParameter('Invalid hookId: hookId must follow the format: ecs-{hookType}-{id}');
  if (isFinal(record))
    throw new AwsError(
      'ConflictException',
      'Continuing a service deployment is not allowed for service deployment in terminal states.',
    );
  const hook = record.status === 'IN_PROGRESS' ? record.shift?.hooks.find(({ id }) => id === hookId) : undefined;
  if (hook?.status !== 'AWAITING_ACTION')
    throw invalidParameter(
      'Provided hookId is either completed, unavailable, or not associated with the given Resource ARN',
    );
  hook.status = action === 'CONTINUE' ? 'SUCCEEDED' : 'FAILED';
  if (action === 'ROLLBACK') hook.reason = `a rollback was requested at the ${hook.phase.stage} pause hook.`;
}
