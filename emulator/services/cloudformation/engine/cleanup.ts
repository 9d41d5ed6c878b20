import { removeResources } from './removal.ts';
import type { Run } from './run.ts';
import { parametersInScope, presentResources } from './scope.ts';
import type { Deployment, StackResource } from './stack.ts';

const ATTEMPTS = 3;

/**
 * Deletes what a deployment no longer wants: resources that left the template, predecessors of replaced ones, and what
 * failed attempts left over. Whatever cannot be deleted in three attempts leaves the stack all the same.
 */
export async function cleanUp(run: Run, target: Deployment): Promise<'clean' | 'left-overs'> {
  const { world, stack } = run;
  const present = new Set(presentResources(target.template, parametersInScope(world, stack, target)));
  const removed = [...stack.resources.values()].filter(({ logicalId }) => !present.has(logicalId));
  const displaced = new Set(stack.displaced.values());
  let remaining = [...removed, ...displaced, ...stack.garbage];
  for (let attempt = 1; remaining.length > 0 && attempt <= ATTEMPTS; attempt++) {
    const gone = new Set<StackResource>();
    await removeResources(run, {
      resources: remaining,
      retains: (resource) => retains(run, resource, displaced.has(resource)),
      deleted: (resource) => gone.add(resource),
    });
    remaining = remaining.filter((resource) => !gone.has(resource));
  }
  for (const { logicalId } of removed) stack.resources.delete(logicalId);
  stack.displaced.clear();
  stack.garbage = [];
  for (const resource of stack.resources.values()) resource.fresh = false;
  return remaining.length > 0 ? 'left-overs' : 'clean';
}

function retains({ stack }: Run, resource: StackResource, isDisplaced: boolean): boolean {
  const policy = isDisplaced ? resource.updateReplacePolicy : resource.deletionPolicy;
  return policyRetains(policy, resource.fresh, stack.retainExceptOnCreate);
}

/** RetainExceptOnCreate keeps a resource only once the operation that made it has succeeded. */
export function policyRetains(
  policy: StackResource['deletionPolicy'],
  fresh: boolean,
  retainExceptOnCreate: boolean,
): boolean {
  if (policy === 'Retain') return !(fresh && retainExceptOnCreate);
  return policy === 'RetainExceptOnCreate' && !fresh;
}
