import type { DescribeScalableTargetsResponse } from '../../../../shapes/application-autoscaling.d.ts';
import type { AutoScalingGroupsType, PoliciesType } from '../../../../shapes/autoscaling.d.ts';
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

export const SCALING_READERS: Readonly<Record<string, LiveReader>> = {
  'AWS::ApplicationAutoScaling::ScalableTarget': scalableTarget,
  'AWS::AutoScaling::AutoScalingGroup': group,
  'AWS::AutoScaling::ScalingPolicy': scalingPolicy,
};
