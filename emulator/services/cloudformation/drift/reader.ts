import type { ResourceContext } from '../resources/resource-type.ts';
import type { Json, JsonObject } from '../template/json.ts';

/** How CloudFormation reads what is there of one resource type. */
export interface LiveReader {
  /** Properties that no read answers: those that the type's schema calls write-only. */
  readonly writeOnly?: readonly string[];
  /** Lists whose items are answered just as a template would have them, without defaults. */
  readonly exact?: readonly string[];
  /**
   * The resource's properties in the template's form. `expected` is what it was given last. Undefined, or a service's
   * error that says so, where the resource is gone.
   */
  read(physicalId: string, expected: JsonObject, context: ResourceContext): Promise<JsonObject | undefined>;
}

/** An answer of a service as a template's value: members without a value left out. */
export function plain(answer: object): JsonObject {
  return JSON.parse(JSON.stringify(answer)) as JsonObject;
}

/** A map of tags in the form that most resource types have. */
export function tagList(tags: Readonly<Record<string, string>> | undefined): Json {
  return Object.entries(tags ?? {}).map(([Key, Value]) => ({ Key, Value }));
}
