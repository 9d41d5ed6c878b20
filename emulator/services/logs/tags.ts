import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  TagResourceRequest,
  UntagResourceRequest,
} from '../../shapes/logs.d.ts';
import type { LogGroupRecord, Logs } from './store.ts';
import { invalidParameter } from './store.ts';

const LIMIT = 50;

export function withTags(
  present: ReadonlyMap<string, string>,
  added: Readonly<Record<string, string>>,
  { internal }: CallContext,
): Map<string, string> {
  if (!internal && Object.keys(added).some((key) => key.startsWith('aws:')))
    throw invalidParameter("Tag keys starting with 'aws:' are reserved for internal use");
  const tags = new Map([...present, ...Object.entries(added)]);
  if ([...tags.keys()].filter((key) => !key.startsWith('aws:')).length > LIMIT)
    throw new AwsError('TooManyTagsException', `A resource can have at most ${LIMIT} tags.`);
  return tags;
}

export function tagOperations(logs: Logs) {
  const tagged = (arn: string): LogGroupRecord => {
    const group = [...logs.groups.values()].find((each) => each.arn === arn.replace(/:\*$/, ''));
    if (!group) throw new AwsError('ResourceNotFoundException', 'The specified resource does not exist.');
    return group;
  };

  return {
    TagResource: ({ resourceArn, tags }: TagResourceRequest, context: CallContext): void => {
      const group = tagged(resourceArn);
      group.tags = withTags(group.tags, tags, context);
    },

    UntagResource: ({ resourceArn, tagKeys }: UntagResourceRequest): void => {
      const group = tagged(resourceArn);
      group.tags = new Map([...group.tags].filter(([key]) => !tagKeys.includes(key)));
    },

    ListTagsForResource: ({ resourceArn }: ListTagsForResourceRequest): ListTagsForResourceResponse => ({
      tags: Object.fromEntries(tagged(resourceArn).tags),
    }),
  };
}
