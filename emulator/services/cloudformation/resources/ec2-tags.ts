import type { Json, JsonObject } from '../template/json.ts';
import { objectsOf } from './properties.ts';
import type { Change, ResourceContext } from './resource-type.ts';
import { reconcileTags } from './tag-changes.ts';

/** Tags as EC2 takes them when it creates something. */
export function tagSpecifications(resourceType: string, { Tags: tags }: JsonObject): JsonObject {
  if (objectsOf(tags).length === 0) return {};
  return { TagSpecifications: [{ ResourceType: resourceType, Tags: tags as Json }] };
}

export async function updateEc2Tags(
  id: string,
  { previous, desired }: Change,
  { call }: ResourceContext,
): Promise<void> {
  await reconcileTags(previous['Tags'], desired['Tags'], {
    add: (tags) => call('ec2', 'CreateTags', { Resources: [id], Tags: tags }),
    remove: (keys) => call('ec2', 'DeleteTags', { Resources: [id], Tags: keys.map((Key) => ({ Key })) }),
  });
}
