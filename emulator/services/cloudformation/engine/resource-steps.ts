import { resourceTypeOf } from '../resources/registry.ts';
import { sameValue } from '../template/json.ts';
import { setResourceStatus } from './events.ts';
import { createResource, refuseSameName, updateResource } from './provision.ts';
import type { DesiredResource } from './resource-plan.ts';
import { changedProperties, needsReplacement } from './resource-plan.ts';
import type { Failure, Run } from './run.ts';
import { fail } from './run.ts';
import type { Deployment, StackResource } from './stack.ts';
import { statusReason } from './status-reason.ts';
import { isTaggable, sameTags } from './tags.ts';

/** What a step on one resource belongs to. */
export interface Step {
  readonly previous: Deployment | undefined;
  readonly target: Deployment;
  readonly dependsOn: readonly string[];
}

const REPLACING = 'Requested update requires the creation of a new physical resource; hence creating one.';

export async function createNew(run: Run, id: string, desired: DesiredResource, step: Step): Promise<boolean> {
  const { world, stack } = run;
  const resource = blankResource(id, desired.type, step);
  Object.assign(resource, settings(desired, step), { properties: desired.properties });
  stack.resources.set(id, resource);
  setResourceStatus(world, stack, resource, 'CREATE_IN_PROGRESS');
  try {
    await createResource(run, resource, step.target, 'CREATE_IN_PROGRESS');
  } catch (error) {
    return recordFailure(run, resource, error, 'create');
  }
  setResourceStatus(world, stack, resource, 'CREATE_COMPLETE');
  return true;
}

/** Updates or replaces the resource where it differs from what is desired; says so where it had been displaced. */
export async function bringUpToDate(
  run: Run,
  resource: StackResource,
  desired: DesiredResource,
  step: Step,
  restored: boolean,
): Promise<boolean> {
  const { world, stack } = run;
  const { properties, metadata } = resource;
  const retag = isTaggable(resource.type) && !sameTags(step.previous?.tags, step.target.tags);
  const changed = changedProperties(properties, desired.properties).length > 0 || retag || resource.uncertain;
  Object.assign(resource, settings(desired, step));
  if (changed) {
    const replaces = needsReplacement(resource.type, properties, desired.properties);
    return replaces ? replace(run, resource, desired, step) : update(run, resource, desired, step);
  }
  const annotated = !sameValue(metadata, desired.metadata);
  if (annotated) setResourceStatus(world, stack, resource, 'UPDATE_IN_PROGRESS');
  if (annotated || restored) setResourceStatus(world, stack, resource, 'UPDATE_COMPLETE');
  return true;
}

async function update(run: Run, resource: StackResource, desired: DesiredResource, step: Step): Promise<boolean> {
  const { world, stack } = run;
  const { properties: previous } = resource;
  resource.properties = desired.properties;
  setResourceStatus(world, stack, resource, 'UPDATE_IN_PROGRESS');
  try {
    resource.uncertain = true;
    await updateResource(run, resource, step.target);
  } catch (error) {
    recordFailure(run, resource, error, 'update');
    resource.properties = previous;
    return false;
  }
  resource.uncertain = false;
  setResourceStatus(world, stack, resource, 'UPDATE_COMPLETE');
  return true;
}

async function replace(run: Run, old: StackResource, desired: DesiredResource, step: Step): Promise<boolean> {
  const { world, stack } = run;
  const resource: StackResource = { ...old, properties: desired.properties, fresh: true };
  // A resource replaced twice before the stack is stable again: the first predecessor is the one to return to.
  if (stack.displaced.has(old.logicalId)) stack.garbage.push(old);
  else stack.displaced.set(old.logicalId, old);
  stack.resources.set(old.logicalId, resource);
  try {
    resource.uncertain = true;
    refuseSameName(old, desired.properties);
    setResourceStatus(world, stack, resource, 'UPDATE_IN_PROGRESS', REPLACING);
    await createResource(run, resource, step.target, 'UPDATE_IN_PROGRESS');
  } catch (error) {
    recordFailure(run, resource, error, 'update');
    resource.properties = old.properties;
    return false;
  }
  resource.uncertain = false;
  setResourceStatus(world, stack, resource, 'UPDATE_COMPLETE');
  return true;
}

/** The predecessor takes its place again; what had replaced it is left to the clean-up. */
export function restoreDisplaced(run: Run, displaced: StackResource): StackResource {
  const { stack } = run;
  const replacement = stack.resources.get(displaced.logicalId);
  if (replacement && replacement.physicalId !== displaced.physicalId) stack.garbage.push(replacement);
  stack.displaced.delete(displaced.logicalId);
  stack.resources.set(displaced.logicalId, displaced);
  return displaced;
}

export function skipResource(run: Run, resource: StackResource, desired: DesiredResource, step: Step): boolean {
  Object.assign(resource, settings(desired, step), { properties: desired.properties, uncertain: false });
  setResourceStatus(run.world, run.stack, resource, 'UPDATE_COMPLETE');
  return true;
}

export function recordFailure(run: Run, resource: StackResource, error: unknown, action: Failure['action']): boolean {
  const { world, stack } = run;
  const reason = statusReason(world, error, resourceTypeOf(resource.type), action === 'create' ? 'creation' : 'update');
  setResourceStatus(world, stack, resource, action === 'create' ? 'CREATE_FAILED' : 'UPDATE_FAILED', reason);
  fail(run, { logicalId: resource.logicalId, action });
  return false;
}

export function settings(desired: DesiredResource, step: Step): Partial<StackResource> {
  const { metadata, updatePolicy, deletionPolicy, updateReplacePolicy } = desired;
  return { metadata, updatePolicy, deletionPolicy, updateReplacePolicy, dependsOn: step.dependsOn };
}

export function blankResource(logicalId: string, type: string, step: Step): StackResource {
  return {
    logicalId,
    type,
    physicalId: '',
    status: 'CREATE_IN_PROGRESS',
    reason: undefined,
    timestamp: 0,
    properties: {},
    applied: {},
    ref: '',
    attributes: {},
    metadata: undefined,
    deletionPolicy: 'Delete',
    updateReplacePolicy: 'Delete',
    updatePolicy: undefined,
    dependsOn: step.dependsOn,
    uncertain: false,
    fresh: true,
  };
}
