import type { ResourceDriftIgnoredAttribute } from '../../../shapes/cloudformation.d.ts';
import { pointerOf } from '../changeset/value-details.ts';
import type { Stack, StackResource } from '../engine/stack.ts';
import { schemaOf } from '../resources/schemas.ts';
import type { Json, JsonObject } from '../template/json.ts';
import { isArray, isObject, sameValue } from '../template/json.ts';
import type { LiveResource } from './live-resource.ts';
import type { LiveStack } from './live-stack.ts';
import { managedProperties } from './managed.ts';

/** One resource for the three-way comparison: as last deployed, as it is, and what of the difference stays. */
export interface ResourceDrift {
  readonly status: LiveResource['status'];
  readonly previous: StackResource;
  /** The resource as it is, as far as the change set may change that: what the desired state is compared with. */
  readonly live: StackResource;
  readonly unread: readonly string[];
  readonly ignored: readonly ResourceDriftIgnoredAttribute[];
  readonly detectedAt: number;
}

/** `desired` decides about what AWS manages: where the template moves it, the template wins. */
export function resourceDrift(
  stack: Stack,
  { resources, detectedAt }: LiveStack,
  previous: StackResource,
  desired: JsonObject,
): ResourceDrift | undefined {
  const found = resources.get(previous.logicalId);
  if (!found) return undefined;
  const unchanged = (name: string): boolean => sameValue(previous.properties[name], desired[name]);
  const managed = managedProperties(stack, previous).filter((name) => found.drifted.includes(name) && unchanged(name));
  const drifted = found.drifted.filter((name) => !managed.includes(name));
  const unread = found.status === 'UNSUPPORTED' || found.status === 'UNKNOWN' ? Object.keys(previous.properties) : [];
  return {
    status: found.status === 'MODIFIED' && drifted.length === 0 ? 'IN_SYNC' : found.status,
    previous,
    live: asItIs(previous, found, drifted),
    unread: [...unread, ...found.writeOnly],
    ignored: [
      ...(unread.length > 0 ? [] : found.writeOnly).map((name) => ignoring(name, 'WRITE_ONLY_PROPERTY')),
      ...managed.map((name) => ignoring(name, 'MANAGED_BY_AWS')),
    ],
    detectedAt,
  };
}

function ignoring(name: string, Reason: 'WRITE_ONLY_PROPERTY' | 'MANAGED_BY_AWS'): ResourceDriftIgnoredAttribute {
  return { Path: pointerOf([name]), Reason };
}

function asItIs(previous: StackResource, { actual }: LiveResource, drifted: readonly string[]): StackResource {
  const tags = schemaOf(previous.type).tags?.tagPropertyName;
  const properties = { ...previous.properties };
  const applied = { ...previous.applied };
  for (const name of drifted) {
    const value = actual[name];
    const given = name === tags ? withRest(value, previous.properties[name], previous.applied[name]) : value;
    if (value === undefined) delete properties[name];
    else properties[name] = value;
    if (given === undefined) delete applied[name];
    else applied[name] = given;
  }
  return { ...previous, properties, applied };
}

/** The tags that CloudFormation added stand behind the resource's own. */
function withRest(actual: Json | undefined, own: Json | undefined, applied: Json | undefined): Json | undefined {
  if (isArray(applied)) return [...(isArray(actual) ? actual : []), ...applied.slice(isArray(own) ? own.length : 0)];
  if (!isObject(applied) || !isObject(own)) return actual;
  const rest = Object.entries(applied).filter(([key]) => !(key in own));
  return { ...Object.fromEntries(rest), ...(isObject(actual) ? actual : {}) };
}
