import { readFileSync } from 'node:fs';

/** A property's type, as tools/generate-cloudformation-schemas.ts writes it. */
export type PropertyType =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'json'
  | 'null'
  | 'tag'
  | { readonly enum: readonly string[] }
  | { readonly array: PropertyType }
  | { readonly map: PropertyType }
  | { readonly ref: string }
  | { readonly union: readonly PropertyType[] };

export interface PropertySchema {
  readonly type: PropertyType;
  readonly required?: true;
  readonly replacement?: 'yes' | 'maybe';
}

export type PropertySchemas = Readonly<Record<string, PropertySchema>>;

export interface ResourceSchema {
  readonly properties: PropertySchemas;
  readonly attributes: readonly string[];
  readonly primaryIdentifier: readonly string[];
  readonly tags?: { readonly tagPropertyName: string; readonly variant: 'standard' | 'asg' | 'map' };
  readonly definitions: Readonly<Record<string, PropertySchemas>>;
}

const schemas = JSON.parse(
  readFileSync(new URL('../../../shapes/cloudformation-resources.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, ResourceSchema>>;

export const RESOURCE_TYPES: readonly string[] = Object.keys(schemas);

export function isResourceType(type: string): boolean {
  return type in schemas;
}

export function schemaOf(type: string): ResourceSchema {
  const schema = schemas[type];
  if (!schema) throw new Error(`no schema of ${type}`);
  return schema;
}

export function attributesOf(type: string): ReadonlySet<string> {
  return new Set(schemaOf(type).attributes);
}
