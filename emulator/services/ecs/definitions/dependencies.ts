import type { ContainerDefinition, ContainerDependency } from '../../../shapes/ecs.d.ts';
import { clientError } from '../refusals.ts';

/**
 * Links and volumesFrom make a container wait for another's start as a START dependency does [agent, dependency graph].
 */
export function dependenciesOf(container: ContainerDefinition): ContainerDependency[] {
  const declared = container.dependsOn ?? [];
  const implied = [
    ...(container.links ?? []).map(linkTarget),
    ...(container.volumesFrom ?? []).flatMap(({ sourceContainer }) => sourceContainer ?? []),
  ].filter((name) => !declared.some(({ containerName }) => containerName === name));
  return [...declared, ...implied.map((containerName) => ({ containerName, condition: 'START' as const }))];
}

export const linkTarget = (link: string): string => link.split(':')[0] ?? link;
export const linkAlias = (link: string): string => link.split(':')[1] ?? linkTarget(link);

/** Refuses dependencies on what is not there, on oneself, and in a circle; the `+` in the message is AWS's. */
export function checkDependencies(containers: readonly ContainerDefinition[]): void {
  const byName = new Map(containers.map((container) => [container.name, container]));
  for (const container of containers) {
    for (const { containerName, condition } of dependenciesOf(container)) {
      const target = byName.get(containerName);
      if (!target) throw clientError(`Cannot depend on container + '${containerName}' because it does not exist`);
      if (condition === 'HEALTHY' && !target.healthCheck)
        throw clientError('A dependency container with HEALTHY condition must have health check configured');
      if ((condition === 'COMPLETE' || condition === 'SUCCESS') && target.essential !== false)
        throw clientError('A dependency container with SUCCESS or COMPLETE condition cannot be an essential container');
    }
  }
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) throw clientError('The container dependencies of the task definition form a cycle.');
    const container = byName.get(name);
    if (!container || done.has(name)) return;
    for (const { containerName } of dependenciesOf(container)) visit(containerName, [...path, name]);
    done.add(name);
  };
  for (const { name } of containers) if (name !== undefined) visit(name, []);
}
