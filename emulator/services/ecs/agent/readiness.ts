import type { ContainerDependency } from '../../../shapes/ecs.d.ts';
import { dependenciesOf } from '../definitions/dependencies.ts';
import type { ContainerRecord } from '../tasks/record.ts';

/** Whether a container may start, must still wait, or never can. */
export type Readiness = 'ready' | 'waiting' | 'impossible';

export function readinessOf(container: ContainerRecord, all: readonly ContainerRecord[]): Readiness {
  const states = dependenciesOf(container.definition).map((dependency) => stateOf(dependency, all));
  if (states.includes('impossible')) return 'impossible';
  return states.includes('waiting') ? 'waiting' : 'ready';
}

function stateOf({ containerName, condition }: ContainerDependency, all: readonly ContainerRecord[]): Readiness {
  const target = all.find(({ definition }) => definition.name === containerName);
  if (!target) return 'impossible';
  const { lastStatus, healthStatus, exitCode } = target;
  switch (condition) {
    case 'START':
      return lastStatus === 'PENDING' ? 'waiting' : 'ready';
    case 'HEALTHY':
      if (healthStatus === 'HEALTHY') return 'ready';
      return lastStatus === 'STOPPED' || healthStatus === 'UNHEALTHY' ? 'impossible' : 'waiting';
    case 'COMPLETE':
      return lastStatus === 'STOPPED' ? 'ready' : 'waiting';
    case 'SUCCESS':
      if (lastStatus !== 'STOPPED') return 'waiting';
      return exitCode === 0 ? 'ready' : 'impossible';
  }
}

/** Containers stop in the reverse of the order in which they started: first those that need others. */
export const mayStop = (container: ContainerRecord, all: readonly ContainerRecord[]): boolean =>
  all
    .filter(({ definition }) =>
      dependenciesOf(definition).some(({ containerName }) => containerName === container.definition.name),
    )
    .every(({ lastStatus }) => lastStatus !== 'RUNNING');
