import type { JsonObject } from '../template/json.ts';
import { apiMembers } from './api-members.ts';
import { describeCluster, isSettled } from './ecs-cluster.ts';
import type { ResourceContext, ResourceType } from './resource-type.ts';
import { Unstable } from './resource-type.ts';

const TYPE = 'AWS::ECS::ClusterCapacityProviderAssociations';

/** Which capacity providers a cluster has. The physical id is the cluster. */
export const ecsClusterCapacityProviderAssociations: ResourceType = {
  type: TYPE,
  service: 'Ecs',
  serves: ['CapacityProviders', 'Cluster', 'DefaultCapacityProviderStrategy'],
  latency: 'resource-default',
  create: async (properties, context) => {
    await put(String(properties['Cluster']), properties, context);
    return String(properties['Cluster']);
  },
  isStable: async (name, _properties, context) => {
    const cluster = await describeCluster(name, context);
    if (cluster?.attachmentsStatus === 'UPDATE_FAILED') throw new Unstable('Attachments of the cluster: UPDATE_FAILED');
    return isSettled(cluster);
  },
  update: (name, { desired }, context) => put(name, desired, context),
  remove: (name, _properties, context) => put(name, {}, context),
  isGone: async (name, _properties, context) => {
    const cluster = await describeCluster(name, context);
    return cluster?.status !== 'ACTIVE' || isSettled(cluster);
  },
  attributes: async () => ({}),
};

async function put(cluster: string, properties: JsonObject, { call }: ResourceContext): Promise<void> {
  await call('ecs', 'PutClusterCapacityProviders', {
    cluster,
    capacityProviders: [],
    defaultCapacityProviderStrategy: [],
    ...apiMembers(TYPE, properties, ['CapacityProviders', 'DefaultCapacityProviderStrategy']),
  });
}
