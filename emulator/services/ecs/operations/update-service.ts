import { isDeepStrictEqual } from 'node:util';
import type { UpdateServiceRequest, UpdateServiceResponse } from '../../../shapes/ecs.d.ts';
import { fillItem } from '../capacity/association.ts';
import { checkStrategy } from '../capacity/strategy.ts';
import type { Ecs } from '../context.ts';
import { findDefinition } from '../definitions/lookup.ts';
import { runnableDefinition } from '../definitions/runnable.ts';
import { createDeployment } from '../deployments/create.ts';
import { activeCluster, knownService } from '../lookups.ts';
import { resolveNetwork, viewNetwork } from '../network/configuration.ts';
import { invalidParameter, serviceNotActive } from '../refusals.ts';
import type { RevisionedFields, ServiceRecord } from '../scheduler/record.ts';
import { checkAdvanced } from '../services/advanced-configuration.ts';
import { fillDeploymentConfiguration } from '../services/deployment-configuration.ts';
import { checkExecuteCommand, checkLimits } from '../services/limits.ts';
import { checkLoadBalancers } from '../services/load-balancers.ts';
import { checkPlacement } from '../services/placement.ts';
import { refuseUnserved } from '../services/unserved.ts';
import { viewService } from '../services/view.ts';
import type { ClusterRecord } from '../state.ts';

export function updateServiceOperation(ecs: Ecs) {
  const { world, state } = ecs;

  const UpdateService = async (input: UpdateServiceRequest): Promise<UpdateServiceResponse> => {
    const cluster = activeCluster(state, input.cluster);
    const service = knownService(cluster, input.service);
    if (service.status !== 'ACTIVE') throw serviceNotActive();
    refuseUnserved(input);
    checkPlacement(input);
    checkLimits(input);
    const deploymentConfiguration = fillDeploymentConfiguration(
      input.deploymentConfiguration ?? {},
      service.deploymentConfiguration,
    );
    const revisioned = await nextRevision(cluster, service, input);
    const enableExecuteCommand = input.enableExecuteCommand ?? service.enableExecuteCommand;
    const { definition } = findDefinition(state, revisioned.taskDefinition) ?? {};
    if (definition) checkExecuteCommand(enableExecuteCommand, definition, 'updated');
    if (input.loadBalancers || deploymentConfiguration.strategy !== service.deploymentConfiguration.strategy)
      await checkAdvanced(world, revisioned.loadBalancers, deploymentConfiguration);
    if (service.status !== 'ACTIVE') throw serviceNotActive();
    const balanced = revisioned.loadBalancers.length > 0;
    if (input.healthCheckGracePeriodSeconds !== undefined && !balanced)
      throw invalidParameter('Health check grace period is only valid for services configured to use load balancers');
    Object.assign(service, {
      deploymentConfiguration,
      desiredCount: input.desiredCount ?? service.desiredCount,
      placementConstraints: input.placementConstraints ?? service.placementConstraints,
      placementStrategy: input.placementStrategy ?? service.placementStrategy,
      healthCheckGracePeriodSeconds: balanced
        ? (input.healthCheckGracePeriodSeconds ?? service.healthCheckGracePeriodSeconds ?? 0)
        : undefined,
      availabilityZoneRebalancing: input.availabilityZoneRebalancing ?? service.availabilityZoneRebalancing,
      enableECSManagedTags: input.enableECSManagedTags ?? service.enableECSManagedTags,
      enableExecuteCommand,
      propagateTags: input.propagateTags ?? service.propagateTags,
    } satisfies Partial<ServiceRecord>);
    if (input.forceNewDeployment || startsDeployment(service.revisioned, revisioned))
      createDeployment(ecs, cluster, service, revisioned);
    else adopt(service, revisioned);
    return { service: viewService(state, cluster, service, { now: world.clock.now(), withTags: true }) };
  };

  const nextRevision = async (
    cluster: ClusterRecord,
    { revisioned }: ServiceRecord,
    input: UpdateServiceRequest,
  ): Promise<RevisionedFields> => {
    const taskDefinition =
      input.taskDefinition === undefined
        ? revisioned.taskDefinition
        : runnableDefinition(findDefinition(state, input.taskDefinition)).taskDefinitionArn;
    const loadBalancers = input.loadBalancers ?? revisioned.loadBalancers;
    const definition = findDefinition(state, taskDefinition)?.definition;
    if (definition && (input.taskDefinition !== undefined || input.loadBalancers !== undefined))
      await checkLoadBalancers(ecs, loadBalancers, definition);
    const asksForNetwork = input.taskDefinition !== undefined || input.networkConfiguration !== undefined;
    const configuration = input.networkConfiguration ?? viewNetwork(revisioned.network);
    const network =
      definition && asksForNetwork ? await resolveNetwork(world, configuration, definition) : revisioned.network;
    if (!input.capacityProviderStrategy) return { ...revisioned, taskDefinition, loadBalancers, network };
    if (input.capacityProviderStrategy.length === 0)
      return { taskDefinition, loadBalancers, network, launchType: 'EC2', capacityProviderStrategy: undefined };
    checkStrategy(input.capacityProviderStrategy, cluster.capacityProviders);
    const capacityProviderStrategy = input.capacityProviderStrategy.map(fillItem);
    return { taskDefinition, loadBalancers, network, launchType: undefined, capacityProviderStrategy };
  };

  return { UpdateService };
}

/**
 * Of what this emulator serves, another task definition, other load balancers and another network do [UpdateService].
 */
function startsDeployment(before: RevisionedFields, after: RevisionedFields): boolean {
  return (
    before.taskDefinition !== after.taskDefinition ||
    !isDeepStrictEqual([before.loadBalancers, before.network], [after.loadBalancers, after.network])
  );
}

/** A capacity provider strategy takes effect for the tasks that start from now on, without a deployment. */
function adopt(service: ServiceRecord, revisioned: RevisionedFields): void {
  service.revisioned = revisioned;
  const [primary] = service.deployments;
  if (primary) service.deployments = [Object.assign(primary, { revisioned }), ...service.deployments.slice(1)];
}
