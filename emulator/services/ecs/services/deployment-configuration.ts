import type { DeploymentConfiguration } from '../../../shapes/ecs.d.ts';
import { fillBreaker } from '../deployments/circuit-breaker.ts';
import { invalidParameter } from '../refusals.ts';
import type { FilledDeploymentConfiguration } from '../scheduler/record.ts';
import { shiftsTraffic } from '../scheduler/strategies.ts';
import { fillHooks } from './lifecycle-hooks.ts';
import { fillShift } from './traffic-shift.ts';

/**
 * The configuration as DescribeServices shows it. An update keeps what it does not mention: AWS does not document that
 * for the parts within `deploymentConfiguration`, so clients do well to send all of it. What only another strategy has
 * is dropped when the strategy changes.
 */
export function fillDeploymentConfiguration(
  given: DeploymentConfiguration = {},
  before?: FilledDeploymentConfiguration,
): FilledDeploymentConfiguration {
  const { strategy = before?.strategy ?? 'ROLLING', earlySuccessCriteria: criteria } = given;
  const kept = before?.strategy === strategy ? before : withoutStrategy(before);
  const { linearConfiguration, canaryConfiguration, lifecycleHooks, ...shared } = { ...kept, ...given };
  const hooks = given.lifecycleHooks ? fillHooks(given.lifecycleHooks, strategy) : kept?.lifecycleHooks;
  const merged: FilledDeploymentConfiguration = {
    ...shared,
    ...fillShift(strategy, { linearConfiguration, canaryConfiguration }),
    ...(hooks?.length ? { lifecycleHooks: hooks } : {}),
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
    bakeTimeInMinutes: bakeTimeOf(strategy, given.bakeTimeInMinutes ?? kept?.bakeTimeInMinutes),
  };
  check(merged);
  return merged;
}

function withoutStrategy(before: FilledDeploymentConfiguration | undefined) {
  const { strategy, bakeTimeInMinutes, earlySuccessCriteria, lifecycleHooks, ...shared } = before ?? {};
  return {
    ...shared,
    linearConfiguration: undefined,
    canaryConfiguration: undefined,
    lifecycleHooks: undefined,
    bakeTimeInMinutes: undefined,
  };
}

/** "You must provide this parameter when you use the BLUE_GREEN deployment strategy" [DeploymentConfiguration]. */
function bakeTimeOf(strategy: FilledDeploymentConfiguration['strategy'], minutes: number | undefined): number {
  if (minutes === undefined && strategy === 'BLUE_GREEN')
    throw invalidParameter('bakeTimeInMinutes must be specified when the deployment strategy is BLUE_GREEN.');
  if (minutes !== undefined && (minutes < 0 || minutes > 1440))
    throw invalidParameter('bakeTimeInMinutes must be between 0 and 1440.');
  return minutes ?? 0;
}

function check(configuration: FilledDeploymentConfiguration): void {
  const { minimumHealthyPercent: least, maximumPercent: most, earlySuccessCriteria, alarms } = configuration;
  const rolling = !shiftsTraffic(configuration);
  if (least < 0 || least > 100) throw invalidParameter('minimumHealthyPercent must be between 0 and 100.');
  if (most < 100) throw invalidParameter('maximumPercent must be at least 100.');
  if (rolling && least === 100 && most === 100)
    throw invalidParameter(
      'Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.',
    );
  const threshold = configuration.deploymentCircuitBreaker?.thresholdConfiguration;
  if (threshold && (threshold.value < 1 || (threshold.type !== 'COUNT' && threshold.value > 100)))
    throw invalidParameter(`The threshold value ${threshold.value} is invalid for the type ${threshold.type}.`);
  if (alarms?.enable && alarms.alarmNames.length === 0)
    throw invalidParameter('Deployment alarms are enabled without an alarm name.');
  if (!earlySuccessCriteria?.enable) return;
  if (!rolling) throw invalidParameter('earlySuccessCriteria is only supported with the ROLLING deployment strategy.');
  if (earlySuccessCriteria.healthyPercent === undefined)
    throw invalidParameter('healthyPercent is required when earlySuccessCriteria is enabled.');
  if (earlySuccessCriteria.healthyPercent < least)
    throw invalidParameter('healthyPercent must be greater than or equal to minimumHealthyPercent.');
}
