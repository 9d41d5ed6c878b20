import type { Attachment } from '../../../shapes/ecs.d.ts';
import type { Ecs } from '../context.ts';
import { tolerate } from '../refusals.ts';
import type { CapacityProviderRecord, ClusterRecord } from '../state.ts';

export type AttachmentKind = 'as_policy' | 'managed_draining';

export const DRAINING_HOOK = 'ecs-managed-draining-termination-hook';
export const MANAGED_SCALING_NAMESPACE = 'AWS/ECS/ManagedScaling';
export const RESERVATION_METRIC = 'CapacityProviderReservation';

/** What ECS puts on the Auto Scaling group, in its own name; what is there already is brought up to date. */
export async function attach(
  { world }: Ecs,
  cluster: ClusterRecord,
  provider: CapacityProviderRecord,
  kind: AttachmentKind,
): Promise<Attachment> {
  const before = cluster.attachments.find((one) => isAttachment(one, kind, provider));
  const id = before?.id ?? world.random.uuid();
  const AutoScalingGroupName = provider.autoScalingGroupName;
  const name = { name: 'capacityProviderName', value: provider.name };
  if (kind === 'managed_draining') {
    await world.call('autoscaling', 'PutLifecycleHook', {
      AutoScalingGroupName,
      LifecycleHookName: DRAINING_HOOK,
      LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING',
      HeartbeatTimeout: 3600,
      DefaultResult: 'CONTINUE',
    });
    const details = [name, { name: 'autoScalingLifecycleHookName', value: DRAINING_HOOK }];
    return { id, type: kind, status: 'CREATED', details };
  }
  const policy =
    (before && detail(before, 'scalingPolicyName')) ?? `ECSManagedAutoScalingPolicy-${world.random.uuid()}`;
  const { targetCapacity, instanceWarmupPeriod } = provider.provider.managedScaling;
  await world.call('autoscaling', 'PutScalingPolicy', {
    AutoScalingGroupName,
    PolicyName: policy,
    PolicyType: 'TargetTrackingScaling',
    EstimatedInstanceWarmup: instanceWarmupPeriod,
    TargetTrackingConfiguration: {
      TargetValue: targetCapacity,
      DisableScaleIn: false,
      CustomizedMetricSpecification: {
        Namespace: MANAGED_SCALING_NAMESPACE,
        MetricName: RESERVATION_METRIC,
        Statistic: 'Average',
        Dimensions: [
          { Name: 'CapacityProviderName', Value: provider.name },
          { Name: 'ClusterName', Value: cluster.name },
        ],
      },
    },
  });
  return { id, type: kind, status: 'CREATED', details: [name, { name: 'scalingPolicyName', value: policy }] };
}

/** Takes back what `attach` made; a group that is gone has nothing left to take back. */
export async function detach({ world, state }: Ecs, attachment: Attachment): Promise<void> {
  const provider = state.capacityProviders.get(detail(attachment, 'capacityProviderName') ?? '');
  if (!provider) return;
  const group = { AutoScalingGroupName: provider.autoScalingGroupName };
  const call =
    attachment.type === 'as_policy'
      ? world.call('autoscaling', 'DeletePolicy', { ...group, PolicyName: detail(attachment, 'scalingPolicyName') })
      : world.call('autoscaling', 'DeleteLifecycleHook', { ...group, LifecycleHookName: DRAINING_HOOK });
  await call.catch(tolerate);
}

export const isAttachment = (one: Attachment, kind: AttachmentKind, provider: CapacityProviderRecord): boolean =>
  one.type === kind && detail(one, 'capacityProviderName') === provider.name;

const detail = ({ details }: Attachment, name: string): string | undefined =>
  details?.find((one) => one.name === name)?.value;
