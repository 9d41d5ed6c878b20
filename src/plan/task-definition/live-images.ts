import { ToolkitError } from '../../model/errors.ts';
import type { JsonObject } from '../../model/json.ts';
import type { TaskDefinitionView } from '../../model/service-views.ts';
import { differences } from '../differences/json-differences.ts';
import { type CurrentService, planMove, type RevisionMove } from '../service/revision-move.ts';
import { isOwnedByConfig } from './image-owners.ts';
import { containersOf, type ImageOverride } from './task-definition-images.ts';
import { normalTaskDefinition } from './task-definition-normal.ts';

/**
 * Makes sure that each override is for a container of one of the live services, and that config does not own its image.
 * Throws INPUT_INVALID.
 */
export function checkLiveOverrides(
  overrides: readonly ImageOverride[],
  services: readonly CurrentService[],
  cluster: string,
): void {
  for (const override of overrides) {
    const having = services.filter((current) => isFor(override, current));
    if (having.length === 0) {
      const known = services.flatMap((current) =>
        containerNames(current).map((name) => `${current.service.name}/${name}`),
      );
      throw new ToolkitError(
        'INPUT_INVALID',
        `Input images: no service of this run has a container ${[override.service, override.container].filter(Boolean).join('/')}.`,
        { hint: `Give one of: ${known.join(', ')}.` },
      );
    }
    const owned = having.find(({ service }) => isOwnedByConfig(service.tags, override.container));
    if (owned) {
      throw new ToolkitError(
        'INPUT_INVALID',
        `Input images: the image of container ${override.container} of service ${owned.service.name} is owned by the config of cluster ${cluster}.`,
        {
          hint: `Change the image in task-definition.yaml of that service, in the repository that holds config/${cluster}; or write \`image: external\` with an \`initialImage\` in that file, and deploy it once.`,
        },
      );
    }
  }
}

/**
 * The live revision with these images. One is registered only where neither the live nor the family's latest one is
 * equal.
 */
export function planImages(
  cluster: string,
  current: CurrentService,
  latest: TaskDefinitionView | undefined,
  overrides: readonly ImageOverride[],
): RevisionMove {
  const live = current.taskDefinition;
  const images = new Map(
    overrides.filter((each) => isFor(each, current)).map(({ container, image }) => [container, image]),
  );
  const register: JsonObject = {
    ...live.definition,
    containerDefinitions: containersOf(live.definition).map((container) => {
      const image = images.get(String(container['name']));
      return image === undefined ? container : { ...container, image };
    }),
  };
  const wanted = normalTaskDefinition(register);
  const isEqual = ({ definition }: TaskDefinitionView): boolean =>
    differences(normalTaskDefinition(definition), wanted).length === 0;
  if (isEqual(live)) return planMove(cluster, current, live);
  return planMove(cluster, current, latest?.status === 'ACTIVE' && isEqual(latest) ? latest : { register });
}

function isFor({ service, container }: ImageOverride, current: CurrentService): boolean {
  return (service ?? current.service.name) === current.service.name && containerNames(current).includes(container);
}

function containerNames({ taskDefinition }: CurrentService): readonly string[] {
  return containersOf(taskDefinition.definition).map(({ name }) => String(name));
}
