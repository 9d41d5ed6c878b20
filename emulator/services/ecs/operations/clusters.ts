import { AwsError } from '../../../core/errors.ts';
import type { CallContext } from '../../../core/world.ts';
import type {
  CreateClusterRequest,
  CreateClusterResponse,
  DeleteClusterRequest,
  DeleteClusterResponse,
  UpdateClusterRequest,
  UpdateClusterResponse,
  UpdateClusterSettingsRequest,
  UpdateClusterSettingsResponse,
} from '../../../shapes/ecs.d.ts';
import { clusterArn, lastPart } from '../arns.ts';
import { associateProviders } from '../capacity/association.ts';
import type { Ecs } from '../context.ts';
import { activeCluster } from '../lookups.ts';
import { clusterNotFound, invalidParameter } from '../refusals.ts';
import type { ClusterRecord } from '../state.ts';
import { checkTags } from '../tags.ts';
import { isOver } from '../tasks/record.ts';
import { viewCluster } from './cluster-view.ts';

export function clusterOperations(ecs: Ecs) {
  const { world, state } = ecs;

  /** An ACTIVE cluster of that name is simply answered, as on AWS. */
  const CreateCluster = (input: CreateClusterRequest, context: CallContext): CreateClusterResponse => {
    const { clusterName: name = 'default' } = input;
    if (!/^[\w-]{1,255}$/.test(name)) throw invalidParameter('Invalid cluster name.');
    const existing = state.clusters.get(name);
    if (existing && existing.status !== 'INACTIVE') return { cluster: viewCluster(existing, 'whole') };
    const cluster: ClusterRecord = {
      name,
      arn: clusterArn(world, name),
      status: 'ACTIVE',
      settings: input.settings ?? [{ name: 'containerInsights', value: 'disabled' }],
      configuration: input.configuration,
      serviceConnectDefaults: input.serviceConnectDefaults,
      capacityProviders: [],
      defaultCapacityProviderStrategy: [],
      attachments: [],
      attachmentsStatus: undefined,
      tags: checkTags(input.tags, [], context),
      services: new Map(),
      tasks: new Map(),
      instances: new Map(),
    };
    if (input.capacityProviders || input.defaultCapacityProviderStrategy)
      associateProviders(ecs, cluster, {
        capacityProviders: input.capacityProviders ?? [],
        strategy: input.defaultCapacityProviderStrategy ?? [],
      });
    state.clusters.set(name, cluster);
    return { cluster: viewCluster(cluster, 'whole') };
  };

  const DeleteCluster = (input: DeleteClusterRequest): DeleteClusterResponse => {
    const cluster = state.clusters.get(lastPart(input.cluster));
    if (!cluster) throw clusterNotFound();
    if (cluster.status !== 'ACTIVE') return { cluster: viewCluster(cluster, 'whole') };
    refuseWhileInUse(cluster);
    if (cluster.capacityProviders.length > 0) {
      cluster.status = 'DEPROVISIONING';
      associateProviders(ecs, cluster, { capacityProviders: [], strategy: [] }, () => {
        cluster.status = 'INACTIVE';
      });
    } else cluster.status = 'INACTIVE';
    return { cluster: viewCluster(cluster, 'whole') };
  };

  const UpdateCluster = (input: UpdateClusterRequest): UpdateClusterResponse => {
    const cluster = activeCluster(state, input.cluster);
    cluster.settings = input.settings ?? cluster.settings;
    cluster.configuration = input.configuration ?? cluster.configuration;
    cluster.serviceConnectDefaults = input.serviceConnectDefaults ?? cluster.serviceConnectDefaults;
    return { cluster: viewCluster(cluster, 'whole') };
  };

  const UpdateClusterSettings = (input: UpdateClusterSettingsRequest): UpdateClusterSettingsResponse => {
    const cluster = activeCluster(state, input.cluster);
    cluster.settings = input.settings;
    return { cluster: viewCluster(cluster, 'whole') };
  };

  return { CreateCluster, DeleteCluster, UpdateCluster, UpdateClusterSettings };
}

function refuseWhileInUse(cluster: ClusterRecord): void {
  if ([...cluster.services.values()].some(({ status }) => status !== 'INACTIVE'))
    throw new AwsError('ClusterContainsServicesException', 'The Cluster cannot be deleted while Services are active.');
  if (cluster.instances.size > 0)
    throw new AwsError(
      'ClusterContainsContainerInstancesException',
      'The Cluster cannot be deleted while Container Instances are active or draining.',
    );
  if ([...cluster.tasks.values()].some((task) => !isOver(task)))
    throw new AwsError('ClusterContainsTasksException', 'The Cluster cannot be deleted while Tasks are active.');
}
