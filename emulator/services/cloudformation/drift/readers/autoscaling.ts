import type {
  DescribeScalableTargetsResponse,
  DescribeScalingPoliciesResponse,
} from '../../../../shapes/application-autoscaling.d.ts';
import type {
  AutoScalingGroupsType,
  DescribeLifecycleHooksAnswer,
  PoliciesType,
} from '../../../../shapes/autoscaling.d.ts';
import { pick } from '../../resources/properties.ts';
import type { LiveReader } from '../reader.ts';
import { plain } from '../reader.ts';

const group: LiveReader = {
  writeOnly: ['InstanceId', 'SkipZonalShiftValidation'],
  read: async (name, _expected, { call }) => {
    const {
      AutoScalingGroups: [found],
    } = await call<AutoScalingGroupsType>('autoscaling', 'DescribeAutoScalingGroups', {
      AutoScalingGroupNames: [name],
    });
    if (!found) return undefined;
    const { DefaultCooldown: Cooldown, VPCZoneIdentifier: subnets } = found;
    const VPCZoneIdentifier = subnets ? subnets.split(',') : [];
    return plain({ ...found, Cooldown, VPCZoneIdentifier });
  },
};

const scalingPolicy: LiveReader = {
  read: async (arn, { AutoScalingGroupName }, { call }) => {
    const { ScalingPolicies: [found] = [] } = await call<PoliciesType>('autoscaling', 'DescribePolicies', {
      AutoScalingGroupName,
      PolicyNames: [arn],
    });
    return found && plain(found);
  },
};

const scalableTarget: LiveReader = {
  writeOnly: ['RoleARN'],
  read: async (_id, expected, { call }) => {
    const { ScalableTargets: [found] = [] } = await call<DescribeScalableTargetsResponse>(
      'application-autoscaling',
      'DescribeScalableTargets',
      { ...pick(expected, ['ServiceNamespace', 'ScalableDimension']), ResourceIds: [expected['ResourceId']] },
    );
    return found && plain(found);
  },
};

const targetScalingPolicy: LiveReader = {
  writeOnly: ['ScalingTargetId'],
  read: async (arn, expected, { call }) => {
    const [ResourceId = '', , ServiceNamespace] = String(expected['ScalingTargetId'] ?? '').split('|');
    const { ScalingPolicies: policies = [] } = await call<DescribeScalingPoliciesResponse>(
      'application-autoscaling',
      'DescribeScalingPolicies',
      {
        ServiceNamespace: expected['ServiceNamespace'] ?? ServiceNamespace,
        ResourceId: expected['ResourceId'] ?? ResourceId,
      },
    );
    const found = policies.find(({ PolicyARN }) => PolicyARN === arn);
    return found && plain(found);
  },
};

const lifecycleHook: LiveReader = {
  read: async (name, { AutoScalingGroupName }, { call }) => {
    const { LifecycleHooks: [found] = [] } = await call<DescribeLifecycleHooksAnswer>(
      'autoscaling',
      'DescribeLifecycleHooks',
      { AutoScalingGroupName, LifecycleHookNames: [name] },
    );
    return found && plain(found);
  },
};

export const SCALING_READERS: Readonly<Record<string, LiveReader>> = {
  'AWS::ApplicationAutoScaling::ScalableTarget': scalableTarget,
  'AWS::ApplicationAutoScaling::ScalingPolicy': targetScalingPolicy,
  'AWS::AutoScaling::AutoScalingGroup': group,
  'AWS::AutoScaling::LifecycleHook': lifecycleHook,
  'AWS::AutoScaling::ScalingPolicy': scalingPolicy,
};
