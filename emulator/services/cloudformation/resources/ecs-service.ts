import type { CreateServiceResponse, DescribeServicesResponse, Service } from '../../../shapes/ecs.d.ts';
import type { Json, JsonObject } from '../template/json.ts';
import { isArray, sameValue } from '../template/json.ts';
import { apiMembers } from './api-members.ts';
import { ecsTags, updateEcsTags } from './ecs-tags.ts';
import { generatedName } from './names.ts';
import type { Change, ResourceContext, ResourceType } from './resource-type.ts';
import { Unstable } from './resource-type.ts';

const TYPE = 'AWS::ECS::Service';
const FIXED = ['Cluster', 'DeploymentController', 'LaunchType', 'Role', 'SchedulingStrategy', 'ServiceName'];
const CHANGEABLE = [
  'AvailabilityZoneRebalancing',
  'CapacityProviderStrategy',
  'DeploymentConfiguration',
  'DesiredCount',
  'EnableECSManagedTags',
  'EnableExecuteCommand',
  'HealthCheckGracePeriodSeconds',
  'LoadBalancers',
  'NetworkConfiguration',
  'PlacementConstraints',
  'PlacementStrategies',
  'PropagateTags',
  'TaskDefinition',
];

/** Stable once its deployment is complete; a deployment that ECS gave up fails the resource. */
export const ecsService: ResourceType = {
  type: TYPE,
  service: 'Ecs',
  serves: ['Tags', ...FIXED, ...CHANGEABLE],
  latency: 'resource-default',
  stableWithinMs: 3 * 60 * 60_000,
  naming: { property: 'ServiceName', generate: generatedName(255) },
  create: async (properties, { call }) => {
    const replica = properties['SchedulingStrategy'] !== 'DAEMON';
    const { service } = await call<CreateServiceResponse>('ecs', 'CreateService', {
      ...(replica ? { desiredCount: 1 } : {}),
      ...input(properties, [...FIXED, ...CHANGEABLE]),
      ...ecsTags(properties),
    });
    return service?.serviceArn ?? '';
  },
  isStable: async (arn, properties, context) => {
    const service = await describe(arn, properties, context);
    const [latest, ...older] = service?.deployments ?? [];
    if (!service || !latest) return false;
    if (latest.rolloutState === 'FAILED' || isRolledBack(latest.taskDefinition, properties['TaskDefinition']))
      throw new Unstable(
        "Error occurred during operation 'ECS Deployment Circuit Breaker was triggered'.",
        'GeneralServiceException',
      );
    return older.length === 0 && latest.rolloutState === 'COMPLETED' && service.runningCount === service.desiredCount;
  },
  update: async (arn, change, context) => {
    const changes = changedInput(change);
    if (Object.keys(changes).length > 0)
      await context.call('ecs', 'UpdateService', { cluster: change.desired['Cluster'], service: arn, ...changes });
    await updateEcsTags(arn, change, context);
  },
  remove: async (arn, { Cluster: cluster }, { call }) => {
    await call('ecs', 'DeleteService', { cluster, service: arn, force: true });
  },
  isGone: async (arn, properties, context) => {
    const status = (await describe(arn, properties, context))?.status;
    return status === undefined || status === 'INACTIVE';
  },
  attributes: async (arn) => ({ ServiceArn: arn, Name: arn.slice(arn.lastIndexOf('/') + 1) }),
};

function input(properties: JsonObject, names: readonly string[]): JsonObject {
  const { placementStrategies: placementStrategy, ...rest } = apiMembers(TYPE, properties, names);
  return placementStrategy === undefined ? rest : { ...rest, placementStrategy };
}

/** What differs; lists that left the template are emptied, and a count that left it stays as it is. */
function changedInput({ previous, desired }: Change): JsonObject {
  const changed = CHANGEABLE.filter((name) => !sameValue(previous[name], desired[name]));
  const emptied = changed.filter((name) => desired[name] === undefined && isArray(previous[name]));
  return input({ ...desired, ...Object.fromEntries(emptied.map((name) => [name, []])) }, changed);
}

/** Whether ECS itself has gone back to another revision than the one that the template names. */
function isRolledBack(serving: string | undefined, desired: Json | undefined): boolean {
  return typeof desired === 'string' && desired.startsWith('arn:') && serving !== desired;
}

async function describe(
  arn: string,
  { Cluster: cluster }: JsonObject,
  { call }: ResourceContext,
): Promise<Service | undefined> {
  const { services = [] } = await call<DescribeServicesResponse>('ecs', 'DescribeServices', {
    cluster,
    services: [arn],
  });
  return services[0];
}
