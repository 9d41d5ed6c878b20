import { z } from 'zod';
import { DEFAULT_PERCENTS } from '../../model/rollout-bounds.ts';
import { awsEnum, awsMembers } from './aws-structures.ts';
import { lifecycleHooksFile } from './lifecycle-hook-file.ts';
import { bakeTimeFile, canaryFile, linearFile } from './traffic-shift-file.ts';

const threshold = z
  .strictObject({
    type: awsEnum('ThresholdType').meta({ description: 'What `value` counts.' }),
    value: z.int().min(1).meta({ description: 'Failed tasks, or their percentage of the desired count.' }),
  })
  .default({ type: 'COUNT', value: 3 })
  .meta({ description: 'How many failed tasks end the deployment.' });

const circuitBreaker = z
  .strictObject({
    enable: z.boolean().default(true).meta({ description: 'Whether failing tasks end the deployment.' }),
    rollback: z
      .boolean()
      .default(true)
      .meta({ description: 'Whether ECS then rolls back to the last successful deployment.' }),
    resetOnHealthyTask: z
      .boolean()
      .default(true)
      .meta({ description: 'Whether a healthy task starts the count again.' }),
    thresholdConfiguration: threshold,
  })
  .prefault({})
  .meta({ description: 'How ECS gives up on a deployment.' });

const earlySuccess = z
  .strictObject({
    enable: z
      .boolean()
      .default(true)
      .meta({ description: 'Whether a deployment can succeed before old tasks are gone.' }),
    healthyPercent: z
      .int()
      .min(0)
      .max(100)
      .default(100)
      .meta({ description: 'Percentage of new tasks that must be healthy.' }),
    sourceServiceRevisionCleanup: awsEnum('ServiceRevisionCleanup')
      .default('DEFERRED')
      .meta({ description: 'Whether old tasks drain before the deployment succeeds, or after.' }),
  })
  .prefault({})
  .meta({ description: 'When a rolling deployment counts as done.' });

const alarms = z
  .strictObject({
    alarmNames: z.array(z.string().min(1)).min(1).meta({ description: 'Alarms; any one of them ends the deployment.' }),
    enable: z.boolean().default(true).meta({ description: 'Whether they are watched.' }),
    rollback: z
      .boolean()
      .default(true)
      .meta({ description: 'Whether ECS then rolls back to the last successful deployment.' }),
  })
  .optional()
  .meta({ description: 'Alarms that are watched during a deployment.', 'x-default': 'none' });

/** `deploymentConfiguration` of service.yaml: ECS's own, with our defaults. */
export const deploymentConfigurationFile = z
  .strictObject({
    ...awsMembers('DeploymentConfiguration'),
    strategy: awsEnum('DeploymentStrategy').default('ROLLING').meta({ description: 'How new tasks replace old ones.' }),
    minimumHealthyPercent: z
      .int()
      .min(0)
      .max(100)
      .default(DEFAULT_PERCENTS.minimumHealthyPercent)
      .meta({ description: 'Percentage of the desired count that stays healthy.' }),
    maximumPercent: z
      .int()
      .min(0)
      .default(DEFAULT_PERCENTS.maximumPercent)
      .meta({ description: 'Percentage of the desired count that may run at once.' }),
    deploymentCircuitBreaker: circuitBreaker,
    earlySuccessCriteria: earlySuccess,
    alarms,
    bakeTimeInMinutes: bakeTimeFile,
    linearConfiguration: linearFile,
    canaryConfiguration: canaryFile,
    lifecycleHooks: lifecycleHooksFile,
  })
  .prefault({})
  .meta({
    description:
      'How deployments are done. Always sent completely, since AWS does not document what ECS does with keys that are left out.',
  });

export type DeploymentConfigurationFile = z.output<typeof deploymentConfigurationFile>;

/** Whether ECS moves traffic from one target group to another, instead of replacing the tasks of one. */
export function shiftsTraffic({ strategy }: Pick<DeploymentConfigurationFile, 'strategy'>): boolean {
  return strategy !== 'ROLLING';
}
