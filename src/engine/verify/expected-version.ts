import type { JsonObject } from '../../model/json.ts';
import type { VersionMark } from '../../model/service.ts';

interface VersionFacts {
  /** The image that the container in question has, with tag or digest. */
  readonly image: string | undefined;
  /** The commit that is deployed. */
  readonly commit: string | undefined;
}

/** A version mark with its placeholders filled in; undefined where one of them has no value. */
export function expectedVersion(mark: VersionMark, { image, commit }: VersionFacts): VersionMark | undefined {
  const values: Readonly<Record<string, string | undefined>> = {
    'image.tag': image && imageTag(image),
    'image.digest': image && imageDigest(image),
    commit,
  };
  let complete = true;
  const equals = mark.equals.replace(/\$\{([^}]*)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) complete = false;
    return value ?? '';
  });
  return complete ? { ...mark, equals } : undefined;
}

/** `latest` where an image has neither tag nor digest, as Docker takes it. */
export function imageTag(image: string): string | undefined {
  const [name = ''] = image.split('@');
  const tag = /:([^:/]+)$/.exec(name)?.[1];
  return tag ?? (image.includes('@') ? undefined : 'latest');
}

export function imageDigest(image: string): string | undefined {
  return image.split('@')[1];
}

/** The image of a container in a task definition, as ECS describes it. */
export function imageIn(definition: JsonObject, container: string): string | undefined {
  const containers = definition['containerDefinitions'];
  if (!Array.isArray(containers)) return undefined;
  const found = containers.find((candidate: JsonObject) => candidate['name'] === container);
  return typeof found?.['image'] === 'string' ? found['image'] : undefined;
}
