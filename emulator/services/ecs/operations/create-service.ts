import type { CallContext } from '../../../core/world.ts';
import type { CreateServiceRequest, CreateServiceResponse, PlacementStrategy } from '../../../shapes/ecs.d.ts';
import { serviceArn } from '../arns.ts';
import { chooseCapacity } from '../capacity/choice.ts';
import type { Ecs } from '../context.ts';
import { findDefinition } from '../definitions/lookup.ts';
import { runnableDefinition } from '../definitions/runnable.ts';
import { createDeployment } from '../deployments/create.ts';
import { activeCluster } from '../lookups.ts';
import { resolveNetwork } from '../network/configuration.ts';
import { invalidParameter } from '../refusals.ts';
import { scheduleService } from '../scheduler/loop.ts';
import type { FilledDeploymentConfiguration, RevisionedFields, ServiceRecord } from '../scheduler/record.ts';
import { checkAdvanced } from '../services/advanced-configuration.ts';
import { fillDeploymentConfiguration } from '../services/deployment-configuration.ts';
import { checkExecuteCommand, checkLimits } from '../services/limits.ts';
import { checkLoadBalancers } from '../services/load-balancers.ts';
import { checkPlacement } from '../services/placement.ts';
import { refuseUnserved } from '../services/unserved.ts';
import { viewService } from '../services/view.ts';
import type { ClusterRecord } from '../state.ts';
import { checkTags } from '../tags.ts';

export function createServiceOperation(ecs: Ecs) {
  const { world, state } = ecs;

  const CreateService = async (input: CreateServiceRequest, context: CallContext): Promise<CreateServiceResponse> => {
    const cluster = activeCluster(state, input.cluster);
    refuseUnserved(input);
    const existing = sameRequest(cluster, input);
    if (existing) return answer(cluster, existing);
    if (!/^[\w-]{1,255}$/.test(input.serviceName)) throw invalidParameter('Invalid service name.');
    if (input.desiredCount === undefined)
      throw invalidParameter('desiredCount must be specified for the REPLICA scheduling strategy.');
    checkLimits(input);
    if (input.taskDefinition === undefined) throw invalidParameter('Task definition must be specified.');
    const definition = runnableDefinition(findDefinition(state, input.taskDefinition));
    checkExecuteCommand(input.enableExecuteCommand, definition, 'created');
    const capacity = chooseCapacity(cluster, input);
    const deploymentConfiguration = fillDeploymentConfiguration(input.deploymentConfiguration);
    checkPlacement(input);
    const tags = checkTags(input.tags, [], context);
    const loadBalancers = input.loadBalancers ?? [];
    if (input.healthCheckGracePeriodSeconds !== undefined && loadBalancers.length === 0)
      throw invalidParameter('Health check grace period is only valid for services configured to use load balancers');
    await checkLoadBalancers(ecs, loadBalancers, definition);
    const network = await resolveNetwork(world, input.networkConfiguration, definition);
    if (network && input.role !== undefined)
      throw invalidParameter('You cannot specify an IAM role for services that require a service linked role.');
    await checkAdvanced(world, loadBalancers, deploymentConfiguration);
    // Another request may have made it meanwhile.
    sameRequest(cluster, input);
    const revisioned: RevisionedFields = {
      ...capacity,
      taskDefinition: definition.taskDefinitionArn,
      loadBalancers,
      network,
    };
    const service: ServiceRecord = {
      name: input.serviceName,
      arn: serviceArn(world, cluster.name, input.serviceName),
      clusterName: cluster.name,
      clusterArn: cluster.arn,
      status: 'ACTIVE',
      desiredCount: input.desiredCount,
      revisioned,
      deploymentConfiguration,
      placementConstraints: input.placementConstraints ?? [],
      placementStrategy: input.placementStrategy ?? [],
      healthCheckGracePeriodSeconds: loadBalancers.length > 0 ? (input.healthCheckGracePeriodSeconds ?? 0) : undefined,
      availabilityZoneRebalancing:
        input.availabilityZoneRebalancing ?? rebalancingByDefault(input, deploymentConfiguration),
      enableECSManagedTags: input.enableECSManagedTags ?? false,
      enableExecuteCommand: input.enableExecuteCommand ?? false,
      propagateTags: input.propagateTags ?? 'NONE',
      roleArn: roleArn(input.role, loadBalancers.length > 0),
      createdAt: world.clock.now(),
      createdBy: context.caller.arn,
      created: input,
      tags,
      deployments: [],
      currentServiceDeployment: undefined,
      events: [],
      loop: {
        steady: false,
        steadySince: 0,
        said: new Map(),
        reported: new Set(),
        startFailures: 0,
        noStartBefore: 0,
        actsFrom: 0,
        completesAt: undefined,
        lastCompleted: undefined,
        unwinding: undefined,
      },
    };
    cluster.services.set(service.name, service);
    createDeployment(ecs, cluster, service, revisioned);
    scheduleService(ecs, cluster, service);
    return answer(cluster, service);
  };

  const answer = (cluster: ClusterRecord, service: ServiceRecord): CreateServiceResponse => ({
    service: viewService(state, cluster, service, { now: world.clock.now(), withTags: true }),
  });

  /**
   * A role of the caller's is kept; else ECS uses its service-linked role, which a service without load balancers does
   * not show.
   */
  const roleArn = (role: string | undefined, balanced: boolean): string | undefined => {
    if (!balanced) return undefined;
    if (role?.startsWith('arn:')) return role;
    const path = role ?? 'aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS';
    return `arn:aws:iam::${world.account}:role/${path}`;
  };

  return { CreateService };
}

/** The service, where the same request under the same client token made it. Throws where the name is taken. */
function sameRequest(cluster: ClusterRecord, input: CreateServiceRequest): ServiceRecord | undefined {
  const existing = cluster.services.get(input.serviceName);
  if (!existing || existing.status === 'INACTIVE') return undefined;
  if (existing.status === 'DRAINING') throw invalidParameter('Unable to Start a service that is still Draining.');
  const same = input.clientToken !== undefined && JSON.stringify(existing.created) === JSON.stringify(input);
  if (!same) throw invalidParameter('Creation of service was not idempotent.');
  return existing;
}

/** On for new services that it can work for: those that spread over zones and may have a task more than desired. */
function rebalancingByDefault(
  { placementStrategy = [] }: { readonly placementStrategy?: readonly PlacementStrategy[] | undefined },
  { maximumPercent }: FilledDeploymentConfiguration,
): 'ENABLED' | 'DISABLED' {
  const [first] = placementStrategy;
  const spreads = first === undefined || (first.type === 'spread' && first.field === 'attribute:ecs.availability-zone');
  return spreads && maximumPercent > 100 ? 'ENABLED' : 'DISABLED';
}
