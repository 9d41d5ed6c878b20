import type { Json, JsonObject } from '../model/json.ts';
import type { SourcePosition } from '../model/source.ts';

/** A part of a template: resources by logical id, and outputs by key. */
export interface Fragment {
  readonly resources: Readonly<Record<string, Resource>>;
  readonly outputs?: Readonly<Record<string, Json>>;
}

export interface Resource {
  /** The resource as the template has it: `Type`, `Properties`, … */
  readonly definition: JsonObject;
  readonly at: SourcePosition | undefined;
}

interface ResourceOptions {
  readonly at: SourcePosition | undefined;
  readonly dependsOn?: readonly string[];
  /** The resource stays when the stack goes, unless the operation that created it is undone. */
  readonly retained?: boolean;
}

/** Properties that are undefined are left out. */
export function resource(
  type: string,
  properties: Readonly<Record<string, Json | undefined>>,
  { at, dependsOn = [], retained = false }: ResourceOptions,
): Resource {
  return {
    at,
    definition: {
      Type: type,
      ...(dependsOn.length > 0 ? { DependsOn: dependsOn } : {}),
      ...(retained ? { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' } : {}),
      Properties: defined(properties),
    },
  };
}

function defined(properties: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );
}

export function ref(logicalId: string): JsonObject {
  return { Ref: logicalId };
}

export function getAtt(logicalId: string, attribute: string): JsonObject {
  return { 'Fn::GetAtt': [logicalId, attribute] };
}

/** AWS's list of tags or attributes, in the order of their keys. */
export function keyValues(values: Readonly<Record<string, string>>): readonly JsonObject[] {
  return Object.entries(values)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([Key, Value]) => ({ Key, Value }));
}
