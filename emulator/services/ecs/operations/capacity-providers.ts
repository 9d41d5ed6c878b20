import type { CallContext } from '../../../core/world.ts';
import type {
  CreateCapacityProviderRequest,
  CreateCapacityProviderResponse,
  DeleteCapacityProviderRequest,
  DeleteCapacityProviderResponse,
  PutClusterCapacityProvidersRequest,
  PutClusterCapacityProvidersResponse,
  UpdateCapacityProviderRequest,
  UpdateCapacityProviderResponse,
} from '../../../shapes/ecs.d.ts';
import { capacityProviderArn } from '../arns.ts';
import { associateProviders, followProviders } from '../capacity/association.ts';
import { checkProvider, fillProvider, findGroup, groupNameOf } from '../capacity/provider.ts';
import type { Ecs } from '../context.ts';
import { activeCluster } from '../lookups.ts';
import { clientError, unsupported, updateInProgress } from '../refusals.ts';
import type { CapacityProviderRecord, ClusterRecord } from '../state.ts';
import { checkTags } from '../tags.ts';
import { viewCapacityProvider } from './capacity-provider-reads.ts';
import { viewCluster } from './cluster-view.ts';

export function capacityProviderOperations(ecs: Ecs) {
  const { world, state } = ecs;

  const CreateCapacityProvider = async (
    input: CreateCapacityProviderRequest,
    context: CallContext,
  ): Promise<CreateCapacityProviderResponse> => {
    const { name, autoScalingGroupProvider: given } = input;
    if (!/^[\w-]{1,255}$/.test(name) || /^(aws|ecs|fargate)/i.test(name))
      throw clientError(
        'The specified capacity provider name is invalid. Up to 255 characters are allowed, including letters (upper and lowercase), numbers, underscores, and hyphens. The name cannot be prefixed with "aws", "ecs", or "fargate". Specify a valid name and try again.',
      );
    if (!given) throw unsupported('This emulator has capacity providers on Auto Scaling groups only.');
    if (state.capacityProviders.has(name))
      throw clientError(
        'The specified capacity provider already exists. To change the configuration of an existing capacity provider, update the capacity provider.',
      );
    const group = await findGroup(ecs, groupNameOf(given.autoScalingGroupArn));
    if (!group)
      throw clientError('The specified Auto Scaling group ARN is invalid. Specify a valid ARN and try again.');
    const arn = group.AutoScalingGroupARN ?? given.autoScalingGroupArn;
    if ([...state.capacityProviders.values()].some(({ provider }) => provider.autoScalingGroupArn === arn))
      throw clientError(
        'The specified Auto Scaling group ARN is already being used by another capacity provider. Specify a unique Auto Scaling group ARN and try again.',
      );
    const filled = fillProvider(given);
    checkProvider(filled, group);
    const record: CapacityProviderRecord = {
      name,
      arn: capacityProviderArn(world, name),
      status: 'ACTIVE',
      updateStatus: undefined,
      provider: { autoScalingGroupArn: arn, ...filled },
      autoScalingGroupName: group.AutoScalingGroupName,
      tags: checkTags(input.tags, [], context),
    };
    state.capacityProviders.set(name, record);
    await tagGroup(record);
    return { capacityProvider: viewCapacityProvider(record, true) };
  };

  /** ECS marks the groups that it manages; instances inherit the tag, and Auto Scaling's console warns by it. */
  const tagGroup = ({ autoScalingGroupName }: CapacityProviderRecord): Promise<unknown> =>
    world.call('autoscaling', 'CreateOrUpdateTags', {
      Tags: [
        {
          ResourceId: autoScalingGroupName,
          ResourceType: 'auto-scaling-group',
          Key: 'AmazonECSManaged',
          Value: '',
          PropagateAtLaunch: true,
        },
      ],
    });

  const UpdateCapacityProvider = async (
    input: UpdateCapacityProviderRequest,
  ): Promise<UpdateCapacityProviderResponse> => {
    const record = settled(input.name);
    if (!input.autoScalingGroupProvider)
      throw unsupported('This emulator has capacity providers on Auto Scaling groups only.');
    const filled = fillProvider(input.autoScalingGroupProvider, record.provider);
    const group = await findGroup(ecs, record.autoScalingGroupName);
    if (!group) throw clientError('The Auto Scaling group of the capacity provider does not exist.');
    checkProvider(filled, group);
    record.updateStatus = 'UPDATE_IN_PROGRESS';
    world.clock.after(world.latency('capacity-provider'), () => {
      record.provider = { ...record.provider, ...filled };
      record.updateStatus = 'UPDATE_COMPLETE';
      for (const cluster of clustersWith(record)) followProviders(ecs, cluster);
    });
    return { capacityProvider: viewCapacityProvider(record, true) };
  };

  const DeleteCapacityProvider = (input: DeleteCapacityProviderRequest): DeleteCapacityProviderResponse => {
    const record = settled(input.capacityProvider);
    const [cluster] = clustersWith(record);
    if (cluster && !world.sabotage.has('provider-in-use'))
      throw clientError(
        `The capacity provider cannot be deleted because it is associated with cluster: ${cluster.name}. Remove the capacity provider from the cluster and try again.`,
      );
    record.updateStatus = 'DELETE_IN_PROGRESS';
    world.clock.after(world.latency('capacity-provider'), () => {
      record.status = 'INACTIVE';
      record.updateStatus = 'DELETE_COMPLETE';
      state.capacityProviders.delete(record.name);
    });
    return { capacityProvider: viewCapacityProvider(record, true) };
  };

  const PutClusterCapacityProviders = (
    input: PutClusterCapacityProvidersRequest,
  ): PutClusterCapacityProvidersResponse => {
    const cluster = activeCluster(state, input.cluster);
    associateProviders(ecs, cluster, {
      capacityProviders: input.capacityProviders,
      strategy: input.defaultCapacityProviderStrategy,
    });
    return { cluster: viewCluster(cluster, 'whole') };
  };

  const settled = (reference: string): CapacityProviderRecord => {
    const record = state.capacityProviders.get(reference.split('/').at(-1) ?? reference);
    if (!record)
      throw clientError('The specified capacity provider does not exist. Specify a valid name or ARN and try again.');
    if (record.updateStatus === 'UPDATE_IN_PROGRESS' || record.updateStatus === 'DELETE_IN_PROGRESS')
      throw updateInProgress(
        'The specified capacity provider is already in an update in progress state. Wait for it to end and try again.',
      );
    return record;
  };

  const clustersWith = ({ name }: CapacityProviderRecord): ClusterRecord[] =>
    [...state.clusters.values()].filter(
      ({ status, capacityProviders }) => status !== 'INACTIVE' && capacityProviders.includes(name),
    );

  return { CreateCapacityProvider, UpdateCapacityProvider, DeleteCapacityProvider, PutClusterCapacityProviders };
}
