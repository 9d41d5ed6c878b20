import { AwsError } from '../../../core/errors.ts';
import type { ResourceChange } from '../../../shapes/cloudformation.d.ts';
import type { Stack, StackResource } from '../engine/stack.ts';
import { isNotFound } from '../resources/lookups.ts';
import type { ResourceContext } from '../resources/resource-type.ts';
import { type PropertySchema, type ResourceSchema, schemaOf } from '../resources/schemas.ts';
import type { Json, JsonObject } from '../template/json.ts';
import { isArray, isObject, sameValue } from '../template/json.ts';
import { aligned } from './align.ts';
import { withoutAttachments } from './attachments.ts';
import type { LiveReader } from './reader.ts';
import { readerOf } from './readers.ts';

export type DriftStatus = NonNullable<ResourceChange['ResourceDriftStatus']>;

/** A resource of a stack as it is, beside what its template made it. Properties are those that the template has set. */
export interface LiveResource {
  readonly status: DriftStatus;
  /** What the last deployment set, references resolved. */
  readonly expected: JsonObject;
  /** What is there now; without what cannot be read, and empty where nothing could be. */
  readonly actual: JsonObject;
  readonly writeOnly: readonly string[];
  /** Names of the properties that differ. */
  readonly drifted: readonly string[];
  readonly reason?: string;
}

/** Reads one resource through its service, as the caller of the context. */
export async function readLive(stack: Stack, resource: StackResource, context: ResourceContext): Promise<LiveResource> {
  const reader = readerOf(resource.type);
  const expected = expectedProperties(resource);
  const unread = { expected, actual: {}, writeOnly: Object.keys(expected), drifted: [] };
  if (!reader) return { ...unread, status: 'UNSUPPORTED' };
  try {
    const answer = await reader.read(resource.physicalId, resource.applied, context);
    if (!answer) return { ...unread, status: 'DELETED' };
    const actual = actualProperties(resource.type, reader, expected, withoutAttachments(stack, resource, answer));
    const drifted = Object.keys(expected).filter(
      (name) => !reader.writeOnly?.includes(name) && !sameValue(expected[name], actual[name]),
    );
    const writeOnly = Object.keys(expected).filter((name) => reader.writeOnly?.includes(name));
    return { status: drifted.length > 0 ? 'MODIFIED' : 'IN_SYNC', expected, actual, writeOnly, drifted };
  } catch (error) {
    if (isNotFound(error)) return { ...unread, status: 'DELETED' };
    if (error instanceof AwsError) return { ...unread, status: 'UNKNOWN', reason: error.message };
    throw error;
  }
}

function actualProperties(type: string, reader: LiveReader, expected: JsonObject, answer: JsonObject): JsonObject {
  const schema = schemaOf(type);
  return Object.fromEntries(
    Object.entries(expected).flatMap(([name, value]) => {
      if (reader.writeOnly?.includes(name)) return [];
      const actual = aligned(value, answer[name], reader.exact?.includes(name) ?? false);
      const kept = withImmutable(schema, schema.properties[name], value, actual);
      return kept === undefined ? [] : [[name, kept] as const];
    }),
  );
}

/**
 * What replaces its resource cannot be changed from outside: where it reads otherwise, it is only written otherwise, as
 * a name for an ARN.
 */
function withImmutable(
  schema: ResourceSchema,
  property: PropertySchema | undefined,
  expected: Json,
  actual: Json | undefined,
): Json | undefined {
  if (property?.replacement === 'yes') return expected;
  const members = typeof property?.type === 'object' && 'ref' in property.type && schema.definitions[property.type.ref];
  if (!members || !isObject(expected) || !isObject(actual)) return actual;
  const fixed = Object.entries(expected).filter(([name]) => members[name]?.replacement === 'yes');
  return { ...actual, ...Object.fromEntries(fixed) };
}

/** What the template itself set: names and tags that CloudFormation added are not compared. */
function expectedProperties({ type, properties, applied }: StackResource): JsonObject {
  const tags = schemaOf(type).tags?.tagPropertyName;
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      name === tags ? ownTags(value, applied[name]) : (applied[name] ?? value),
    ]),
  );
}

function ownTags(own: Json, applied: Json | undefined): Json {
  if (isObject(own) && isObject(applied))
    return Object.fromEntries(Object.keys(own).map((key) => [key, applied[key] ?? '']));
  // The stack's tags stand behind the resource's own.
  return isArray(own) && isArray(applied) ? applied.slice(0, own.length) : own;
}
