import type { Cluster, DescribeClustersResponse } from '../../../shapes/ecs.d.ts';
import type { JsonObject } from '../template/json.ts';
import { sameValue } from '../template/json.ts';
import { apiMembers } from './api-members.ts';
import { ecsTags, updateEcsTags } from './ecs-tags.ts';
import { generatedName } from './names.ts';
import { pick } from './properties.ts';
import type { ResourceContext, ResourceType } from './resource-type.ts';

const TYPE = 'AWS::ECS::Cluster';
const PROVIDERS = ['CapacityProviders', 'DefaultCapacityProviderStrategy'];
const SETTINGS = ['ClusterSettings', 'Configuration', 'ServiceConnectDefaults'];

export const ecsCluster: ResourceType = {
  type: TYPE,
  service: 'Ecs',
  serves: ['ClusterName', 'Tags', ...PROVIDERS, ...SETTINGS],
  latency: 'resource-default',
  naming: { property: 'ClusterName', generate: generatedName(255) },
  exists: async (name, context) => (await describeCluster(name, context))?.status === 'ACTIVE',
  create: async (properties, { call }) => {
    await call('ecs', 'CreateCluster', {
      clusterName: properties['ClusterName'],
      ...input(properties, [...PROVIDERS, ...SETTINGS]),
      ...ecsTags(properties),
    });
    return String(properties['ClusterName']);
  },
  isStable: async (name, _properties, context) => isSettled(await describeCluster(name, context)),
  update: async (name, change, context) => {
    const { previous, desired } = change;
    if (!sameValue(input(previous, SETTINGS), input(desired, SETTINGS)))
      await context.call('ecs', 'UpdateCluster', { cluster: name, ...input(desired, SETTINGS) });
    if (!sameValue(pick(previous, PROVIDERS), pick(desired, PROVIDERS)))
      await context.call('ecs', 'PutClusterCapacityProviders', {
        cluster: name,
        capacityProviders: [],
        defaultCapacityProviderStrategy: [],
        ...input(desired, PROVIDERS),
      });
    await updateEcsTags((await describeCluster(name, context))?.clusterArn, change, context);
  },
  remove: async (name, _properties, { call }) => {
    await call('ecs', 'DeleteCluster', { cluster: name });
  },
  isGone: async (name, _properties, context) => (await describeCluster(name, context))?.status !== 'DEPROVISIONING',
  attributes: async (name, _properties, context) => ({ Arn: (await describeCluster(name, context))?.clusterArn ?? '' }),
};

function input(properties: JsonObject, names: readonly string[]): JsonObject {
  const { clusterSettings: settings, ...rest } = apiMembers(TYPE, properties, names);
  return settings === undefined ? rest : { ...rest, settings };
}

export async function describeCluster(name: string, { call }: ResourceContext): Promise<Cluster | undefined> {
  const { clusters = [] } = await call<DescribeClustersResponse>('ecs', 'DescribeClusters', {
    clusters: [name],
    include: ['ATTACHMENTS'],
  });
  return clusters[0];
}

/** Whether the cluster's last change of capacity providers has gone through. */
export function isSettled(cluster: Cluster | undefined): boolean {
  return cluster?.status === 'ACTIVE' && cluster.attachmentsStatus !== 'UPDATE_IN_PROGRESS';
}
