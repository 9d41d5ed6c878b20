import { z } from 'zod';
import { text } from './formats.ts';

const alarmName = text('an alarm name', 'Use 1 to 255 characters.', /^.{1,255}$/);
const policyName = text('a policy name', 'Use 1 to 255 letters, digits and -_.', /^[\w-]{1,255}$/);
const cooldown = z.int().min(0).max(86400);

interface StepDefaults {
  readonly suffix: 'scale-out' | 'scale-in';
  readonly comparisonOperator: 'GreaterThanOrEqualToThreshold' | 'LessThanThreshold';
  readonly evaluationPeriods: number;
  readonly adjustment: { readonly min: number; readonly max: number; readonly usual: number };
  readonly description: string;
}

const stepAdjustment = z.strictObject({
  metricIntervalLowerBound: z.number().optional().meta({
    description:
      'Lower bound of the range, as a distance from the threshold (negative below it); unbounded if left out.',
  }),
  metricIntervalUpperBound: z
    .number()
    .optional()
    .meta({ description: 'Upper bound of the range, itself excluded; unbounded if left out.' }),
  scalingAdjustment: z.int().min(-5000).max(5000).meta({ description: 'The adjustment in this range.' }),
});

function step({ suffix, comparisonOperator, evaluationPeriods, adjustment, description }: StepDefaults) {
  return z
    .strictObject({
      alarmName: alarmName.optional().meta({
        description: 'Name of the alarm, unique in the account.',
        'x-default': `\`<cluster>-<service>-${suffix}\``,
      }),
      policyName: policyName
        .optional()
        .meta({ description: 'Name of the scaling policy.', 'x-default': `\`<cluster>-<service>-${suffix}\`` }),
      metricName: z
        .enum(['CPUUtilization', 'MemoryUtilization'])
        .default('CPUUtilization')
        .meta({ description: "The service's average, in percent of what its tasks reserve." }),
      comparisonOperator: z
        .enum([
          'GreaterThanOrEqualToThreshold',
          'GreaterThanThreshold',
          'LessThanThreshold',
          'LessThanOrEqualToThreshold',
        ])
        .default(comparisonOperator)
        .meta({ description: 'How the metric is compared.' }),
      threshold: z.number().min(0).max(1000).meta({ description: 'Percentage to compare with.' }),
      period: z
        .int()
        .min(60)
        .max(86400)
        .multipleOf(60)
        .default(60)
        .meta({ description: 'Seconds over which the metric is averaged, a multiple of 60.' }),
      evaluationPeriods: z
        .int()
        .min(1)
        .max(100)
        .default(evaluationPeriods)
        .meta({ description: 'How many periods in a row fire the alarm.' }),
      scalingAdjustment: z
        .int()
        .min(adjustment.min)
        .max(adjustment.max)
        .default(adjustment.usual)
        .meta({ description: 'Tasks to add; a negative number removes tasks.' }),
      adjustmentType: z
        .enum(['ChangeInCapacity', 'PercentChangeInCapacity', 'ExactCapacity'])
        .default('ChangeInCapacity')
        .meta({ description: 'Whether adjustments are tasks, a percentage, or the count itself.' }),
      minAdjustmentMagnitude: z
        .int()
        .min(1)
        .max(5000)
        .optional()
        .meta({ description: 'Minimum number of tasks that a percentage adds or removes.' }),
      stepAdjustments: z.array(stepAdjustment).min(1).max(20).optional().meta({
        description: 'Instead of `scalingAdjustment`: one adjustment for each range of distances from the threshold.',
      }),
      cooldown: cooldown.default(60).meta({ description: 'Seconds between two steps.' }),
    })
    .optional()
    .meta({ description });
}

const targetTracking = z.strictObject({
  policyName: policyName
    .optional()
    .meta({ description: 'Name of the scaling policy.', 'x-default': '`<cluster>-<service>-<predefinedMetricType>`' }),
  predefinedMetricType: z
    .enum([
      'ECSServiceAverageCPUUtilization',
      'ECSServiceAverageCPUUtilizationHighResolution',
      'ECSServiceAverageMemoryUtilization',
      'ECSServiceAverageMemoryUtilizationHighResolution',
      'ALBRequestCountPerTarget',
    ])
    .meta({
      description:
        'The metric that is kept at the target. High resolution needs `monitoring`; requests are those of the first target group.',
    }),
  targetValue: z
    .number()
    .min(1)
    .max(10_000_000)
    .meta({ description: 'The percentage to keep, or requests per task and minute.' }),
  scaleInCooldown: cooldown.default(300).meta({ description: 'Cooldown in seconds after tasks were removed.' }),
  scaleOutCooldown: cooldown.default(60).meta({ description: 'Cooldown in seconds after tasks were added.' }),
  disableScaleIn: z.boolean().default(false).meta({ description: 'Whether the policy only ever adds tasks.' }),
});

const predictive = z.strictObject({
  policyName: policyName
    .optional()
    .meta({ description: 'Name of the scaling policy.', 'x-default': '`<cluster>-<service>-predictive-<pair>`' }),
  predefinedMetricPairType: z
    .enum(['ECSServiceCPUUtilization', 'ECSServiceMemoryUtilization'])
    .meta({ description: 'The metrics: the load that is forecast, and the utilisation that is kept at the target.' }),
  targetValue: z.number().min(1).max(1000).meta({ description: 'The percentage to keep.' }),
  mode: z
    .enum(['ForecastOnly', 'ForecastAndScale'])
    .default('ForecastOnly')
    .meta({ description: 'Whether tasks are added ahead of the forecast, or the forecast is only made.' }),
  schedulingBufferTime: z
    .int()
    .min(0)
    .max(3600)
    .default(300)
    .meta({ description: 'Seconds that tasks start ahead of the forecast.' }),
  maxCapacityBuffer: z.int().min(0).max(100).optional().meta({
    description:
      'Percentage of the forecast by which maxCapacity may be exceeded; if left out, maxCapacity is never exceeded.',
  }),
});

const suspendedState = z
  .strictObject({
    dynamicScalingInSuspended: z.boolean().default(false).meta({ description: 'If `true`, policies remove no tasks.' }),
    dynamicScalingOutSuspended: z.boolean().default(false).meta({ description: 'If `true`, policies add no tasks.' }),
    scheduledScalingSuspended: z
      .boolean()
      .default(false)
      .meta({ description: 'If `true`, scheduled actions do not change the bounds.' }),
  })
  .optional()
  .meta({ description: 'Kinds of scaling that are suspended. If left out, they stay as they were set by hand.' });

/** `scaling` of service.yaml. */
export const scalingFile = z.strictObject({
  minCapacity: z.int().min(0).max(5000).meta({ description: 'Minimum number of tasks.' }),
  maxCapacity: z.int().min(1).max(5000).meta({ description: 'Maximum number of tasks.' }),
  scaleOut: step({
    suffix: 'scale-out',
    comparisonOperator: 'GreaterThanOrEqualToThreshold',
    evaluationPeriods: 1,
    adjustment: { min: 1, max: 100, usual: 1 },
    description: 'An alarm and what it adds; goes with `scaleIn`.',
  }),
  scaleIn: step({
    suffix: 'scale-in',
    comparisonOperator: 'LessThanThreshold',
    evaluationPeriods: 3,
    adjustment: { min: -100, max: -1, usual: -1 },
    description: 'An alarm and what it removes; goes with `scaleOut`.',
  }),
  targetTracking: z.array(targetTracking).default([]).meta({ description: 'Policies that keep a metric at a target.' }),
  predictive: z
    .array(predictive)
    .default([])
    .meta({ description: 'Policies that scale ahead of what AWS forecasts; they only ever add tasks.' }),
  suspendedState,
  drivesInstances: z.boolean().default(false).meta({
    description:
      "Whether this service's two alarms also scale the instances: exactly one, with `instanceScaling: alarms`.",
  }),
});

export type ScalingFile = z.output<typeof scalingFile>;
export type StepFile = NonNullable<ScalingFile['scaleOut']>;
