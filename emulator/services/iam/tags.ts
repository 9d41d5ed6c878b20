import { AwsError } from '../../core/errors.ts';
import { MOST_TAGS, type TagRefusals, tagPairs, withTags } from '../../core/tags.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  ListInstanceProfileTagsRequest,
  ListInstanceProfileTagsResponse,
  ListRoleTagsRequest,
  ListRoleTagsResponse,
  Tag,
  TagInstanceProfileRequest,
  TagRoleRequest,
  UntagInstanceProfileRequest,
  UntagRoleRequest,
} from '../../shapes/iam.d.ts';
import { listPage } from './pages.ts';
import type { Iam } from './state.ts';
import { findOwnRole, findProfile, findRole, tagList } from './state.ts';

const REFUSALS: TagRefusals = {
  reserved: () => new AwsError('InvalidInput', "Tag keys starting with 'aws:' are reserved for system use"),
  tooMany: () => new AwsError('LimitExceeded', `Cannot exceed quota for TagsPerResource: ${MOST_TAGS}`),
};

/** The tags after `added` were laid over `present`; IAM takes keys that differ in capitals alone for one. */
export function tagged(
  present: ReadonlyMap<string, string>,
  added: readonly Tag[] = [],
  context: CallContext,
): Map<string, string> {
  if (new Set(added.map(({ Key }) => Key.toLowerCase())).size < added.length)
    throw new AwsError('InvalidInput', 'Duplicate tag keys found. Please note that Tag keys are case insensitive.');
  return withTags(present, tagPairs(added), context, REFUSALS);
}

export const withoutTags = (present: ReadonlyMap<string, string>, keys: readonly string[]): Map<string, string> =>
  new Map([...present].filter(([key]) => !keys.includes(key)));

export function tagOperations(iam: Iam) {
  return {
    TagRole: ({ RoleName, Tags }: TagRoleRequest, context: CallContext): void => {
      const role = findOwnRole(iam, RoleName, context);
      role.tags = tagged(role.tags, Tags, context);
    },

    UntagRole: ({ RoleName, TagKeys }: UntagRoleRequest, context: CallContext): void => {
      const role = findOwnRole(iam, RoleName, context);
      role.tags = withoutTags(role.tags, TagKeys);
    },

    ListRoleTags: (input: ListRoleTagsRequest, context: CallContext): ListRoleTagsResponse => {
      const { items, ...rest } = listPage(tagList(findRole(iam, input.RoleName, context).tags), input);
      return { Tags: items, ...rest };
    },

    ListInstanceProfileTags: (
      input: ListInstanceProfileTagsRequest,
      context: CallContext,
    ): ListInstanceProfileTagsResponse => {
      const { items, ...rest } = listPage(tagList(findProfile(iam, input.InstanceProfileName, context).tags), input);
      return { Tags: items, ...rest };
    },

    TagInstanceProfile: ({ InstanceProfileName, Tags }: TagInstanceProfileRequest, context: CallContext): void => {
      const profile = findProfile(iam, InstanceProfileName, context);
      profile.tags = tagged(profile.tags, Tags, context);
    },

    UntagInstanceProfile: (input: UntagInstanceProfileRequest, context: CallContext): void => {
      const profile = findProfile(iam, input.InstanceProfileName, context);
      profile.tags = withoutTags(profile.tags, input.TagKeys);
    },
  };
}
