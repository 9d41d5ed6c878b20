import type { AutoScalingGroup, AutoScalingGroupsType } from '../../../shapes/autoscaling.d.ts';
import type { JsonObject } from '../template/json.ts';
import { sameValue } from '../template/json.ts';
import { groupInput, METRICS, SETTINGS, updateInput } from './autoscaling-group-input.ts';
import { failedActivity, rollingUpdate } from './autoscaling-rolling-update.ts';
import { generatedName } from './names.ts';
import { objectsOf, textsOf } from './properties.ts';
import type { ResourceContext, ResourceType } from './resource-type.ts';
import { Unstable } from './resource-type.ts';
import { reconcileTags } from './tag-changes.ts';

export const autoscalingGroup: ResourceType = {
  type: 'AWS::AutoScaling::AutoScalingGroup',
  service: 'AutoScaling',
  serves: SETTINGS,
  latency: 'resource-default',
  naming: { property: 'AutoScalingGroupName', generate: generatedName(255) },
  exists: async (name, context) => (await describe(name, context)) !== undefined,
  create: async (properties, { call }) => {
    await call('autoscaling', 'CreateAutoScalingGroup', groupInput(properties));
    return String(properties['AutoScalingGroupName']);
  },
  configure: (name, properties, context) => collectMetrics(name, {}, properties, context),
  isStable: async (name, _properties, context) => {
    const group = await describe(name, context);
    if (!group) return false;
    const refresh = await rollingUpdate.progress(name, context);
    return refresh !== 'under way' && hasItsInstances(group, context);
  },
  update: async (name, change, context) => {
    const { previous, desired } = change;
    await context.call('autoscaling', 'UpdateAutoScalingGroup', { AutoScalingGroupName: name, ...updateInput(change) });
    await collectMetrics(name, previous, desired, context);
    const target = { ResourceId: name, ResourceType: 'auto-scaling-group' };
    await reconcileTags(previous['Tags'], desired['Tags'], {
      add: (tags) =>
        context.call('autoscaling', 'CreateOrUpdateTags', { Tags: tags.map((tag) => ({ ...target, ...tag })) }),
      remove: (keys) => context.call('autoscaling', 'DeleteTags', { Tags: keys.map((Key) => ({ ...target, Key })) }),
    });
    await rollingUpdate.start(name, change, context);
  },
  // CloudFormation empties a group before it deletes it; protected instances hold it up (aws-facts §9.3).
  remove: async (name, _properties, { call }) => {
    await call('autoscaling', 'UpdateAutoScalingGroup', {
      AutoScalingGroupName: name,
      MinSize: 0,
      MaxSize: 0,
      DesiredCapacity: 0,
    });
  },
  isGone: async (name, _properties, context) => {
    const group = await describe(name, context);
    if (!group) return true;
    if ((group.Instances ?? []).length === 0 && group.Status === undefined)
      await context.call('autoscaling', 'DeleteAutoScalingGroup', { AutoScalingGroupName: name });
    return false;
  },
  attributes: async (name, _properties, context) => ({
    AutoScalingGroupARN: (await describe(name, context))?.AutoScalingGroupARN ?? '',
  }),
};

async function describe(name: string, { call }: ResourceContext): Promise<AutoScalingGroup | undefined> {
  const { AutoScalingGroups: groups } = await call<AutoScalingGroupsType>('autoscaling', 'DescribeAutoScalingGroups', {
    AutoScalingGroupNames: [name],
  });
  return groups[0];
}

async function hasItsInstances(group: AutoScalingGroup, context: ResourceContext): Promise<boolean> {
  const instances = group.Instances ?? [];
  const inService = instances.filter(({ LifecycleState: state }) => state === 'InService').length;
  if (inService >= group.DesiredCapacity) return true;
  const failure = await failedActivity(group.AutoScalingGroupName, context);
  if (failure !== undefined)
    throw new Unstable(
      `Group did not stabilize. {current/minSize/desired group size}={${inService}/${group.MinSize}/${group.DesiredCapacity}}. ` +
        `Failed Scaling Activity: ${failure}`,
    );
  return false;
}

async function collectMetrics(
  name: string,
  previous: JsonObject,
  desired: JsonObject,
  { call }: ResourceContext,
): Promise<void> {
  const [before, after] = [objectsOf(previous[METRICS]), objectsOf(desired[METRICS])];
  if (sameValue(before, after)) return;
  if (before.length > 0) await call('autoscaling', 'DisableMetricsCollection', { AutoScalingGroupName: name });
  for (const { Granularity: granularity, Metrics: metrics } of after)
    await call('autoscaling', 'EnableMetricsCollection', {
      AutoScalingGroupName: name,
      Granularity: granularity,
      Metrics: metrics === undefined ? undefined : textsOf(metrics),
    });
}
