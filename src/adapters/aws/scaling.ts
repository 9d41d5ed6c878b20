import type {
  PutScalingPolicyCommandInput,
  ScalableTarget,
  SuspendedState,
} from '@aws-sdk/client-application-auto-scaling';
import type { SuspendedScaling } from '../../model/service.ts';
import type { ScalableTargetView } from '../../model/service-views.ts';
import type { Scaling } from '../../ports/scaling.ts';
import { createAlarms } from './alarms.ts';
import { type AwsSettings, clientConfig, once } from './clients.ts';
import { calling, isAwsError } from './errors.ts';
import { callingOnFirstUse } from './first-use.ts';
import { jsonOf } from './json-shape.ts';

const SERVICE = { ServiceNamespace: 'ecs', ScalableDimension: 'ecs:service:DesiredCount' } as const;

export function createScaling(settings: AwsSettings): Scaling {
  const autoScaling = once(async () => {
    const sdk = await import('@aws-sdk/client-application-auto-scaling');
    return { sdk, client: new sdk.ApplicationAutoScalingClient(clientConfig(settings)) };
  });
  return {
    ...createAlarms(settings),
    target: (cluster, service) =>
      calling(`describing the scalable target of ${service}`, async () => {
        const { sdk, client } = await autoScaling();
        const ResourceIds = [resourceId(cluster, service)];
        const { ScalableTargets } = await client.send(
          new sdk.DescribeScalableTargetsCommand({ ...SERVICE, ResourceIds }),
        );
        const found = ScalableTargets?.[0];
        return found && targetView(found);
      }),
    registerTarget: (cluster, service, { minCapacity, maxCapacity, suspended }) =>
      callingOnFirstUse(`registering the scalable target of ${service}`, async () => {
        const { sdk, client } = await autoScaling();
        const input = {
          ...SERVICE,
          ResourceId: resourceId(cluster, service),
          MinCapacity: minCapacity,
          MaxCapacity: maxCapacity,
          ...(suspended ? { SuspendedState: suspendedState(suspended) } : {}),
        };
        await client.send(new sdk.RegisterScalableTargetCommand(input));
      }),
    deregisterTarget: (cluster, service) =>
      unlessGone(`deregistering the scalable target of ${service}`, async () => {
        const { sdk, client } = await autoScaling();
        const ResourceId = resourceId(cluster, service);
        await client.send(new sdk.DeregisterScalableTargetCommand({ ...SERVICE, ResourceId }));
      }),
    policies: (cluster, service) =>
      calling(`describing the scaling policies of ${service}`, async () => {
        const { sdk, client } = await autoScaling();
        const ResourceId = resourceId(cluster, service);
        const pages = await Array.fromAsync(
          sdk.paginateDescribeScalingPolicies({ client }, { ...SERVICE, ResourceId }),
        );
        return pages
          .flatMap((page) => page.ScalingPolicies ?? [])
          .map(({ PolicyARN = '', PolicyName = '', PolicyType, Alarms, ...policy }) => ({
            arn: PolicyARN,
            name: PolicyName,
            alarmNames: (Alarms ?? []).flatMap(({ AlarmName }) => AlarmName ?? []),
            description: jsonOf({
              PolicyName,
              PolicyType,
              StepScalingPolicyConfiguration: policy.StepScalingPolicyConfiguration,
              TargetTrackingScalingPolicyConfiguration: policy.TargetTrackingScalingPolicyConfiguration,
              PredictiveScalingPolicyConfiguration: policy.PredictiveScalingPolicyConfiguration,
            }),
          }));
      }),
    putPolicy: (cluster, service, policy) =>
      callingOnFirstUse(`putting scaling policy ${policy['PolicyName']}`, async () => {
        const { sdk, client } = await autoScaling();
        const input: unknown = { ...policy, ...SERVICE, ResourceId: resourceId(cluster, service) };
        const answer = await client.send(new sdk.PutScalingPolicyCommand(input as PutScalingPolicyCommandInput));
        return answer.PolicyARN ?? '';
      }),
    deletePolicy: (cluster, service, PolicyName) =>
      unlessGone(`deleting scaling policy ${PolicyName}`, async () => {
        const { sdk, client } = await autoScaling();
        const ResourceId = resourceId(cluster, service);
        await client.send(new sdk.DeleteScalingPolicyCommand({ ...SERVICE, ResourceId, PolicyName }));
      }),
  };
}

function targetView({ MinCapacity = 0, MaxCapacity = 0, SuspendedState }: ScalableTarget): ScalableTargetView {
  return {
    minCapacity: MinCapacity,
    maxCapacity: MaxCapacity,
    suspended: {
      dynamicScalingInSuspended: SuspendedState?.DynamicScalingInSuspended ?? false,
      dynamicScalingOutSuspended: SuspendedState?.DynamicScalingOutSuspended ?? false,
      scheduledScalingSuspended: SuspendedState?.ScheduledScalingSuspended ?? false,
    },
  };
}

function suspendedState(suspended: SuspendedScaling): SuspendedState {
  return {
    DynamicScalingInSuspended: suspended.dynamicScalingInSuspended,
    DynamicScalingOutSuspended: suspended.dynamicScalingOutSuspended,
    ScheduledScalingSuspended: suspended.scheduledScalingSuspended,
  };
}

function resourceId(cluster: string, service: string): string {
  return `service/${cluster}/${service}`;
}

/** Taking away what is not there is no failure. */
function unlessGone(doing: string, call: () => Promise<void>): Promise<void> {
  return calling(doing, async () => {
    try {
      await call();
    } catch (error) {
      if (!isAwsError(error, 'ObjectNotFoundException')) throw error;
    }
  });
}
