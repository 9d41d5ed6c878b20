import { AwsError } from '../../../core/errors.ts';

/** Attribute values by key, every default filled in. Values are strings, as AWS has them. */
export type Attributes = Map<string, string>;

export interface AttributeDefinition {
  readonly initial: string;
  readonly values: 'any' | readonly string[] | { readonly from: number; readonly to: number; readonly or?: string };
  /** Answered instead of doing nothing, where AWS takes a value that the emulator cannot act on. */
  readonly refusal?: { readonly when: (value: string) => boolean; readonly message: string };
}

export type AttributeTable = Readonly<Record<string, AttributeDefinition>>;

export const BOOLEAN = ['true', 'false'] as const;

interface Pair {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

export function initialAttributes(table: AttributeTable): Attributes {
  return new Map(Object.entries(table).map(([key, { initial }]) => [key, initial]));
}

/** `changes`, checked against the table; throws ValidationError or InvalidConfigurationRequest. */
export function checkAttributes(table: AttributeTable, kind: string, changes: readonly Pair[]): Attributes {
  const checked: Attributes = new Map();
  for (const { Key = '', Value = '' } of changes) {
    const definition = table[Key];
    if (!definition) throw new AwsError('ValidationError', `${kind} attribute key '${Key}' is not recognized`);
    const complaint = complain(definition, Value);
    if (complaint) throw new AwsError('ValidationError', `'${Key}' ${complaint}`);
    const { refusal } = definition;
    if (refusal?.when(Value)) throw new AwsError('InvalidConfigurationRequest', refusal.message);
    checked.set(Key, Value);
  }
  return checked;
}

function complain({ values }: AttributeDefinition, value: string): string | undefined {
  if (values === 'any') return undefined;
  if ('from' in values) {
    if (value === values.or) return undefined;
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    return number >= values.from && number <= values.to
      ? undefined
      : `must be between '${values.from}' and '${values.to}' inclusive`;
  }
  return values.includes(value) ? undefined : `must be one of '[${values.join(', ')}]'`;
}

export function describeAttributes(attributes: Attributes): { Key: string; Value: string }[] {
  return [...attributes].map(([Key, Value]) => ({ Key, Value }));
}

/** The value of an attribute that the resource's table defines. */
export function attribute(attributes: Attributes, key: string): string {
  const value = attributes.get(key);
  if (value === undefined) throw new Error(`no attribute ${key}`);
  return value;
}

export const numberAttribute = (attributes: Attributes, key: string): number => Number(attribute(attributes, key));
