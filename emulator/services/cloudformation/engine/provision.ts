import { coerced } from '../resources/coerce.ts';
import { customName, existingName } from '../resources/existence.ts';
import { resourceTypeOf } from '../resources/registry.ts';
import type { Change, ResourceType } from '../resources/resource-type.ts';
import { Refused } from '../resources/resource-type.ts';
import { violations, violationText } from '../resources/violations.ts';
import type { JsonObject } from '../template/json.ts';
import { resolveReferences } from './dynamic-references.ts';
import { setResourceStatus } from './events.ts';
import type { Run } from './run.ts';
import { resourceContext } from './run.ts';
import type { Deployment, StackResource } from './stack.ts';
import { alreadyExists } from './status-reason.ts';
import { systemTags, withTags } from './tags.ts';
import { waitUntil } from './waiting.ts';

/** Makes the resource and sees it through to where its service calls it usable. Throws what it failed with. */
export async function createResource(
  run: Run,
  resource: StackResource,
  deployment: Deployment,
  status: 'CREATE_IN_PROGRESS' | 'UPDATE_IN_PROGRESS',
): Promise<void> {
  const { world, stack } = run;
  const { control } = run.operation;
  const type = resourceTypeOf(resource.type);
  const context = resourceContext(run, resource.logicalId);
  await control.sleep(world.latency('stack-step'));
  resource.applied = await appliedProperties(run, resource, deployment);
  const named = withName(type, resource.applied, context);
  const taken = await existingName(type, resource.applied, context);
  if (taken !== undefined) throw alreadyExists(world, type.type, taken);
  resource.physicalId = await type.create(named, context);
  resource.ref = resource.physicalId;
  setResourceStatus(world, stack, resource, status, 'Resource creation Initiated');
  await type.configure?.(resource.physicalId, named, context);
  await control.sleep(world.latency(type.latency));
  if (type.isStable) {
    const { isStable, stableWithinMs } = type;
    await waitUntil(control, () => isStable(resource.physicalId, named, context), stableWithinMs);
  }
  await readAttributes(run, resource);
}

/** Changes the resource in place, from what it was given last. */
export async function updateResource(run: Run, resource: StackResource, deployment: Deployment): Promise<void> {
  const { control } = run.operation;
  const type = resourceTypeOf(resource.type);
  const context = resourceContext(run, resource.logicalId);
  await control.sleep(run.world.latency('stack-step'));
  const desired = await appliedProperties(run, resource, deployment);
  const change: Change = { previous: resource.applied, desired, updatePolicy: resource.updatePolicy };
  if (!type.update) throw new Refused(`Updates to ${type.type} are not supported by this emulator`);
  // Even where the call fails, some of it may have been done: what comes next must undo it.
  resource.applied = desired;
  await type.update(resource.physicalId, change, context);
  await control.sleep(run.world.latency(type.updateLatency ?? 'stack-step'));
  if (type.isStable) {
    const { isStable, stableWithinMs } = type;
    await waitUntil(control, () => isStable(resource.physicalId, desired, context), stableWithinMs);
  }
  await readAttributes(run, resource);
}

/** CloudFormation refuses, before it makes anything, to replace what would need the same custom name once more. */
export function refuseSameName(resource: StackResource, desired: JsonObject): void {
  const type = resourceTypeOf(resource.type);
  const name = customName(type, resource.properties);
  if (name === undefined || name !== customName(type, desired)) return;
  throw new Refused(
    `CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${name} and update the stack again.`,
  );
}

async function readAttributes(run: Run, resource: StackResource): Promise<void> {
  const type = resourceTypeOf(resource.type);
  const context = resourceContext(run, resource.logicalId);
  resource.attributes = await type.attributes(resource.physicalId, resource.applied, context);
  resource.ref = type.ref?.(resource.physicalId, resource.attributes) ?? resource.physicalId;
}

async function appliedProperties(run: Run, resource: StackResource, deployment: Deployment): Promise<JsonObject> {
  const { type, logicalId, properties } = resource;
  const found = violations(type, properties);
  if (found.length > 0) throw new Refused(violationText(logicalId, found));
  const unserved = Object.keys(properties).filter((name) => !resourceTypeOf(type).serves.includes(name));
  if (unserved.length > 0)
    throw new Refused(`Properties [${unserved.join(', ')}] of ${type} are not supported by this emulator`);
  const resolved = await resolveReferences(run.world, properties);
  const tags = [...deployment.tags, ...systemTags(type, run.stack, logicalId)];
  return coerced(type, withTags(type, resolved, tags));
}

function withName(type: ResourceType, properties: JsonObject, context: ReturnType<typeof resourceContext>): JsonObject {
  const { naming } = type;
  if (!naming || properties[naming.property] !== undefined) return properties;
  return { ...properties, [naming.property]: naming.generate(context) };
}
