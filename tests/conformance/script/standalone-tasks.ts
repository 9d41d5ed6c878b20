import type { ScriptItem } from '../step.ts';

const NOWHERE = 'arn:aws:ecs:<region>:123456789012:service-deployment/conformance/web/none';

/** A task by itself, and the revisions that it and services have. */
export const standaloneTasks: readonly ScriptItem[] = [
  {
    service: 'ecs',
    operation: 'RunTask',
    input: { cluster: 'none', taskDefinition: '<first>' },
    refused: 'ClusterNotFoundException',
  },
  {
    service: 'ecs',
    operation: 'StopTask',
    input: { cluster: 'none', task: 'none' },
    refused: 'ClusterNotFoundException',
  },
  {
    service: 'ecs',
    operation: 'ContinueServiceDeployment',
    input: { serviceDeploymentArn: NOWHERE, hookId: 'ecs-pause-0123456789' },
    refused: 'ServiceDeploymentNotFoundException',
  },
  {
    service: 'ecs',
    operation: 'RegisterTaskDefinition',
    input: {
      family: 'old',
      networkMode: 'bridge',
      containerDefinitions: [{ name: 'web', image: 'example/web:1', memory: 128 }],
    },
    save: { old: 'taskDefinition.taskDefinitionArn' },
  },
  {
    service: 'ecs',
    operation: 'ListTaskDefinitions',
    input: { familyPrefix: 'old', status: 'ACTIVE', sort: 'DESC' },
    fields: ['taskDefinitionArns'],
    cli: true,
  },
  {
    service: 'ecs',
    operation: 'DeregisterTaskDefinition',
    input: { taskDefinition: '<old>' },
    fields: ['taskDefinition.status', 'taskDefinition.revision'],
  },
  {
    service: 'ecs',
    operation: 'ListTaskDefinitions',
    input: { familyPrefix: 'old', status: 'ACTIVE' },
    fields: ['taskDefinitionArns'],
  },
];
