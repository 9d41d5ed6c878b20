import type { DescribeChangeSetOutput } from '../../../shapes/cloudformation.d.ts';
import type { Stack, StackResource } from '../engine/stack.ts';
import type { ResourceContext } from '../resources/resource-type.ts';
import type { LiveResource } from './live-resource.ts';
import { readLive } from './live-resource.ts';
import { managedProperties } from './managed.ts';

/** Every resource of a stack as it was read, by logical id. */
export interface LiveStack {
  readonly resources: ReadonlyMap<string, LiveResource>;
  /** Milliseconds since the epoch. */
  readonly detectedAt: number;
}

export async function readStack(
  stack: Stack,
  contextOf: (logicalId: string) => ResourceContext,
  now: number,
): Promise<LiveStack> {
  const there = [...stack.resources.values()].filter(isThere);
  const resources = await Promise.all(
    there.map(
      async (resource) => [resource.logicalId, await readLive(stack, resource, contextOf(resource.logicalId))] as const,
    ),
  );
  return { resources: new Map(resources), detectedAt: now };
}

/** What AWS moves by itself is no drift here, as it is in drift detection. */
export function stackDriftStatus(stack: Stack, { resources }: LiveStack): DescribeChangeSetOutput['StackDriftStatus'] {
  const found = [...resources].map(([id, live]) => effectiveStatus(stack, stack.resources.get(id), live));
  if (found.some((status) => status === 'MODIFIED' || status === 'DELETED')) return 'DRIFTED';
  return found.includes('UNKNOWN') ? 'UNKNOWN' : 'IN_SYNC';
}

function effectiveStatus(
  stack: Stack,
  resource: StackResource | undefined,
  live: LiveResource,
): LiveResource['status'] {
  if (!resource || live.status !== 'MODIFIED') return live.status;
  const managed = managedProperties(stack, resource);
  return live.drifted.every((name) => managed.includes(name)) ? 'IN_SYNC' : 'MODIFIED';
}

export function isThere({ physicalId, status }: StackResource): boolean {
  return physicalId !== '' && status !== 'CREATE_FAILED' && status !== 'DELETE_COMPLETE';
}
