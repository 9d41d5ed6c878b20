import type { DeploymentConfiguration } from '../../../shapes/ecs.d.ts';
import { CANARY_DEFAULTS } from '../deployments/shifting/canary.ts';
import { LINEAR_DEFAULTS } from '../deployments/shifting/linear.ts';
import { invalidParameter } from '../refusals.ts';
import type { FilledDeploymentConfiguration } from '../scheduler/record.ts';

type Given = Pick<DeploymentConfiguration, 'linearConfiguration' | 'canaryConfiguration'>;
type Filled = Pick<FilledDeploymentConfiguration, 'linearConfiguration' | 'canaryConfiguration'>;

/**
 * The part of a deployment configuration that only LINEAR or only CANARY has, with its defaults; refuses the other's.
 */
export function fillShift(
  strategy: FilledDeploymentConfiguration['strategy'],
  { linearConfiguration, canaryConfiguration }: Given,
): Filled {
  if (linearConfiguration && strategy !== 'LINEAR') throw misplaced('linearConfiguration', 'LINEAR');
  if (canaryConfiguration && strategy !== 'CANARY') throw misplaced('canaryConfiguration', 'CANARY');
  switch (strategy) {
    case 'ROLLING':
    case 'BLUE_GREEN':
      return {};
    case 'LINEAR': {
      const {
        stepPercent = LINEAR_DEFAULTS.stepPercent,
        stepBakeTimeInMinutes = LINEAR_DEFAULTS.stepBakeTimeInMinutes,
      } = linearConfiguration ?? {};
      checkPercent('stepPercent', stepPercent, 3);
      checkMinutes('stepBakeTimeInMinutes', stepBakeTimeInMinutes);
      return { linearConfiguration: { stepPercent, stepBakeTimeInMinutes } };
    }
    case 'CANARY': {
      const {
        canaryPercent = CANARY_DEFAULTS.canaryPercent,
        canaryBakeTimeInMinutes = CANARY_DEFAULTS.canaryBakeTimeInMinutes,
      } = canaryConfiguration ?? {};
      checkPercent('canaryPercent', canaryPercent, 0.1);
      checkMinutes('canaryBakeTimeInMinutes', canaryBakeTimeInMinutes);
      return { canaryConfiguration: { canaryPercent, canaryBakeTimeInMinutes } };
    }
  }
}

const misplaced = (field: string, strategy: string) =>
  invalidParameter(`${field} is only valid when the deployment strategy is ${strategy}.`);

function checkPercent(field: string, value: number, least: number): void {
  const tenths = value * 10;
  if (value < least || value > 100 || Math.abs(tenths - Math.round(tenths)) > 1e-9)
    throw invalidParameter(`${field} must be a multiple of 0.1 between ${least.toFixed(1)} and 100.0.`);
}

function checkMinutes(field: string, value: number): void {
  if (value < 0 || value > 1440) throw invalidParameter(`${field} must be between 0 and 1440.`);
}
