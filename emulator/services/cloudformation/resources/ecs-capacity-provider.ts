import type { CapacityProvider, DescribeCapacityProvidersResponse } from '../../../shapes/ecs.d.ts';
import type { Json, JsonObject } from '../template/json.ts';
import { isObject, sameValue } from '../template/json.ts';
import { apiMembers } from './api-members.ts';
import { ecsTags, updateEcsTags } from './ecs-tags.ts';
import { generatedName } from './names.ts';
import type { ResourceContext, ResourceType } from './resource-type.ts';
import { Unstable } from './resource-type.ts';

const TYPE = 'AWS::ECS::CapacityProvider';

/** Of an Auto Scaling group; managed instances are not served. */
export const ecsCapacityProvider: ResourceType = {
  type: TYPE,
  service: 'Ecs',
  serves: ['AutoScalingGroupProvider', 'Name', 'Tags'],
  latency: 'capacity-provider',
  naming: { property: 'Name', generate: generatedName(255) },
  exists: async (name, context) => (await describe(name, context))?.status === 'ACTIVE',
  create: async (properties, { call }) => {
    await call('ecs', 'CreateCapacityProvider', {
      ...apiMembers(TYPE, properties, ['AutoScalingGroupProvider', 'Name']),
      ...ecsTags(properties),
    });
    return String(properties['Name']);
  },
  isStable: async (name, _properties, context) => {
    const provider = await describe(name, context);
    const { status, updateStatus, updateStatusReason } = provider ?? {};
    if (updateStatus?.endsWith('_FAILED')) throw new Unstable(updateStatusReason ?? updateStatus);
    return status === 'ACTIVE' && !updateStatus?.endsWith('_IN_PROGRESS');
  },
  update: async (name, change, context) => {
    const [before, after] = [change.previous, change.desired].map(changeable);
    if (!sameValue(before, after))
      await context.call('ecs', 'UpdateCapacityProvider', { name, autoScalingGroupProvider: after });
    await updateEcsTags((await describe(name, context))?.capacityProviderArn, change, context);
  },
  remove: async (name, _properties, { call }) => {
    await call('ecs', 'DeleteCapacityProvider', { capacityProvider: name });
  },
  isGone: async (name, _properties, context) => {
    const provider = await describe(name, context);
    if (provider?.updateStatus === 'DELETE_FAILED') throw new Unstable(provider.updateStatusReason ?? 'DELETE_FAILED');
    return provider?.status !== 'ACTIVE' && provider?.updateStatus !== 'DELETE_IN_PROGRESS';
  },
  attributes: async () => ({}),
};

/** Everything of the provider but the group, another of which is another provider. */
function changeable(properties: JsonObject): Json {
  const { autoScalingGroupProvider: provider } = apiMembers(TYPE, properties, ['AutoScalingGroupProvider']);
  const { autoScalingGroupArn: _arn, ...rest } = isObject(provider) ? provider : {};
  return rest;
}

async function describe(name: string, { call }: ResourceContext): Promise<CapacityProvider | undefined> {
  const { capacityProviders = [] } = await call<DescribeCapacityProvidersResponse>('ecs', 'DescribeCapacityProviders', {
    capacityProviders: [name],
  });
  return capacityProviders[0];
}
