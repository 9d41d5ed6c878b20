import type { Service } from '../../model/service.ts';

/**
 * On a service that config manages: the containers whose images config leaves to others. Without it nobody claims any
 * image.
 */
export const EXTERNAL_IMAGES_TAG = 'ecs-gitops:external-images';

/** The longest value of a tag. */
const LONGEST = 256;

/**
 * Tells whoever deploys without config whose images they are. Names beyond the longest value of a tag stay config's.
 */
export function imageOwnerTags({ taskDefinition }: Service): Readonly<Record<string, string>> {
  let value = '';
  for (const { name, image } of taskDefinition.containers) {
    const longer = value === '' ? name : `${value} ${name}`;
    if (image.kind === 'external' && longer.length <= LONGEST) value = longer;
  }
  return { [EXTERNAL_IMAGES_TAG]: value };
}

/** Whether config owns the container's image, as far as the service's tags tell. */
export function isOwnedByConfig(tags: Readonly<Record<string, string>>, container: string): boolean {
  const external = tags[EXTERNAL_IMAGES_TAG];
  return external !== undefined && !external.split(' ').includes(container);
}
