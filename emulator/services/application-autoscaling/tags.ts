import { AwsError } from '../../core/errors.ts';
import { MOST_TAGS, type TagRefusals, withTags } from '../../core/tags.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  TagResourceRequest,
  UntagResourceRequest,
} from '../../shapes/application-autoscaling.d.ts';
import { invalid } from './errors.ts';
import type { ApplicationAutoScaling, ScalableTargetRecord } from './state.ts';

export const REFUSALS: TagRefusals = {
  reserved: () => invalid("Tag keys can't start with aws:"),
  tooMany: () => new AwsError('TooManyTagsException', `A scalable target can have at most ${MOST_TAGS} tags.`),
};

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
      for (const [key, value] of withTags(tags, Object.entries(Tags), context, REFUSALS)) tags.set(key, value);
      return {};
    },

    UntagResource: ({ ResourceARN, TagKeys }: UntagResourceRequest): object => {
      const { tags } = find(ResourceARN);
      for (const key of TagKeys) tags.delete(key);
      return {};
    },
  };
}
