import type { DeploymentConfiguration } from '../../../shapes/ecs.d.ts';
import { fillBreaker } from '../deployments/circuit-breaker.ts';
import { invalidParameter, unsupported } from '../refusals.ts';
import type { FilledDeploymentConfiguration } from '../scheduler/record.ts';

/**
 * The configuration as DescribeServices shows it. An update keeps what it does not mention: AWS does not document that for
 * the parts within `deploymentConfiguration`, so clients do well to send all of it.
 */
export function fillDeploymentConfiguration(
  given: DeploymentConfiguration = {},
  before?: FilledDeploymentConfiguration,
): FilledDeploymentConfiguration {
  const { strategy = before?.strategy ?? 'ROLLING', earlySuccessCriteria: criteria } = given;
  if (strategy !== 'ROLLING')
    throw unsupported(`This emulator carries out deployments with the strategy ROLLING, not with ${strategy}.`);
  if (given.lifecycleHooks?.length) throw unsupported('This emulator runs no deployment lifecycle hooks.');
  const merged: FilledDeploymentConfiguration = {
    ...before,
    ...given,
    deploymentCircuitBreaker: given.deploymentCircuitBreaker
      ? fillBreaker(given.deploymentCircuitBreaker)
      : (before?.deploymentCircuitBreaker ?? { enable: false, rollback: false }),
    ...(criteria
      ? {
          earlySuccessCriteria: {
            ...criteria,
            sourceServiceRevisionCleanup: criteria.sourceServiceRevisionCleanup ?? 'BLOCKING',
          },
        }
      : {}),
    maximumPercent: given.maximumPercent ?? before?.maximumPercent ?? 200,
    minimumHealthyPercent: given.minimumHealthyPercent ?? before?.minimumHealthyPercent ?? 100,
    strategy,
    bakeTimeInMinutes: given.bakeTimeInMinutes ?? before?.bakeTimeInMinutes ?? 0,
  };
  check(merged);
  return merged;
}

function check(configuration: FilledDeploymentConfiguration): void {
  const { minimumHealthyPercent: least, maximumPercent: most, earlySuccessCriteria, alarms } = configuration;
  if (least < 0 || least > 100) throw invalidParameter('minimumHealthyPercent must be between 0 and 100.');
  if (most < 100) throw invalidParameter('maximumPercent must be at least 100.');
  if (least === 100 && most === 100)
    throw invalidParameter(
      'Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.',
    );
  const threshold = configuration.deploymentCircuitBreaker?.thresholdConfiguration;
  if (threshold && (threshold.value < 1 || (threshold.type !== 'COUNT' && threshold.value > 100)))
    throw invalidParameter(`The threshold value ${threshold.value} is invalid for the type ${threshold.type}.`);
  if (alarms?.enable && alarms.alarmNames.length === 0)
    throw invalidParameter('Deployment alarms are enabled without an alarm name.');
  if (!earlySuccessCriteria?.enable) return;
  if (earlySuccessCriteria.healthyPercent === undefined)
    throw invalidParameter('healthyPercent is required when earlySuccessCriteria is enabled.');
  if (earlySuccessCriteria.healthyPercent < least)
    throw invalidParameter('healthyPercent must be greater than or equal to minimumHealthyPercent.');
}
