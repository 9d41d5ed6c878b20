import { evaluate, evaluateObject } from '../intrinsics/evaluate.ts';
import type { Scope } from '../intrinsics/scope.ts';
import { resourceTypeOf } from '../resources/registry.ts';
import type { ResourceSchema } from '../resources/schemas.ts';
import { schemaOf } from '../resources/schemas.ts';
import type { Json, JsonObject } from '../template/json.ts';
import { isObject, sameValue } from '../template/json.ts';
import type { RemovalPolicy, ResourceDeclaration } from '../template/template.ts';

/** What a resource should be, evaluated: everything of its declaration that a stack keeps. */
export interface DesiredResource {
  readonly type: string;
  readonly properties: JsonObject;
  readonly metadata: Json | undefined;
  readonly updatePolicy: JsonObject | undefined;
  readonly deletionPolicy: RemovalPolicy;
  readonly updateReplacePolicy: RemovalPolicy;
}

export function desiredResource(declaration: ResourceDeclaration, scope: Scope): DesiredResource {
  const { type, metadata, updatePolicy } = declaration;
  return {
    type,
    properties: evaluateObject(declaration.properties, scope),
    metadata: metadata === undefined ? undefined : evaluate(metadata, scope),
    updatePolicy: updatePolicy && evaluateObject(updatePolicy, scope),
    deletionPolicy: declaration.deletionPolicy ?? 'Delete',
    updateReplacePolicy: declaration.updateReplacePolicy ?? 'Delete',
  };
}

export type Recreation = 'Never' | 'Conditionally' | 'Always';

/** Whether a changed property replaces its resource. Inside a property only the members that differ count. */
export function recreation(
  type: string,
  property: string,
  before: Json | undefined,
  after: Json | undefined,
): Recreation {
  const schema = schemaOf(type);
  const known = schema.properties[property];
  if (!known) return 'Never';
  if (known.replacement === 'yes') return 'Always';
  if (known.replacement === 'maybe') return 'Conditionally';
  return typeof known.type === 'object' && 'ref' in known.type
    ? insideRecreation(schema, known.type.ref, before, after)
    : 'Never';
}

function insideRecreation(
  schema: ResourceSchema,
  definition: string,
  before: Json | undefined,
  after: Json | undefined,
): Recreation {
  const [old, desired] = [before, after].map((value) => (isObject(value) ? value : {}));
  const members = Object.entries(schema.definitions[definition] ?? {});
  const changed = members.filter(([name]) => !sameValue(old?.[name], desired?.[name]));
  return changed.some(([, { replacement }]) => replacement === 'yes') ? 'Always' : 'Never';
}

export function changedProperties(before: JsonObject, after: JsonObject): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.filter((name) => !sameValue(before[name], after[name]));
}

/** Whether the update from one set of properties to the other makes a new physical resource. */
export function needsReplacement(type: string, previous: JsonObject, desired: JsonObject): boolean {
  const recreations = changedProperties(previous, desired).map((name) =>
    recreation(type, name, previous[name], desired[name]),
  );
  if (recreations.includes('Always')) return true;
  if (!recreations.includes('Conditionally')) return false;
  return resourceTypeOf(type).needsReplacement?.({ previous, desired, updatePolicy: undefined }) ?? false;
}
