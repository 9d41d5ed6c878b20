import { z } from 'zod';
import type { Json } from '../../model/json.ts';
import shapes from './aws-shapes.json' with { type: 'json' };

/** The form of what tools/generate-aws-shapes.ts writes. */
interface AwsShapes {
  readonly structures: Readonly<
    Record<string, { readonly members: Readonly<Record<string, string>>; readonly required: readonly string[] }>
  >;
  readonly enums: Readonly<Record<string, readonly string[]>>;
  readonly describedOnly: readonly string[];
}

const SHAPES: AwsShapes = shapes;

/** What `aws ecs describe-task-definition` prints and RegisterTaskDefinition does not take. */
export const DESCRIBED_ONLY: readonly string[] = SHAPES.describedOnly;

/** A value of any form; registered as it is, since its lists and maps are of itself. */
export const anyJson = z.json().register(z.globalRegistry, { id: 'Json', description: 'Any value.' });

type AwsMembers = Record<string, z.ZodType<Json | undefined>>;

const structures = new Map<string, z.ZodObject<AwsMembers>>();

/** The schema of one of ECS's structures; unknown members are errors. */
function awsStructure(name: string): z.ZodObject<AwsMembers> {
  const known = structures.get(name);
  if (known) return known;
  const schema = z.strictObject(awsMembers(name)).meta({ id: name, description: awsDocumentation(name) });
  structures.set(name, schema);
  return schema;
}

/** Where ECS's API reference describes a structure. */
export function awsDocumentation(name: string): string {
  return `https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_${name}.html`;
}

/** Schemas of a structure's members, without those in `except`. */
export function awsMembers(name: string, except: readonly string[] = []): AwsMembers {
  const { members = {}, required = [] } = SHAPES.structures[name] ?? {};
  return Object.fromEntries(
    Object.entries(members)
      .filter(([member]) => !except.includes(member))
      .map(([member, type]) => [member, required.includes(member) ? schemaOf(type) : schemaOf(type).optional()]),
  );
}

/** The schema of one of ECS's enums. */
export function awsEnum(name: string): z.ZodEnum<Record<string, string>> {
  return z.enum(SHAPES.enums[name] ?? []);
}

/** Type expressions are the generator's: a primitive, a name, `T[]`, or `{T}` for a map of T. */
function schemaOf(type: string): z.ZodType<Json> {
  if (type.endsWith('[]')) return z.array(schemaOf(type.slice(0, -2)));
  if (type.startsWith('{')) return z.record(z.string(), schemaOf(type.slice(1, -1)));
  if (type === 'string') return z.string();
  if (type === 'integer') return z.int();
  if (type === 'number') return z.number();
  if (type === 'boolean') return z.boolean();
  if (type === 'document') return anyJson;
  return type in SHAPES.enums ? awsEnum(type) : (awsStructure(type) as z.ZodType<Json>);
}
