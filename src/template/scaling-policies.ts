import type { Cluster } from '../model/cluster.ts';
import { positionOf } from '../model/source.ts';
import { CLUSTER_OUTPUTS } from '../model/stack-names.ts';
import { type Fragment, type Resource, ref, resource } from './fragment.ts';

/** Builds, in `alarms` mode, the group's two step policies, which one service's alarms set off. */
export function instanceScalingPolicies({ capacity, source }: Cluster): Fragment {
  if (capacity.instanceScaling !== 'alarms') return { resources: {} };
  const { scaleOut, scaleIn, cooldownSeconds } = capacity.steps;
  const policy = (adjustment: number, bound: 'Lower' | 'Upper'): Resource =>
    resource(
      'AWS::AutoScaling::ScalingPolicy',
      {
        AutoScalingGroupName: ref('AutoScalingGroup'),
        PolicyType: 'StepScaling',
        AdjustmentType: 'ChangeInCapacity',
        MetricAggregationType: 'Average',
        // Step policies have no cooldown: while an instance warms up, it counts as added already.
        EstimatedInstanceWarmup: cooldownSeconds,
        StepAdjustments: [{ [`MetricInterval${bound}Bound`]: 0, ScalingAdjustment: adjustment }],
      },
      { at: positionOf(source, ['capacity', 'steps']) },
    );
  return {
    resources: { ScaleOutPolicy: policy(scaleOut, 'Lower'), ScaleInPolicy: policy(scaleIn, 'Upper') },
    outputs: {
      [CLUSTER_OUTPUTS.scaleOutPolicyArn]: ref('ScaleOutPolicy'),
      [CLUSTER_OUTPUTS.scaleInPolicyArn]: ref('ScaleInPolicy'),
    },
  };
}
