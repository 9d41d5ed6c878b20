import type { DescribeTaskDefinitionResponse, RegisterTaskDefinitionResponse } from '../../../shapes/ecs.d.ts';
import { apiMembers } from './api-members.ts';
import { ecsTags, updateEcsTags } from './ecs-tags.ts';
import { generatedName } from './names.ts';
import type { ResourceType } from './resource-type.ts';

const TYPE = 'AWS::ECS::TaskDefinition';
const MEMBERS = [
  'ContainerDefinitions',
  'Cpu',
  'EnableFaultInjection',
  'EphemeralStorage',
  'ExecutionRoleArn',
  'IpcMode',
  'Memory',
  'NetworkMode',
  'PidMode',
  'PlacementConstraints',
  'RequiresCompatibilities',
  'RuntimePlatform',
  'TaskRoleArn',
  'Volumes',
];
const familyFor = generatedName(255);

/** One revision; another is another resource, so that a family is no name that could be taken. */
export const ecsTaskDefinition: ResourceType = {
  type: TYPE,
  service: 'Ecs',
  serves: ['Family', 'Tags', ...MEMBERS],
  latency: 'resource-default',
  create: async (properties, context) => {
    const { taskDefinition } = await context.call<RegisterTaskDefinitionResponse>('ecs', 'RegisterTaskDefinition', {
      family: properties['Family'] ?? familyFor(context),
      ...apiMembers(TYPE, properties, MEMBERS),
      ...ecsTags(properties),
    });
    return taskDefinition?.taskDefinitionArn ?? '';
  },
  update: updateEcsTags,
  remove: async (arn, _properties, { call }) => {
    const { taskDefinition } = await call<DescribeTaskDefinitionResponse>('ecs', 'DescribeTaskDefinition', {
      taskDefinition: arn,
    });
    if (taskDefinition?.status === 'ACTIVE') await call('ecs', 'DeregisterTaskDefinition', { taskDefinition: arn });
  },
  attributes: async (arn) => ({ TaskDefinitionArn: arn }),
};
