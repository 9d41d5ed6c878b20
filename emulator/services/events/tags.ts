import { AwsError } from '../../core/errors.ts';
import { MOST_TAGS, type TagRefusals, tagPairs, withTags } from '../../core/tags.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  TagResourceRequest,
  UntagResourceRequest,
} from '../../shapes/events.d.ts';
import type { Events, RuleRecord } from './state.ts';
import { invalid, notFound } from './state.ts';

export const REFUSALS: TagRefusals = {
  reserved: () => invalid('Tag keys starting with aws: are reserved.'),
  tooMany: () => new AwsError('LimitExceededException', `A resource can have at most ${MOST_TAGS} tags.`),
};

export function tagOperations(events: Events) {
  const tagged = (arn: string): RuleRecord => {
    const rule = [...events.rules.values()].find((candidate) => candidate.arn === arn);
    if (!rule) throw notFound(`Resource ${arn} does not exist.`);
    return rule;
  };
  return {
    TagResource: ({ ResourceARN: arn, Tags }: TagResourceRequest, context: CallContext): object => {
      const rule = tagged(arn);
      rule.tags = withTags(rule.tags, tagPairs(Tags), context, REFUSALS);
      return {};
    },

    UntagResource: ({ ResourceARN: arn, TagKeys }: UntagResourceRequest): object => {
      const rule = tagged(arn);
      rule.tags = new Map([...rule.tags].filter(([key]) => !TagKeys.includes(key)));
      return {};
    },

    ListTagsForResource: ({ ResourceARN: arn }: ListTagsForResourceRequest): ListTagsForResourceResponse => ({
      Tags: [...tagged(arn).tags].map(([Key, Value]) => ({ Key, Value })),
    }),
  };
}
