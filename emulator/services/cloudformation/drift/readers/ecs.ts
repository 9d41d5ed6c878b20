import type {
  DescribeCapacityProvidersResponse,
  DescribeClustersResponse,
  DescribeServicesResponse,
  DescribeTaskDefinitionResponse,
} from '../../../../shapes/ecs.d.ts';
import { templateMembers } from '../../resources/api-members.ts';
import type { LiveReader } from '../reader.ts';
import { plain } from '../reader.ts';

const CLUSTER = 'AWS::ECS::Cluster';
const PROVIDER = 'AWS::ECS::CapacityProvider';
const ASSOCIATIONS = 'AWS::ECS::ClusterCapacityProviderAssociations';
const SERVICE = 'AWS::ECS::Service';
const TASK_DEFINITION = 'AWS::ECS::TaskDefinition';

const cluster: LiveReader = {
  writeOnly: ['ServiceConnectDefaults'],
  read: async (name, _expected, { call }) => {
    const { clusters: [found] = [] } = await call<DescribeClustersResponse>('ecs', 'DescribeClusters', {
      clusters: [name],
      include: ['SETTINGS', 'CONFIGURATIONS', 'TAGS'],
    });
    if (found?.status === 'INACTIVE') return undefined;
    return found && templateMembers(CLUSTER, plain({ ...found, clusterSettings: found.settings }));
  },
};

const capacityProvider: LiveReader = {
  read: async (name, _expected, { call }) => {
    const { capacityProviders: [found] = [] } = await call<DescribeCapacityProvidersResponse>(
      'ecs',
      'DescribeCapacityProviders',
      { capacityProviders: [name], include: ['TAGS'] },
    );
    return found?.status === 'ACTIVE' ? templateMembers(PROVIDER, plain(found)) : undefined;
  },
};

const associations: LiveReader = {
  read: async (name, expected, { call }) => {
    const { clusters: [found] = [] } = await call<DescribeClustersResponse>('ecs', 'DescribeClusters', {
      clusters: [name],
    });
    if (found?.status !== 'ACTIVE') return undefined;
    const { capacityProviders, defaultCapacityProviderStrategy } = found;
    const live = plain({ cluster: expected['Cluster'], capacityProviders, defaultCapacityProviderStrategy });
    return templateMembers(ASSOCIATIONS, live);
  },
};

const service: LiveReader = {
  writeOnly: ['ForceNewDeployment', 'ServiceConnectConfiguration', 'VolumeConfigurations'],
  read: async (arn, { Cluster }, { call }) => {
    const { services: [found] = [] } = await call<DescribeServicesResponse>('ecs', 'DescribeServices', {
      cluster: Cluster,
      services: [arn],
      include: ['TAGS'],
    });
    if (!found || found.status === 'INACTIVE') return undefined;
    const { clusterArn: cluster, placementStrategy: placementStrategies } = found;
    return templateMembers(SERVICE, plain({ ...found, cluster, placementStrategies }));
  },
};

/** A revision does not change; a deregistered one counts as deleted. */
const taskDefinition: LiveReader = {
  read: async (arn, _expected, { call }) => {
    const { taskDefinition: found, tags } = await call<DescribeTaskDefinitionResponse>(
      'ecs',
      'DescribeTaskDefinition',
      { taskDefinition: arn, include: ['TAGS'] },
    );
    return found?.status === 'ACTIVE' ? templateMembers(TASK_DEFINITION, plain({ ...found, tags })) : undefined;
  },
};

export const ECS_READERS: Readonly<Record<string, LiveReader>> = {
  [CLUSTER]: cluster,
  [PROVIDER]: capacityProvider,
  [ASSOCIATIONS]: associations,
  [SERVICE]: service,
  [TASK_DEFINITION]: taskDefinition,
};
