import type { DescribeScalableTargetsResponse } from '../../../shapes/application-autoscaling.d.ts';
import type { JsonObject } from '../template/json.ts';
import { objectsOf, pick } from './properties.ts';
import type { ResourceContext, ResourceType } from './resource-type.ts';
import { reconcileTags } from './tag-changes.ts';

const IDENTITY = ['ServiceNamespace', 'ResourceId', 'ScalableDimension'];
const SETTINGS = ['MaxCapacity', 'MinCapacity', 'RoleARN', 'SuspendedState'];

/** Its physical id holds its whole identity: `service/cluster/name|ecs:service:DesiredCount|ecs`. */
export const applicationAutoscalingScalableTarget: ResourceType = {
  type: 'AWS::ApplicationAutoScaling::ScalableTarget',
  service: 'ApplicationAutoScaling',
  serves: ['Tags', ...IDENTITY, ...SETTINGS],
  latency: 'resource-default',
  create: async (properties, { call }) => {
    const tags = objectsOf(properties['Tags']).map(({ Key: key, Value: value }) => [key, value]);
    await call('application-autoscaling', 'RegisterScalableTarget', {
      ...pick(properties, [...IDENTITY, ...SETTINGS]),
      ...(tags.length > 0 ? { Tags: Object.fromEntries(tags) } : {}),
    });
    const { ResourceId: id, ScalableDimension: dimension, ServiceNamespace: namespace } = properties;
    return [id, dimension, namespace].join('|');
  },
  update: async (_id, { previous, desired }, context) => {
    const { call } = context;
    await call('application-autoscaling', 'RegisterScalableTarget', pick(desired, [...IDENTITY, ...SETTINGS]));
    const ResourceARN = await arnOf(desired, context);
    await reconcileTags(previous['Tags'], desired['Tags'], {
      add: (tags) =>
        call('application-autoscaling', 'TagResource', {
          ResourceARN,
          Tags: Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])),
        }),
      remove: (TagKeys) => call('application-autoscaling', 'UntagResource', { ResourceARN, TagKeys }),
    });
  },
  remove: async (_id, properties, { call }) => {
    await call('application-autoscaling', 'DeregisterScalableTarget', pick(properties, IDENTITY));
  },
  attributes: async (id) => ({ Id: id }),
};

async function arnOf(properties: JsonObject, { call }: ResourceContext): Promise<string | undefined> {
  const { ServiceNamespace, ScalableDimension, ResourceId: id } = properties;
  const { ScalableTargets: targets = [] } = await call<DescribeScalableTargetsResponse>(
    'application-autoscaling',
    'DescribeScalableTargets',
    { ServiceNamespace, ScalableDimension, ResourceIds: [id] },
  );
  return targets[0]?.ScalableTargetARN;
}
