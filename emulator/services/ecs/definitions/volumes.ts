import type { RegisterTaskDefinitionRequest } from '../../../shapes/ecs.d.ts';
import { clientError } from '../refusals.ts';

/** Volumes have names of their own, and what a container mounts is one of them or another container's. */
export function checkVolumes({ volumes = [], containerDefinitions }: RegisterTaskDefinitionRequest): void {
  const names = volumes.map(({ name }) => name);
  if (names.some((name) => !name)) throw clientError('Volume.name should not be null or empty.');
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw clientError(`The volume '${twice}' is defined multiple times in task.`);
  const containers = containerDefinitions.map(({ name }) => name);
  for (const { mountPoints = [], volumesFrom = [] } of containerDefinitions) {
    for (const { sourceVolume } of mountPoints)
      if (!names.includes(sourceVolume)) throw clientError(`Unknown volume '${sourceVolume}'.`);
    for (const { sourceContainer } of volumesFrom)
      if (!containers.includes(sourceContainer))
        throw clientError(`Invalid 'volumesFrom' setting. Unknown container: '${sourceContainer}'.`);
  }
}
