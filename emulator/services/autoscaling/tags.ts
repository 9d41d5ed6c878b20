import { AwsError } from '../../core/errors.ts';
import { checkTagKeys, MOST_TAGS, type TagRefusals } from '../../core/tags.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  CreateOrUpdateTagsType,
  DeleteTagsType,
  DescribeTagsType,
  Filter,
  Tag,
  TagsType,
} from '../../shapes/autoscaling.d.ts';
import { findLiveGroup, invalid } from './errors.ts';
import { tagDescriptions } from './group-view.ts';
import { page } from './pages.ts';
import type { AutoScaling, Group } from './state.ts';

const REFUSALS: TagRefusals = {
  reserved: () => invalid('Tag keys starting with "aws:" are reserved for internal use.'),
  tooMany: () => new AwsError('LimitExceeded', `An Auto Scaling group can have at most ${MOST_TAGS} tags.`),
};

/** Refuses what clients may not tag with; `present` are the keys that the group has already. */
export function checkTags(tags: readonly Tag[], present: Iterable<string>, context: CallContext): void {
  checkTagKeys(
    tags.map(({ Key }) => Key),
    present,
    context,
    REFUSALS,
  );
}

export function putTags(group: Group, tags: readonly Tag[]): void {
  for (const { Key, Value, PropagateAtLaunch } of tags)
    group.tags.set(Key, { value: Value ?? '', propagate: PropagateAtLaunch ?? false });
}

/** DescribeAutoScalingGroups' filters: `tag-key`, `tag-value` and `tag:<key>`. */
export function matchesTags({ tags }: Group, filters: readonly Filter[] | undefined): boolean {
  return (filters ?? []).every(({ Name = '', Values = [] }) => {
    if (Name === 'tag-key') return Values.some((value) => tags.has(value));
    if (Name === 'tag-value') return [...tags.values()].some(({ value }) => Values.includes(value));
    if (Name.startsWith('tag:')) return Values.includes(tags.get(Name.slice('tag:'.length))?.value ?? '');
    throw invalid(`Filter type ${Name} is not correct. Allowed Filter types are: tag-key, tag-value, tag:<tag-key>`);
  });
}

export function tagOperations(asg: AutoScaling) {
  const owner = ({ ResourceId, ResourceType }: Tag): Group => {
    if (ResourceType !== undefined && ResourceType !== 'auto-scaling-group')
      throw invalid(`Invalid resource type ${ResourceType}.`);
    return findLiveGroup(asg, ResourceId);
  };

  return {
    CreateOrUpdateTags: ({ Tags }: CreateOrUpdateTagsType, context: CallContext): void => {
      const byGroup = Map.groupBy(Tags, owner);
      for (const [group, tags] of byGroup) checkTags(tags, group.tags.keys(), context);
      for (const [group, tags] of byGroup) putTags(group, tags);
    },

    DeleteTags: ({ Tags }: DeleteTagsType): void => {
      for (const tag of Tags) {
        const group = owner(tag);
        const present = group.tags.get(tag.Key);
        if (present && (tag.Value === undefined || tag.Value === present.value)) group.tags.delete(tag.Key);
      }
    },

    DescribeTags: (input: DescribeTagsType): TagsType => {
      const found = [...asg.groups.values()].flatMap(tagDescriptions).filter((tag) =>
        (input.Filters ?? []).every(({ Name, Values = [] }) => {
          if (Name === 'auto-scaling-group') return Values.includes(tag.ResourceId ?? '');
          if (Name === 'key') return Values.includes(tag.Key ?? '');
          if (Name === 'value') return Values.includes(tag.Value ?? '');
          if (Name === 'propagate-at-launch') return Values.includes(String(tag.PropagateAtLaunch));
          throw invalid(`Filter type ${Name} is not correct.`);
        }),
      );
      const { items, NextToken } = page(found, input);
      return { Tags: items, NextToken };
    },
  };
}
