import type { ResourceDiff } from '../changeset/diff.ts';
import type { JsonObject } from '../template/json.ts';
import type { Stack, StackResource } from './stack.ts';

/**
 * Takes drifted resources for what they are, so that an update brings all of them to the template (user guide, "Using
 * drift-aware change sets"). What the last deployment made them is kept for the rollback.
 */
export function adoptDrift(stack: Stack, diffs: readonly ResourceDiff[]): void {
  stack.predrift.clear();
  for (const { logicalId, action, drift } of diffs) {
    const resource = stack.resources.get(logicalId);
    if (!resource || !drift) continue;
    if (action === 'Add') stack.predrift.set(logicalId, { deployed: resource, live: undefined });
    else if (drift.status === 'MODIFIED') {
      stack.predrift.set(logicalId, { deployed: { ...resource }, live: drift.live });
      restate(resource, drift.live);
    }
  }
}

/** What a rollback gives a resource: what it was before the update, drift included. */
export function propertiesBefore(stack: Stack, logicalId: string): JsonObject | undefined {
  return stack.predrift.get(logicalId)?.live?.properties;
}

/** Whether the resource was gone before the update, which therefore makes it anew. */
export function wasGone(stack: Stack, logicalId: string): boolean {
  const before = stack.predrift.get(logicalId);
  return before !== undefined && before.live === undefined;
}

/** Whether it is still to be made: an update that failed without a rollback may have done that. */
export function isGoneStill(stack: Stack, logicalId: string): boolean {
  return wasGone(stack, logicalId) && stack.resources.get(logicalId) === stack.predrift.get(logicalId)?.deployed;
}

/** A rollback takes back what an update made in the place of something that was gone. */
export function restoreGone(stack: Stack, logicalId: string): void {
  const before = stack.predrift.get(logicalId);
  const made = stack.resources.get(logicalId);
  if (!before) return;
  // Compared as objects: what has a custom name is made under the same physical id.
  if (made && made !== before.deployed && made.physicalId !== '') stack.garbage.push(made);
  stack.resources.set(logicalId, before.deployed);
}

/** After a rollback the drift is drift again: the stack holds its resources for what the last deployment made them. */
export function forgetDrift(stack: Stack): void {
  for (const [logicalId, { deployed }] of stack.predrift) {
    const resource = stack.resources.get(logicalId);
    if (resource) restate(resource, deployed);
  }
  stack.predrift.clear();
}

function restate(resource: StackResource, { properties, applied }: StackResource): void {
  Object.assign(resource, { properties, applied });
}
