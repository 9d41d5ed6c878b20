import { z } from 'zod';
import { awsEnum, awsMembers } from './aws-structures.ts';
import { deploymentConfigurationFile } from './deployment-configuration-file.ts';
import { placementConstraintsFile } from './placement-constraints-file.ts';

/** Members of CreateService that come from elsewhere, and where from. */
export const RESERVED_MEMBERS: Readonly<Record<string, string>> = {
  serviceName: 'Remove it: the service has the name of its folder.',
  cluster: 'Remove it: the service belongs to the cluster in whose folder it is.',
  taskDefinition: 'Remove it: task-definition.yaml beside this file describes it.',
  clientToken: 'Remove it: each call has its own.',
  role: "Remove it: ECS's service-linked role does this, and a role passed here ties the service to it forever.",
};

/** What service.yaml says in its own way. */
const OWN_MEMBERS = ['desiredCount', 'loadBalancers', 'tags'];

/** What service.yaml takes from CreateService as it is, with our defaults. */
export const SERVICE_SETTINGS = {
  ...awsMembers('CreateServiceRequest', [...OWN_MEMBERS, ...Object.keys(RESERVED_MEMBERS)]),
  deploymentConfiguration: deploymentConfigurationFile,
  enableECSManagedTags: z
    .boolean()
    .default(true)
    .meta({ description: 'Whether ECS tags tasks with cluster and service.' }),
  propagateTags: z
    .enum(['SERVICE', 'TASK_DEFINITION', 'NONE'])
    .default('SERVICE')
    .meta({ description: 'Where tasks get their tags from.' }),
  healthCheckGracePeriodSeconds: z.int().min(0).max(2_147_483_647).optional().meta({
    description: 'Seconds that a new task may fail health checks: what the application needs to start.',
    'x-default': '30 with `loadBalancers`',
  }),
  availabilityZoneRebalancing: z.enum(['ENABLED', 'DISABLED']).optional().meta({
    description: 'Whether ECS moves tasks to keep the zones even.',
    'x-default': '`ENABLED` where the placement and `maximumPercent` allow it',
  }),
  launchType: awsEnum('LaunchType').optional().meta({
    description: 'Where the tasks run, instead of `capacityProviderStrategy`.',
    'x-default': 'none: the capacity provider decides',
  }),
  enableExecuteCommand: z
    .boolean()
    .optional()
    .meta({ description: 'Whether commands can be run in containers; needs `taskRoleArn`.', 'x-default': 'false' }),
  placementConstraints: placementConstraintsFile('PlacementConstraint'),
  placementStrategy: awsMembers('CreateServiceRequest')['placementStrategy']?.meta({
    description: 'How tasks are spread over instances.',
    'x-default': 'spread over zones, then over instances',
  }),
  capacityProviderStrategy: awsMembers('CreateServiceRequest')['capacityProviderStrategy']?.meta({
    description: 'Capacity that the tasks are placed on.',
    'x-default': "the cluster's capacity provider, unless `launchType` is given",
  }),
};
