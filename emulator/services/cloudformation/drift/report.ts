import type { PropertyDifference, StackResourceDrift } from '../../../shapes/cloudformation.d.ts';
import { differences, pointerOf, shown } from '../changeset/value-details.ts';
import type { Stack, StackResource } from '../engine/stack.ts';
import { coerced } from '../resources/coerce.ts';
import { pick } from '../resources/properties.ts';
import { type PropertyType, schemaOf } from '../resources/schemas.ts';
import type { JsonObject } from '../template/json.ts';
import type { LiveResource } from './live-resource.ts';

/** What drift detection says of one resource. What AWS manages counts here, other than in a drift-aware change set. */
export function driftReport(
  stack: Stack,
  resource: StackResource,
  live: LiveResource,
  now: number,
): StackResourceDrift {
  const { logicalId, physicalId, type } = resource;
  const isRead = live.status === 'IN_SYNC' || live.status === 'MODIFIED';
  const readable = Object.keys(live.expected).filter((name) => !live.writeOnly.includes(name));
  const expected = pick(live.expected, readable);
  const { properties } = schemaOf(type);
  return {
    StackId: stack.id,
    LogicalResourceId: logicalId,
    PhysicalResourceId: physicalId,
    ResourceType: type,
    ExpectedProperties: isRead ? JSON.stringify(expected) : undefined,
    ActualProperties: isRead ? JSON.stringify(coerced(type, live.actual)) : undefined,
    PropertyDifferences: isRead ? propertyDifferences(expected, live.actual, (name) => properties[name]?.type) : [],
    StackResourceDriftStatus: live.status,
    Timestamp: now,
    DriftStatusReason: live.reason,
  };
}

/** One difference for each place; what is missing on one side is shown as null. */
export function propertyDifferences(
  expected: JsonObject,
  actual: JsonObject,
  typeOf: (property: string) => PropertyType | undefined,
): PropertyDifference[] {
  const names = Object.keys({ ...expected, ...actual });
  return names.flatMap((name) =>
    differences(expected[name], actual[name], [name], typeOf(name)).map(({ path, before, after }) => ({
      PropertyPath: pointerOf(path).replace(/^\/Properties/, ''),
      ExpectedValue: before === undefined ? 'null' : shown(before),
      ActualValue: after === undefined ? 'null' : shown(after),
      DifferenceType: before === undefined ? 'ADD' : after === undefined ? 'REMOVE' : 'NOT_EQUAL',
    })),
  );
}
