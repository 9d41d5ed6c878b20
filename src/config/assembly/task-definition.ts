import type { JsonObject } from '../../model/json.ts';
import type { ImageSource, TaskDefinition } from '../../model/service.ts';
import type { Reading } from '../reading/reading.ts';
import type { ContainerFile, TaskDefinitionFile } from '../schema/task-definition-file.ts';

const EXTERNAL = 'external';

export function buildTaskDefinition(family: string, { value, values }: Reading<TaskDefinitionFile>): TaskDefinition {
  const { family: given, containerDefinitions, $schema: _, ...rest } = value;
  return {
    family: given ?? family,
    // The schema lets nothing through that is not JSON; only its types do not say so.
    definition: { ...rest, containerDefinitions: containerDefinitions.map(withoutExternalImage) } as JsonObject,
    containers: containerDefinitions.map((container) => ({ name: container.name, image: imageSource(container) })),
    source: values,
  };
}

export function isExternal({ image }: ContainerFile): boolean {
  return image === EXTERNAL;
}

function imageSource(container: ContainerFile): ImageSource {
  if (!isExternal(container)) return { kind: 'config', image: container.image };
  return { kind: 'external', initialImage: container.initialImage ?? '' };
}

function withoutExternalImage(container: ContainerFile): object {
  const { image, initialImage: _, ...rest } = container;
  return isExternal(container) ? rest : { ...rest, image };
}
