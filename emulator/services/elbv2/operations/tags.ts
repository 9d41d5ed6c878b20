import type { CallContext } from '../../../core/world.ts';
import type { AddTagsInput, DescribeTagsInput, DescribeTagsOutput, RemoveTagsInput } from '../../../shapes/elbv2.d.ts';
import type { Context } from '../context.ts';
import { findAny } from '../finders.ts';
import { mergeTags } from '../tags.ts';

export function tagOperations({ store }: Context) {
  const check = (arns: readonly string[]): void => {
    for (const arn of arns) findAny(store, arn);
  };
  const tagsOf = (arn: string) => store.tags.get(arn) ?? [];
  return {
    AddTags: ({ ResourceArns, Tags }: AddTagsInput, call: CallContext) => {
      check(ResourceArns);
      const merged = ResourceArns.map((arn) => [arn, mergeTags(tagsOf(arn), Tags, call)] as const);
      for (const [arn, tags] of merged) store.tags.set(arn, tags);
      return {};
    },
    RemoveTags: ({ ResourceArns, TagKeys }: RemoveTagsInput) => {
      check(ResourceArns);
      for (const arn of ResourceArns)
        store.tags.set(
          arn,
          tagsOf(arn).filter(({ Key }) => !TagKeys.includes(Key)),
        );
      return {};
    },
    DescribeTags: ({ ResourceArns }: DescribeTagsInput): DescribeTagsOutput => {
      check(ResourceArns);
      return { TagDescriptions: ResourceArns.map((arn) => ({ ResourceArn: arn, Tags: [...tagsOf(arn)] })) };
    },
  };
}
