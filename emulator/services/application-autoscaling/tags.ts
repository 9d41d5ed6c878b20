import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  TagResourceRequest,
  UntagResourceRequest,
} from '../../shapes/application-autoscaling.d.ts';
import { invalid } from './errors.ts';
import type { ApplicationAutoScaling, ScalableTargetRecord } from './state.ts';

const LIMIT = 50;

/** Refuses what clients may not tag with; `present` are the keys that the target has already. */
export function checkedTags(
  tags: Readonly<Record<string, string>>,
  present: Iterable<string>,
  { internal }: CallContext,
): [string, string][] {
  const entries = Object.entries(tags);
  if (!internal && entries.some(([key]) => key.startsWith('aws:'))) throw invalid("Tag keys can't start with aws:");
  const keys = new Set([...present, ...Object.keys(tags)]);
  if ([...keys].filter((key) => !key.startsWith('aws:')).length > LIMIT)
    throw new AwsError('TooManyTagsException', `A scalable target can have at most ${LIMIT} tags.`);
  return entries;
}

export function tagOperations({ targets }: ApplicationAutoScaling) {
  const find = (arn: string): ScalableTargetRecord => {
    const target = [...targets.values()].find((each) => each.arn === arn);
    if (!target) throw new AwsError('ResourceNotFoundException', `The resource with ARN ${arn} was not found.`);
    return target;
  };

  return {
    ListTagsForResource: ({ ResourceARN }: ListTagsForResourceRequest): ListTagsForResourceResponse => ({
      Tags: Object.fromEntries(find(ResourceARN).tags),
    }),

    TagResource: ({ ResourceARN, Tags }: TagResourceRequest, context: CallContext): object => {
      const { tags } = find(ResourceARN);
      for (const [key, value] of checkedTags(Tags, tags.keys(), context)) tags.set(key, value);
      return {};
    },

    UntagResource: ({ ResourceARN, TagKeys }: UntagResourceRequest): object => {
      const { tags } = find(ResourceARN);
      for (const key of TagKeys) tags.delete(key);
      return {};
    },
  };
}
