import { isNotFound } from '../resources/lookups.ts';
import { resourceTypeOf } from '../resources/registry.ts';
import { setResourceStatus } from './events.ts';
import { dependents, runInOrder } from './order.ts';
import type { Run } from './run.ts';
import { resourceContext } from './run.ts';
import type { StackResource } from './stack.ts';
import { statusReason } from './status-reason.ts';
import { retryWhileDependedOn, waitUntil } from './waiting.ts';

/** Deletes a resource and waits until it is gone. One that is gone already is as good as deleted. */
export async function removeResource(run: Run, resource: StackResource): Promise<void> {
  const { control } = run.operation;
  const type = resourceTypeOf(resource.type);
  const context = resourceContext(run, resource.logicalId);
  const { physicalId, applied } = resource;
  try {
    await retryWhileDependedOn(control, () => type.remove(physicalId, applied, context));
    await control.sleep(run.world.latency('stack-step'));
    if (type.isGone) {
      const { isGone } = type;
      await waitUntil(control, () => isGone(physicalId, applied, context));
    }
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

export interface Removal {
  readonly resources: readonly StackResource[];
  readonly retains: (resource: StackResource) => boolean;
  readonly deleted: (resource: StackResource) => void;
}

/**
 * Deletes resources in the reverse order of their dependencies, with their events. What cannot be deleted is in
 * `run.failures`; what it depends on then stays too.
 */
export async function removeResources(run: Run, removal: Removal): Promise<void> {
  const byKey = new Map(
    removal.resources.map((resource) => [`${resource.logicalId} ${resource.physicalId}`, resource]),
  );
  const keys = [...byKey.keys()];
  const needs = (key: string): readonly string[] => {
    const dependsOn = new Set(byKey.get(key)?.dependsOn);
    return keys.filter((other) => dependsOn.has(byKey.get(other)?.logicalId ?? ''));
  };
  await runInOrder({
    ids: keys,
    dependenciesOf: dependents(keys, needs),
    stopped: () => run.operation.control.cancelled,
    work: async (key) => {
      const resource = byKey.get(key);
      return resource !== undefined && removeOne(run, resource, removal);
    },
  });
}

async function removeOne(run: Run, resource: StackResource, removal: Removal): Promise<boolean> {
  const { world, stack } = run;
  if (removal.retains(resource)) {
    setResourceStatus(world, stack, resource, 'DELETE_SKIPPED');
  } else if (resource.physicalId === '') {
    setResourceStatus(world, stack, resource, 'DELETE_COMPLETE');
  } else {
    setResourceStatus(world, stack, resource, 'DELETE_IN_PROGRESS');
    try {
      await removeResource(run, resource);
    } catch (error) {
      const reason = statusReason(world, error, resourceTypeOf(resource.type), 'update');
      setResourceStatus(world, stack, resource, 'DELETE_FAILED', reason);
      run.failures.push({ logicalId: resource.logicalId, action: 'delete' });
      return false;
    }
    setResourceStatus(world, stack, resource, 'DELETE_COMPLETE');
  }
  removal.deleted(resource);
  return true;
}
