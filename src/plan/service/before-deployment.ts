import { type JsonObject, objectsOf } from '../../model/json.ts';
import type { Change } from '../../model/plan.ts';
import type { BeforeDeployment, Service } from '../../model/service.ts';
import { type DocumentPath, positionOf } from '../../model/source.ts';
import { shown } from '../differences/property-changes.ts';
import { containersOf } from '../task-definition/task-definition-images.ts';
import { desiredSettings, type StackOutputs } from './service-desired.ts';

/** Marks the task of a service: ListTasks finds it by this, whichever run has started it. */
export function startedByOf(service: string): string {
  return `ecs-gitops/${service}`;
}

/** Where the service's tasks run and what they get there; RunTask takes its tags by themselves. */
const INHERITED = [
  'capacityProviderStrategy',
  'launchType',
  'platformVersion',
  'networkConfiguration',
  'placementConstraints',
  'placementStrategy',
  'volumeConfigurations',
  'enableECSManagedTags',
] as const;

/** RunTask's shape without `cluster` and `tags`. */
export function beforeDeploymentRequest(
  service: Service,
  { overrides }: BeforeDeployment,
  outputs: StackOutputs,
  taskDefinition: string,
): JsonObject {
  const settings = desiredSettings(service, outputs);
  const inherited = INHERITED.flatMap((name) => {
    const value = settings[name];
    return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(inherited), taskDefinition, overrides, startedBy: startedByOf(service.name) };
}

/** The row of the plan that tells of the task. */
export function beforeDeploymentChange(service: Service, { overrides, containerName }: BeforeDeployment): Change {
  const path: DocumentPath = ['beforeDeployment'];
  return {
    action: 'add',
    resource: 'task before the deployment',
    type: 'AWS::ECS::Task',
    properties: [
      { path: 'decides', before: { kind: 'absent' }, after: { kind: 'value', text: containerName } },
      { path: 'overrides', before: { kind: 'absent' }, after: shown(overrides) },
    ],
    certainty: 'certain',
    at: positionOf(service.source, path),
  };
}

/** The definition with the sizes that the task has by its overrides. */
export function overriddenDefinition(definition: JsonObject, { overrides }: BeforeDeployment): JsonObject {
  const { containerOverrides, cpu, memory } = overrides;
  const sizes = objectsOf(containerOverrides);
  return {
    ...definition,
    ...(cpu === undefined ? {} : { cpu }),
    ...(memory === undefined ? {} : { memory }),
    containerDefinitions: containersOf(definition).map((container) => ({
      ...container,
      ...sizes.find(({ name }) => name === container['name']),
    })),
  };
}
