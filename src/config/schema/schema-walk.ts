import { z } from 'zod';
import type { DocumentPath } from '../../model/source.ts';

/** The schema that `path` leads to inside `schema`, without the wrappers that make it optional or give it a default. */
export function schemaAt(schema: z.core.$ZodType, path: DocumentPath): z.core.$ZodType | undefined {
  const [part, ...rest] = path;
  const inner = unwrapped(schema);
  if (part === undefined) return inner;
  if (inner instanceof z.ZodObject) {
    const member: z.core.$ZodType | undefined = Object.hasOwn(inner.shape, part) ? inner.shape[part] : undefined;
    return member && schemaAt(member, rest);
  }
  if (inner instanceof z.ZodArray) return schemaAt(inner.element, rest);
  if (inner instanceof z.ZodRecord) return schemaAt(inner.valueType, rest);
  return undefined;
}

/** Keys that the schema at `path` knows. */
export function knownKeys(schema: z.core.$ZodType, path: DocumentPath): readonly string[] {
  const found = schemaAt(schema, path);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

/** What the schema at `path` says about itself, wrappers included. */
export function descriptionAt(schema: z.core.$ZodType, path: DocumentPath): string | undefined {
  const parent = schemaAt(schema, path.slice(0, -1));
  const last = path.at(-1);
  if (!(parent instanceof z.ZodObject) || last === undefined) return undefined;
  const member: z.core.$ZodType | undefined = parent.shape[last];
  return member && z.globalRegistry.get(member)?.description;
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return unwrapped(schema.unwrap());
  }
  return schema;
}
