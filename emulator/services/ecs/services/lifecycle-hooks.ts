import type { DeploymentLifecycleHook } from '../../../shapes/ecs.d.ts';
import type { FilledHook } from '../deployments/hooks/record.ts';
import { invalidParameter, unsupported } from '../refusals.ts';
import type { FilledDeploymentConfiguration } from '../scheduler/record.ts';

const MOST_OF_A_KIND = 10;
/** [doc pause-lifecycle-hooks]: 14 days. */
const LONGEST_MINUTES = 20_160;
const DEFAULT_TIMEOUT = { timeoutInMinutes: 1440, action: 'ROLLBACK' } as const;
const PAUSES: readonly string[] = [
  'PRE_SCALE_UP',
  'POST_SCALE_UP',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRE_PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
];

/** A service's lifecycle hooks with AWS's defaults; refuses what AWS refuses of them. */
export function fillHooks(
  given: readonly DeploymentLifecycleHook[],
  strategy: FilledDeploymentConfiguration['strategy'],
): FilledHook[] {
  if (given.length > 0 && strategy === 'ROLLING')
    throw unsupported('This emulator runs no lifecycle hooks in ROLLING deployments.');
  const hooks = given.map(fillHook);
  for (const kind of ['AWS_LAMBDA', 'PAUSE'])
    if (hooks.filter(({ targetType }) => targetType === kind).length > MOST_OF_A_KIND)
      throw invalidParameter(`A service can have at most ${MOST_OF_A_KIND} lifecycle hooks with targetType ${kind}.`);
  return hooks;
}

function fillHook(given: DeploymentLifecycleHook): FilledHook {
  const { targetType = 'AWS_LAMBDA', lifecycleStages = [], hookTargetArn, roleArn } = given;
  const timeoutConfiguration = { ...DEFAULT_TIMEOUT, ...given.timeoutConfiguration };
  const { timeoutInMinutes, action } = timeoutConfiguration;
  if (lifecycleStages.length === 0) throw invalidParameter('lifecycleStages must be specified for a lifecycle hook.');
  if (targetType === 'PAUSE' && lifecycleStages.some((stage) => !PAUSES.includes(stage)))
    throw invalidParameter('Invalid lifecycle stage provided for Pause Hook');
  if (targetType === 'AWS_LAMBDA' && (hookTargetArn === undefined || roleArn === undefined))
    throw invalidParameter('hookTargetArn and roleArn must be specified for an AWS_LAMBDA lifecycle hook.');
  if (targetType === 'AWS_LAMBDA' && !/^arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:.+$/.test(hookTargetArn ?? ''))
    throw invalidParameter(`The hookTargetArn ${hookTargetArn} is not the ARN of a Lambda function.`);
  if (timeoutInMinutes === undefined || timeoutInMinutes < 1 || timeoutInMinutes > LONGEST_MINUTES)
    throw invalidParameter(`timeoutInMinutes must be between 1 and ${LONGEST_MINUTES}.`);
  return {
    ...given,
    targetType,
    lifecycleStages,
    timeoutConfiguration: { timeoutInMinutes, action: action ?? DEFAULT_TIMEOUT.action },
  };
}
