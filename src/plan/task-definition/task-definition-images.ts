import { ToolkitError } from '../../model/errors.ts';
import { type JsonObject, objectsOf } from '../../model/json.ts';
import type { Container, Service } from '../../model/service.ts';
import { positionOf } from '../../model/source.ts';

/** A line of the input `images`: which image the app's own pipeline wants in a container. */
export interface ImageOverride {
  /** Every service that has the container, where not given. */
  readonly service: string | undefined;
  readonly container: string;
  readonly image: string;
}

/** Reads lines of `[service/]container=image`; empty ones count for nothing. Throws INPUT_INVALID. */
export function parseImageOverrides(text: string): readonly ImageOverride[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const found = /^(?:([^\s/=]+)\/)?([^\s/=]+)\s*=\s*(\S+)$/.exec(line);
      const [, service, container, image] = found ?? [];
      if (container !== undefined && image !== undefined) return { service, container, image };
      throw refused(`Input images: ${JSON.stringify(line)} is not [service/]container=image.`, EXAMPLE);
    });
}

/**
 * Makes sure that every override is for a container that config leaves to the app's own repository (`image: external`)
 * in one of the services. Throws INPUT_INVALID.
 */
export function checkImageOverrides(overrides: readonly ImageOverride[], services: readonly Service[]): void {
  for (const override of overrides) {
    const owners = services.filter(
      (service) => appliesTo(override, service) && findContainer(service, override.container) !== undefined,
    );
    if (owners.length === 0) {
      const known = services.flatMap(({ name, taskDefinition }) =>
        taskDefinition.containers.map((container) => `${name}/${container.name}`),
      );
      throw refused(
        `Input images: no service of this run has a container ${[override.service, override.container].filter(Boolean).join('/')}.`,
        `Give one of: ${known.join(', ')}.`,
      );
    }
    for (const service of owners) refuseOwned(service, override);
  }
}

/**
 * The image of each container: config's, or where config says `external` the override's, else the live one, else the
 * initial one.
 */
export function imagesOf(
  service: Service,
  overrides: readonly ImageOverride[],
  live: JsonObject | undefined,
): Readonly<Record<string, string>> {
  const images = service.taskDefinition.containers.map(({ name, image }) => {
    if (image.kind === 'config') return [name, image.image] as const;
    const override = overrides.findLast((each) => appliesTo(each, service) && each.container === name);
    return [name, override?.image ?? liveImage(live, name) ?? image.initialImage] as const;
  });
  return Object.fromEntries(images);
}

/** Config's task definition with every container's image in it: what RegisterTaskDefinition takes, family included. */
export function withImages(service: Service, images: Readonly<Record<string, string>>): JsonObject {
  const { family, definition } = service.taskDefinition;
  const containers = containersOf(definition).map((container) => {
    const image = images[String(container['name'])];
    return image === undefined ? container : { ...container, image };
  });
  return { ...definition, family, containerDefinitions: containers };
}

export function containersOf(definition: JsonObject | undefined): readonly JsonObject[] {
  const containers = definition?.['containerDefinitions'];
  return objectsOf(containers);
}

function refuseOwned(service: Service, { container }: ImageOverride): void {
  const { source } = service.taskDefinition;
  if (findContainer(service, container)?.image.kind !== 'config') return;
  const index = containersOf(service.taskDefinition.definition).findIndex(({ name }) => name === container);
  const at = positionOf(source, ['containerDefinitions', index, 'image']);
  throw new ToolkitError(
    'INPUT_INVALID',
    `Input images: the image of container ${container} of service ${service.name} is owned by config${at ? ` (${at.file}:${at.line})` : ''}.`,
    {
      hint: 'Change the image there, in the repository that holds config; or write `image: external` with an `initialImage` in that file.',
      at,
    },
  );
}

function appliesTo(override: ImageOverride, service: Service): boolean {
  return override.service === undefined || override.service === service.name;
}

function findContainer(service: Service, name: string): Container | undefined {
  return service.taskDefinition.containers.find((container) => container.name === name);
}

function liveImage(live: JsonObject | undefined, name: string): string | undefined {
  const image = containersOf(live).find((container) => container['name'] === name)?.['image'];
  return typeof image === 'string' ? image : undefined;
}

const EXAMPLE =
  'Write one container per line, e.g. `app=123456789012.dkr.ecr.eu-central-1.amazonaws.com/app@sha256:…`.';

function refused(message: string, hint: string): ToolkitError {
  return new ToolkitError('INPUT_INVALID', message, { hint });
}
