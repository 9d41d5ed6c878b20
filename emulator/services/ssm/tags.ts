import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  AddTagsToResourceRequest,
  ListTagsForResourceRequest,
  ListTagsForResourceResult,
  RemoveTagsFromResourceRequest,
  Tag,
} from '../../shapes/ssm.d.ts';
import type { Ssm } from './store.ts';

const LIMIT = 50;

export function putTags({ tags }: Ssm, name: string, added: readonly Tag[], { internal }: CallContext): void {
  if (!internal && added.some(({ Key }) => /^aws:/i.test(Key)))
    throw new AwsError('ValidationException', "Tag keys starting with 'aws:' are reserved for internal use");
  const next = new Map(tags.get(name));
  for (const { Key, Value } of added) next.set(Key, Value);
  if ([...next.keys()].filter((key) => !key.startsWith('aws:')).length > LIMIT)
    throw new AwsError('TooManyTagsError', `A resource can have at most ${LIMIT} tags.`);
  tags.set(name, next);
}

export function tagOperations(ssm: Ssm) {
  const check = ({ ResourceType, ResourceId }: ListTagsForResourceRequest): void => {
    if (ResourceType !== 'Parameter')
      throw new AwsError(
        'InvalidResourceType',
        `This emulator has no resources of type ${ResourceType}, only Parameter.`,
      );
    if (!ssm.own.has(ResourceId))
      throw new AwsError(
        'InvalidResourceId',
        `The resource ID "${ResourceId}" is not valid. Verify the ID and try again.`,
      );
  };

  return {
    AddTagsToResource: (input: AddTagsToResourceRequest, context: CallContext): object => {
      check(input);
      putTags(ssm, input.ResourceId, input.Tags, context);
      return {};
    },

    RemoveTagsFromResource: (input: RemoveTagsFromResourceRequest): object => {
      check(input);
      const kept = [...(ssm.tags.get(input.ResourceId) ?? [])].filter(([key]) => !input.TagKeys.includes(key));
      ssm.tags.set(input.ResourceId, new Map(kept));
      return {};
    },

    ListTagsForResource: (input: ListTagsForResourceRequest): ListTagsForResourceResult => {
      check(input);
      return { TagList: [...(ssm.tags.get(input.ResourceId) ?? [])].map(([Key, Value]) => ({ Key, Value })) };
    },
  };
}
