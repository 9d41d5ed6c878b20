import type { ConfigIssue } from '../../model/source.ts';
import type { ServiceDraft } from '../draft.ts';
import { problemAt } from '../reading/reading.ts';
import type { ContainerFile } from '../schema/task-definition-file.ts';
import { containerNames } from './container-names.ts';
import { wayBack } from './way-back.ts';

/** The order in which containers start: what one waits for can happen, and none waits for itself. */
export function checkContainerOrder(service: ServiceDraft): readonly ConfigIssue[] {
  const { taskFile } = service;
  const { containerDefinitions: containers } = taskFile.value;
  if (!containerNames(service)) return [];
  const byName = new Map(containers.map((container) => [container.name, container]));
  return containers.flatMap((container, index) => [
    ...(container.dependsOn ?? []).flatMap(({ containerName, condition }, position) => {
      const target = byName.get(containerName);
      const problem = target && problemOf(target, condition);
      const path = ['containerDefinitions', index, 'dependsOn', position, 'condition'];
      return problem ? problemAt(taskFile, path, ...problem) : [];
    }),
    ...othersBefore(container).flatMap((other) => {
      const circle = wayBack((name) => othersBefore(byName.get(name) ?? {}), other, container.name);
      if (!circle || other === container.name) return [];
      const message = `These containers wait for each other: ${[container.name, ...circle].join(' → ')}.`;
      return problemAt(taskFile, ['containerDefinitions', index], message, 'Remove one of the dependencies.');
    }),
  ]);
}

function problemOf(
  { name, essential, healthCheck }: ContainerFile,
  condition: string,
): readonly [message: string, hint: string] | undefined {
  if (condition === 'HEALTHY' && !healthCheck)
    return [`Container "${name}" has no health check.`, 'Add "healthCheck:" to it, or write "condition: START".'];
  if (['COMPLETE', 'SUCCESS'].includes(condition) && essential !== false)
    return [`Container "${name}" is essential: its end is the end of the task.`, 'Write "essential: false" in it.'];
  return undefined;
}

/** Links and volumesFrom make a container wait for another, as dependsOn does. */
function othersBefore({ dependsOn = [], links = [], volumesFrom = [] }: Partial<ContainerFile>): readonly string[] {
  return [
    ...dependsOn.map(({ containerName }) => containerName),
    ...links.map((link) => link.split(':')[0] ?? ''),
    ...volumesFrom.map(({ sourceContainer }) => sourceContainer),
  ];
}
