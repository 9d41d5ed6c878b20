import { expect, test } from '@jest/globals';
import { serviceIssues } from '../../../tests/builders/config-files.ts';

const scaling = (more: string) => `scaling: { minCapacity: 2, maxCapacity: 4, ${more} }\n`;
const steps = (more: string) => scaling(`scaleOut: { threshold: 40, ${more} }, scaleIn: { threshold: 20 }`);
const tracking = (metric: string) => scaling(`targetTracking: [{ predefinedMetricType: ${metric}, targetValue: 40 }]`);

test.each<[string, string, string]>([
  [
    'an adjustment given twice',
    steps('scalingAdjustment: 1, stepAdjustments: [{ metricIntervalLowerBound: 0, scalingAdjustment: 1 }]'),
    'scalingAdjustment and stepAdjustments are both given. Keep one of them.',
  ],
  [
    'ranges with a gap',
    steps(
      'stepAdjustments: [{ metricIntervalLowerBound: 30, scalingAdjustment: 2 }, { metricIntervalLowerBound: 0, metricIntervalUpperBound: 20, scalingAdjustment: 1 }]',
    ),
    'Two ranges leave a gap: one ends at 20, this one begins at 30. Let each range begin where the one before ends.',
  ],
  [
    'ranges that overlap',
    steps(
      'stepAdjustments: [{ metricIntervalLowerBound: 0, scalingAdjustment: 1 }, { metricIntervalLowerBound: 10, scalingAdjustment: 2 }]',
    ),
    'Two ranges overlap: one ends at Infinity, this one begins at 10. Let each range begin where the one before ends.',
  ],
  [
    'a range without bounds',
    steps('stepAdjustments: [{ scalingAdjustment: 1 }]'),
    'This range has no bound. Give it metricIntervalLowerBound or metricIntervalUpperBound.',
  ],
  [
    'a range that ends before it begins',
    steps('stepAdjustments: [{ metricIntervalLowerBound: 9, metricIntervalUpperBound: 3, scalingAdjustment: 1 }]'),
    'This range begins at 9 and ends at 3. Put the lower bound below the upper.',
  ],
  [
    'a least number of tasks without a percentage',
    steps('minAdjustmentMagnitude: 2'),
    'minAdjustmentMagnitude cannot be used with ChangeInCapacity. Remove it, or write "adjustmentType: PercentChangeInCapacity".',
  ],
  [
    'two policies of one name',
    scaling(
      'targetTracking: [{ predefinedMetricType: ECSServiceAverageCPUUtilization, targetValue: 40, policyName: a }], predictive: [{ predefinedMetricPairType: ECSServiceCPUUtilization, targetValue: 40, policyName: a }]',
    ),
    'Another policy is already named "a". Give each policy its own policyName.',
  ],
  [
    'a metric that ECS does not publish',
    tracking('ECSServiceAverageCPUUtilizationHighResolution'),
    'ECS publishes ECSServiceAverageCPUUtilizationHighResolution only with "monitoring". Add "monitoring:", or drop HighResolution.',
  ],
  [
    'requests where traffic shifts between target groups',
    `${tracking('ALBRequestCountPerTarget')}deploymentConfiguration: { strategy: BLUE_GREEN }\n`,
    'ALBRequestCountPerTarget counts requests of one target group, and traffic shifts between two. Track CPU or memory, or write "strategy: ROLLING".',
  ],
])('scaling has %s', (_, text, issue) => {
  expect(serviceIssues(text).map((each) => each.replace(/^\S+ /, ''))).toContain(issue);
});

test.each([
  [
    'ranges beside each other',
    steps(
      'adjustmentType: PercentChangeInCapacity, minAdjustmentMagnitude: 1, stepAdjustments: [{ metricIntervalLowerBound: 20, scalingAdjustment: 50 }, { metricIntervalLowerBound: 0, metricIntervalUpperBound: 20, scalingAdjustment: 10 }]',
    ),
  ],
  ['requests of a rolling service', tracking('ALBRequestCountPerTarget')],
  ['what pauses', scaling('suspendedState: { dynamicScalingInSuspended: true }')],
])('scaling may have %s', (_, text) => {
  expect(serviceIssues(text)).toEqual([]);
});
