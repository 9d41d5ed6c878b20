import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  Tag,
  TagResourceRequest,
  UntagResourceRequest,
} from '../../shapes/events.d.ts';
import type { Events, RuleRecord } from './state.ts';
import { invalid, notFound } from './state.ts';

const LIMIT = 50;

export function withTags(
  present: ReadonlyMap<string, string>,
  added: readonly Tag[],
  { internal }: CallContext,
): ReadonlyMap<string, string> {
  if (!internal && added.some(({ Key: key }) => key.startsWith('aws:')))
    throw invalid('Tag keys starting with aws: are reserved.');
  const tags = new Map([...present, ...added.map(({ Key: key, Value: value }) => [key, value] as const)]);
  if ([...tags.keys()].filter((key) => !key.startsWith('aws:')).length > LIMIT)
    throw new AwsError('LimitExceededException', `A resource can have at most ${LIMIT} tags.`);
  return tags;
}

export function tagOperations(events: Events) {
  const tagged = (arn: string): RuleRecord => {
    const rule = [...events.rules.values()].find((candidate) => candidate.arn === arn);
    if (!rule) throw notFound(`Resource ${arn} does not exist.`);
    return rule;
  };
  return {
    TagResource: ({ ResourceARN: arn, Tags }: TagResourceRequest, context: CallContext): object => {
      const rule = tagged(arn);
      rule.tags = withTags(rule.tags, Tags, context);
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
