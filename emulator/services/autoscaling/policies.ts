import { AwsError } from '../../core/errors.ts';
import type {
  Alarm,
  DeletePolicyType,
  DescribePoliciesType,
  ExecutePolicyType,
  PoliciesType,
  PolicyARNType,
  PutScalingPolicyType,
  ScalingPolicy,
} from '../../shapes/autoscaling.d.ts';
import { isCoolingDown } from './desired-capacity.ts';
import { findLiveGroup, invalid } from './errors.ts';
import { page } from './pages.ts';
import { executePolicy } from './policy-execution.ts';
import { policySettings } from './policy-settings.ts';
import type { ScalingPolicyRecord } from './scaling-policy.ts';
import type { AutoScaling, Group } from './state.ts';
import { policyArn } from './state.ts';
import { trackedMetric } from './tracked-metric.ts';
import { deleteTrackingAlarms, putTrackingAlarms, trackingAlarmNames } from './tracking-alarms.ts';

/** The policy that a request names by name and group, or by ARN alone. */
function findPolicy(
  asg: AutoScaling,
  groupName: string | undefined,
  nameOrArn: string,
): { group: Group; policy: ScalingPolicyRecord } {
  const groups = groupName === undefined ? [...asg.groups.values()] : [findLiveGroup(asg, groupName)];
  for (const group of groups)
    for (const policy of group.policies.values())
      if (policy.name === nameOrArn || policy.arn === nameOrArn) return { group, policy };
  throw invalid(`PolicyName ${nameOrArn} not found`);
}

/** Every alarm whose actions name the policy, whoever made it. */
async function alarmsOf({ world }: AutoScaling, { arn }: ScalingPolicyRecord): Promise<Alarm[]> {
  const { MetricAlarms } = await world.call<{ MetricAlarms?: { AlarmName: string; AlarmArn: string }[] }>(
    'cloudwatch',
    'DescribeAlarms',
    { ActionPrefix: arn },
  );
  return (MetricAlarms ?? []).map(({ AlarmName, AlarmArn }) => ({ AlarmName, AlarmARN: AlarmArn }));
}

function settingsView({ settings, warmupSeconds }: ScalingPolicyRecord): ScalingPolicy {
  switch (settings.type) {
    case 'SimpleScaling':
      return {
        PolicyType: settings.type,
        AdjustmentType: settings.adjustmentType,
        ScalingAdjustment: settings.amount,
        MinAdjustmentMagnitude: settings.minMagnitude,
        Cooldown: settings.cooldownSeconds,
        StepAdjustments: [],
      };
    case 'StepScaling':
      return {
        PolicyType: settings.type,
        AdjustmentType: settings.adjustmentType,
        MinAdjustmentMagnitude: settings.minMagnitude,
        StepAdjustments: [...settings.steps],
        MetricAggregationType: settings.aggregation,
        EstimatedInstanceWarmup: warmupSeconds,
      };
    case 'TargetTrackingScaling':
      return {
        PolicyType: settings.type,
        TargetTrackingConfiguration: settings.tracking,
        StepAdjustments: [],
        EstimatedInstanceWarmup: warmupSeconds,
      };
  }
}

async function removePolicy(asg: AutoScaling, group: Group, { name, settings }: ScalingPolicyRecord): Promise<void> {
  group.policies.delete(name);
  if (settings.type === 'TargetTrackingScaling') await deleteTrackingAlarms(asg, settings.alarms);
}

/** A group takes its policies and their own alarms with it; alarms that others made stay. */
export async function removePolicies(asg: AutoScaling, group: Group): Promise<void> {
  for (const policy of group.policies.values()) await removePolicy(asg, group, policy);
}

export function policyOperations(asg: AutoScaling) {
  return {
    PutScalingPolicy: async (input: PutScalingPolicyType): Promise<PolicyARNType> => {
      const group = findLiveGroup(asg, input.AutoScalingGroupName);
      const before = group.policies.get(input.PolicyName);
      const known = before?.settings.type === 'TargetTrackingScaling' ? before.settings.alarms : undefined;
      const settings = policySettings(input, known ?? trackingAlarmNames(asg, group));
      if (settings.type === 'TargetTrackingScaling') trackedMetric(group.name, settings.tracking);
      if (before && before.settings.type !== settings.type)
        throw invalid(`The type of policy ${input.PolicyName} is ${before.settings.type} and can't be changed.`);
      const names = { group: group.name, policy: input.PolicyName };
      const policy: ScalingPolicyRecord = {
        name: input.PolicyName,
        arn: before?.arn ?? policyArn(asg, asg.world.random.uuid(), names),
        enabled: input.Enabled ?? true,
        warmupSeconds: input.EstimatedInstanceWarmup,
        settings,
      };
      group.policies.set(policy.name, policy);
      if (settings.type !== 'TargetTrackingScaling') return { PolicyARN: policy.arn, Alarms: [] };
      return { PolicyARN: policy.arn, Alarms: await putTrackingAlarms(asg, group, { arn: policy.arn, ...settings }) };
    },

    DeletePolicy: async ({ AutoScalingGroupName, PolicyName }: DeletePolicyType): Promise<void> => {
      const { group, policy } = findPolicy(asg, AutoScalingGroupName, PolicyName);
      await removePolicy(asg, group, policy);
    },

    DescribePolicies: async (input: DescribePoliciesType): Promise<PoliciesType> => {
      const { AutoScalingGroupName: name, PolicyNames, PolicyTypes } = input;
      const groups = name === undefined ? [...asg.groups.values()] : [findLiveGroup(asg, name)];
      const found = groups
        .flatMap((group) => [...group.policies.values()].map((policy) => ({ group, policy })))
        .filter(
          ({ policy }) => !PolicyNames?.length || PolicyNames.includes(policy.name) || PolicyNames.includes(policy.arn),
        )
        .filter(({ policy }) => !PolicyTypes?.length || PolicyTypes.includes(policy.settings.type));
      const { items, NextToken } = page(found, input);
      const views = items.map(async ({ group, policy }) => ({
        AutoScalingGroupName: group.name,
        PolicyName: policy.name,
        PolicyARN: policy.arn,
        ...settingsView(policy),
        Enabled: policy.enabled,
        Alarms: await alarmsOf(asg, policy),
      }));
      return { ScalingPolicies: await Promise.all(views), NextToken };
    },

    ExecutePolicy: (input: ExecutePolicyType): void => {
      const { group, policy } = findPolicy(asg, input.AutoScalingGroupName, input.PolicyName);
      const { type } = policy.settings;
      if (type === 'TargetTrackingScaling') throw invalid('Target tracking policies can not be executed by a request.');
      if (type === 'StepScaling' && (input.MetricValue === undefined || input.BreachThreshold === undefined))
        throw invalid('MetricValue and BreachThreshold must be specified for policy type StepScaling');
      const honorCooldown = input.HonorCooldown ?? false;
      if (type === 'SimpleScaling' && honorCooldown && isCoolingDown(asg, group))
        throw new AwsError(
          'ScalingActivityInProgress',
          `Scaling activity is in progress for AutoScalingGroup ${group.name} and cooldown is honored.`,
        );
      const why = `a user request executed policy ${policy.name}`;
      executePolicy(asg, group, policy, {
        why,
        value: input.MetricValue,
        threshold: input.BreachThreshold,
        honorCooldown,
      });
    },
  };
}
