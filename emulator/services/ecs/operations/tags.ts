import { AwsError } from '../../../core/errors.ts';
import type { CallContext } from '../../../core/world.ts';
import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  Tag,
  TagResourceRequest,
  TagResourceResponse,
  UntagResourceRequest,
  UntagResourceResponse,
} from '../../../shapes/ecs.d.ts';
import { resourceParts } from '../arns.ts';
import type { Ecs } from '../context.ts';
import { findDefinition } from '../definitions/lookup.ts';
import { invalidParameter } from '../refusals.ts';
import { checkTags, withoutTags } from '../tags.ts';

interface Tagged {
  tags: readonly Tag[];
}

export function tagOperations({ state }: Ecs) {
  const find = (arn: string): Tagged | undefined => {
    const kind = arn.split(':')[5]?.split('/')[0];
    const [first = '', second = ''] = resourceParts(arn);
    const cluster = state.clusters.get(first);
    switch (kind) {
      case 'cluster':
        return cluster;
      case 'service':
        return cluster?.services.get(second);
      case 'task':
        return cluster?.tasks.get(second);
      case 'container-instance':
        return cluster?.instances.get(second);
      case 'capacity-provider':
        return state.capacityProviders.get(first);
      case 'task-definition':
        return findDefinition(state, arn);
      default:
        throw invalidParameter('The specified ARN does not support tagging.');
    }
  };
  const known = (arn: string): Tagged => {
    const resource = arn.startsWith('arn:') ? find(arn) : undefined;
    if (!resource)
      throw new AwsError(
        'ResourceNotFoundException',
        'The specified resource is inactive or does not exist. Specify a valid resource and try again.',
      );
    return resource;
  };

  const TagResource = ({ resourceArn, tags }: TagResourceRequest, context: CallContext): TagResourceResponse => {
    const resource = known(resourceArn);
    resource.tags = checkTags(tags, resource.tags, context);
    return {};
  };
  const UntagResource = ({ resourceArn, tagKeys }: UntagResourceRequest): UntagResourceResponse => {
    const resource = known(resourceArn);
    resource.tags = withoutTags(resource.tags, tagKeys);
    return {};
  };
  const ListTagsForResource = ({ resourceArn }: ListTagsForResourceRequest): ListTagsForResourceResponse => ({
    tags: [...known(resourceArn).tags],
  });

  return { TagResource, UntagResource, ListTagsForResource };
}
