import { AwsError } from '../../core/errors.ts';
import { pageOf } from '../../core/pages.ts';
import type {
  Alarm,
  DeleteScalingPolicyRequest,
  DescribeScalingPoliciesRequest,
  DescribeScalingPoliciesResponse,
  PutScalingPolicyRequest,
  PutScalingPolicyResponse,
  ScalingPolicy,
} from '../../shapes/application-autoscaling.d.ts';
import { invalid, invalidToken } from './errors.ts';
import { policySettings } from './policy-settings.ts';
import { checkResource, describeResource, findTarget } from './resources.ts';
import type { ApplicationAutoScaling, ScalableTargetRecord, ScalingPolicyRecord } from './state.ts';
import { DIMENSION, NAMESPACE } from './state.ts';
import { putTrackingAlarms, trackedMetric, trackingAlarmNames } from './tracking-alarms.ts';

const PAGE = 10;

interface DescribedAlarms {
  readonly MetricAlarms?: readonly { readonly AlarmName: string; readonly AlarmArn: string }[];
}

/** Every alarm whose actions name the policy, whoever made it. */
async function alarmsOf({ world }: ApplicationAutoScaling, { arn }: ScalingPolicyRecord): Promise<Alarm[]> {
  const { MetricAlarms = [] } = await world.call<DescribedAlarms>('cloudwatch', 'DescribeAlarms', {
    ActionPrefix: arn,
  });
  return MetricAlarms.map(({ AlarmName, AlarmArn }) => ({ AlarmName, AlarmARN: AlarmArn }));
}

/** Deletes the alarms that Application Auto Scaling made for a policy; alarms that others made stay. */
export async function deletePolicyAlarms(
  { world }: ApplicationAutoScaling,
  { settings }: ScalingPolicyRecord,
): Promise<void> {
  if (settings.type !== 'TargetTrackingScaling') return;
  const names = [settings.alarms.high, settings.alarms.low];
  const { MetricAlarms = [] } = await world.call<DescribedAlarms>('cloudwatch', 'DescribeAlarms', {
    AlarmNames: names,
  });
  await world.call('cloudwatch', 'DeleteAlarms', { AlarmNames: MetricAlarms.map(({ AlarmName }) => AlarmName) });
}

function view({ resourceId }: ScalableTargetRecord, policy: ScalingPolicyRecord, Alarms: Alarm[]): ScalingPolicy {
  const { settings } = policy;
  return {
    PolicyARN: policy.arn,
    PolicyName: policy.name,
    ServiceNamespace: NAMESPACE,
    ResourceId: resourceId,
    ScalableDimension: DIMENSION,
    PolicyType: settings.type,
    StepScalingPolicyConfiguration:
      settings.type === 'StepScaling'
        ? { ...settings.configuration, StepAdjustments: [...settings.configuration.StepAdjustments] }
        : undefined,
    TargetTrackingScalingPolicyConfiguration:
      settings.type === 'TargetTrackingScaling' ? settings.configuration : undefined,
    PredictiveScalingPolicyConfiguration: settings.type === 'PredictiveScaling' ? settings.configuration : undefined,
    Alarms,
    CreationTime: policy.createdAt,
  };
}

export function policyOperations(aas: ApplicationAutoScaling) {
  const { world, targets } = aas;

  return {
    /** Replaces the settings of a policy of that name and keeps its ARN. */
    PutScalingPolicy: async (input: PutScalingPolicyRequest): Promise<PutScalingPolicyResponse> => {
      const target = findTarget(aas, checkResource(input), 'registered');
      const { resourceId } = target;
      const before = target.policies.get(input.PolicyName);
      const known = before?.settings.type === 'TargetTrackingScaling' ? before.settings.alarms : undefined;
      const settings = policySettings(input, before?.settings.type, known ?? trackingAlarmNames(aas, resourceId));
      if (settings.type === 'TargetTrackingScaling') trackedMetric(resourceId, settings.configuration);
      const policy: ScalingPolicyRecord = {
        name: input.PolicyName,
        arn:
          before?.arn ??
          `arn:aws:autoscaling:${world.region}:${world.account}:scalingPolicy:${world.random.uuid()}:resource/${NAMESPACE}/${resourceId}:policyName/${input.PolicyName}`,
        createdAt: before?.createdAt ?? world.clock.now(),
        settings,
      };
      target.policies.set(policy.name, policy);
      const tracking = settings.type === 'TargetTrackingScaling';
      return {
        PolicyARN: policy.arn,
        Alarms: tracking ? await putTrackingAlarms(aas, { resourceId, arn: policy.arn, settings }) : [],
      };
    },

    DeleteScalingPolicy: async (input: DeleteScalingPolicyRequest): Promise<object> => {
      const resourceId = checkResource(input);
      const policies = targets.get(resourceId)?.policies;
      const policy = policies?.get(input.PolicyName);
      if (!policies || !policy)
        throw new AwsError(
          'ObjectNotFoundException',
          `No scaling policy found for ${describeResource(resourceId)}, policy name: ${input.PolicyName}`,
        );
      policies.delete(policy.name);
      await deletePolicyAlarms(aas, policy);
      return {};
    },

    DescribeScalingPolicies: async (
      input: DescribeScalingPoliciesRequest,
    ): Promise<DescribeScalingPoliciesResponse> => {
      if (input.ScalableDimension !== undefined && input.ResourceId === undefined)
        throw invalid('ResourceId must be specified when ScalableDimension is specified');
      const found = [...targets.values()]
        .filter(() => input.ServiceNamespace === NAMESPACE)
        .filter(({ resourceId }) => input.ResourceId === undefined || resourceId === input.ResourceId)
        .flatMap((target) => [...target.policies.values()].map((policy) => ({ target, policy })))
        .filter(({ policy }) => !input.PolicyNames?.length || input.PolicyNames.includes(policy.name));
      const { items, nextToken } = pageOf(found, {
        token: input.NextToken,
        size: Math.min(input.MaxResults ?? PAGE, PAGE),
        invalidToken,
      });
      const views = items.map(async ({ target, policy }) => view(target, policy, await alarmsOf(aas, policy)));
      return { ScalingPolicies: await Promise.all(views), NextToken: nextToken };
    },
  };
}
