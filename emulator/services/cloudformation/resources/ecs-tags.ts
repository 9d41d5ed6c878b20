import type { JsonObject } from '../template/json.ts';
import { objectsOf } from './properties.ts';
import type { Change, ResourceContext } from './resource-type.ts';
import { reconcileTags } from './tag-changes.ts';

export function ecsTags({ Tags: tags }: JsonObject): JsonObject {
  return objectsOf(tags).length > 0 ? { tags: objectsOf(tags).map(apiTag) } : {};
}

export async function updateEcsTags(
  resourceArn: string | undefined,
  { previous, desired }: Change,
  { call }: ResourceContext,
): Promise<void> {
  await reconcileTags(previous['Tags'], desired['Tags'], {
    add: (tags) => call('ecs', 'TagResource', { resourceArn, tags: tags.map(apiTag) }),
    remove: (tagKeys) => call('ecs', 'UntagResource', { resourceArn, tagKeys }),
  });
}

const apiTag = ({ Key: key, Value: value }: JsonObject): JsonObject => ({ key: key ?? '', value: value ?? '' });
