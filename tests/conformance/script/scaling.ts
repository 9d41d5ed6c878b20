import type { ScriptItem } from '../step.ts';

const TARGET = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/conformance/web',
  ScalableDimension: 'ecs:service:DesiredCount',
};
const step = (PolicyName: string, ScalingAdjustment: number) => ({
  ...TARGET,
  PolicyName,
  PolicyType: 'StepScaling',
  StepScalingPolicyConfiguration: {
    AdjustmentType: 'ChangeInCapacity',
    Cooldown: 60,
    MetricAggregationType: 'Average',
    StepAdjustments: [
      ScalingAdjustment > 0
        ? { MetricIntervalLowerBound: 0, ScalingAdjustment }
        : { MetricIntervalUpperBound: 0, ScalingAdjustment },
    ],
  },
});

/** The scalable target of the service, its policies, and the alarms that drive them. */
export const scaling: readonly ScriptItem[] = [
  {
    service: 'application-autoscaling',
    operation: 'PutScalingPolicy',
    input: step('out', 1),
    refused: 'ObjectNotFoundException',
  },
  {
    service: 'application-autoscaling',
    operation: 'RegisterScalableTarget',
    input: { ...TARGET, MinCapacity: 2, MaxCapacity: 4 },
  },
  {
    service: 'application-autoscaling',
    operation: 'DescribeScalableTargets',
    input: { ServiceNamespace: 'ecs', ResourceIds: [TARGET.ResourceId], ScalableDimension: TARGET.ScalableDimension },
    fields: ['ScalableTargets.0.MinCapacity', 'ScalableTargets.0.MaxCapacity', 'ScalableTargets.0.ResourceId'],
    cli: true,
  },
  {
    service: 'application-autoscaling',
    operation: 'PutScalingPolicy',
    input: step('out', 1),
    save: { policy: 'PolicyARN' },
  },
  { service: 'application-autoscaling', operation: 'PutScalingPolicy', input: step('in', -1) },
  {
    service: 'application-autoscaling',
    operation: 'DescribeScalingPolicies',
    input: { ...TARGET, PolicyNames: ['out'] },
    fields: [
      'ScalingPolicies.0.PolicyType',
      'ScalingPolicies.0.StepScalingPolicyConfiguration.AdjustmentType',
      'ScalingPolicies.0.StepScalingPolicyConfiguration.Cooldown',
    ],
    cli: true,
  },
  { service: 'application-autoscaling', paginate: 'DescribeScalingPolicies', input: TARGET, pageSize: 1 },
  {
    service: 'cloudwatch',
    operation: 'PutMetricAlarm',
    input: {
      AlarmName: 'conformance',
      MetricName: 'CPUUtilization',
      Namespace: 'AWS/ECS',
      Statistic: 'Average',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 40,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Dimensions: [
        { Name: 'ClusterName', Value: 'conformance' },
        { Name: 'ServiceName', Value: 'web' },
      ],
      AlarmActions: ['<policy>'],
      Tags: [{ Key: 'team', Value: 'web' }],
    },
  },
  {
    service: 'cloudwatch',
    operation: 'DescribeAlarms',
    input: { AlarmNames: ['conformance'] },
    save: { alarm: 'MetricAlarms.0.AlarmArn' },
    fields: [
      'MetricAlarms.0.Threshold',
      'MetricAlarms.0.Period',
      'MetricAlarms.0.Statistic',
      'MetricAlarms.0.ComparisonOperator',
      'MetricAlarms.0.ActionsEnabled',
      'MetricAlarms.0.Dimensions',
    ],
  },
  {
    service: 'cloudwatch',
    operation: 'ListTagsForResource',
    input: { ResourceARN: '<alarm>' },
    fields: ['Tags'],
    cli: true,
  },
  { service: 'cloudwatch', operation: 'DeleteAlarms', input: { AlarmNames: ['conformance'] } },
  {
    service: 'cloudwatch',
    operation: 'DescribeAlarms',
    input: { AlarmNames: ['conformance'] },
    fields: ['MetricAlarms'],
  },
  {
    service: 'cloudwatch',
    operation: 'ListTagsForResource',
    input: { ResourceARN: '<alarm>' },
    refused: 'ResourceNotFoundException',
  },
  {
    service: 'application-autoscaling',
    operation: 'DeleteScalingPolicy',
    input: { ...TARGET, PolicyName: 'in' },
  },
  {
    service: 'application-autoscaling',
    operation: 'DeleteScalingPolicy',
    input: { ...TARGET, PolicyName: 'in' },
    refused: 'ObjectNotFoundException',
  },
  { service: 'application-autoscaling', operation: 'DeregisterScalableTarget', input: TARGET },
  {
    service: 'application-autoscaling',
    operation: 'DeregisterScalableTarget',
    input: TARGET,
    refused: 'ObjectNotFoundException',
  },
];
