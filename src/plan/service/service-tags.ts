import type { Cluster } from '../../model/cluster.ts';
import type { Service } from '../../model/service.ts';
import { STACK_TAGS } from '../../model/stack-names.ts';
import { imageOwnerTags } from '../task-definition/image-owners.ts';

/** Only on revisions of task definitions, which never change: anywhere else it would be wrong after the next commit. */
export const COMMIT_TAG = 'ecs-gitops:commit';

/** Marks what belongs to a service of this toolkit: without it, an alarm of the same name is somebody else's. */
export function ownershipTags(cluster: Cluster, service: Service): Readonly<Record<string, string>> {
  return { [STACK_TAGS.cluster]: cluster.name, [STACK_TAGS.service]: service.name };
}

export function serviceTags(cluster: Cluster, service: Service): Readonly<Record<string, string>> {
  return { ...service.tags, ...ownershipTags(cluster, service), ...imageOwnerTags(service) };
}

export function revisionTags(
  cluster: Cluster,
  service: Service,
  commit: string | undefined,
): Readonly<Record<string, string>> {
  return { ...service.tags, ...ownershipTags(cluster, service), ...(commit ? { [COMMIT_TAG]: commit } : {}) };
}

/** Desired tags that a resource does not have; those that others have set on it are theirs. */
export function missingTags(
  desired: Readonly<Record<string, string>>,
  live: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(desired).filter(([key, value]) => live[key] !== value));
}
