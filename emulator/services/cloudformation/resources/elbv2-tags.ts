import type { Change, ResourceContext } from './resource-type.ts';
import { reconcileTags } from './tag-changes.ts';

export async function updateElbTags(
  arn: string,
  { previous, desired }: Change,
  { call }: ResourceContext,
): Promise<void> {
  await reconcileTags(previous['Tags'], desired['Tags'], {
    add: (tags) => call('elbv2', 'AddTags', { ResourceArns: [arn], Tags: tags }),
    remove: (keys) => call('elbv2', 'RemoveTags', { ResourceArns: [arn], TagKeys: keys }),
  });
}
