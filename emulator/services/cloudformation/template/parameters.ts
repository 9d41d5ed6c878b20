import type { Parameter } from '../../../shapes/cloudformation.d.ts';
import { validationError } from './errors.ts';
import type { Json } from './json.ts';
import { elementType, isListType, ssmValueType } from './parameter-types.ts';
import type { ParameterDeclaration, Template } from './template.ts';

/** One parameter's value as a stack or a change set keeps it. */
export interface ParameterValue {
  readonly value: string;
  /** What the parameter store held when the value was given; only for AWS::SSM::Parameter::Value types. */
  readonly resolved: string | undefined;
}
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/**
 * The value of every parameter that the template declares: as supplied, as before, or the default. Checks constraints,
 * in AWS's words. `readStore` looks names up in the parameter store and answers those that exist.
 */
export async function parameterValues(options: {
  readonly declared: Template['parameters'];
  readonly supplied: readonly Parameter[];
  readonly previous: ParameterValues | undefined;
  readonly readStore: (names: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}): Promise<ParameterValues> {
  const { declared, supplied, previous } = options;
  const unknown = supplied.map(({ ParameterKey: key = '' }) => key).filter((key) => !(key in declared));
  if (unknown.length > 0) throw validationError(`Parameters: [${unknown.join(', ')}] do not exist in the template`);
  const given = new Map(supplied.map((parameter) => [parameter.ParameterKey ?? '', parameter]));
  const texts = new Map(
    Object.entries(declared).map(([key, declaration]) => [
      key,
      given.get(key)?.UsePreviousValue
        ? previous?.[key]?.value
        : (given.get(key)?.ParameterValue ?? declaration.default),
    ]),
  );
  const missing = [...texts].filter(([, text]) => text === undefined).map(([key]) => key);
  if (missing.length > 0) throw validationError(`Parameters: [${missing.join(', ')}] must have values`);
  const values = new Map([...texts].map(([key, text = '']) => [key, text]));
  for (const [key, declaration] of Object.entries(declared)) checkConstraints(key, declaration, values.get(key) ?? '');
  const stored = await readStoredParameters(declared, values, options.readStore);
  return Object.fromEntries([...values].map(([key, value]) => [key, { value, resolved: stored.get(key) }]));
}

/** What Ref reads: a list for list types, else the text. */
export function parameterReference(declaration: ParameterDeclaration, { value, resolved }: ParameterValue): Json {
  const type = ssmValueType(declaration.type) ?? declaration.type;
  const text = resolved ?? value;
  return isListType(type) ? text.split(',').map((item) => item.trim()) : text;
}

/** How the value is shown to clients. */
export function parameterOutput(key: string, { value, resolved }: ParameterValue, noEcho: boolean): Parameter {
  return {
    ParameterKey: key,
    ParameterValue: noEcho ? '****' : value,
    ResolvedValue: resolved === undefined ? undefined : noEcho ? '****' : resolved,
  };
}

async function readStoredParameters(
  declared: Template['parameters'],
  values: ReadonlyMap<string, string>,
  readStore: (names: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<ReadonlyMap<string, string>> {
  const keys = Object.keys(declared).filter((key) => ssmValueType(declared[key]?.type ?? '') !== undefined);
  const names = [...new Set(keys.map((key) => values.get(key) ?? ''))];
  if (names.length === 0) return new Map();
  const held = await readStore(names);
  const absent = names.filter((name) => !held.has(name));
  if (absent.length > 0)
    throw validationError(`Unable to fetch parameters [${absent.join(',')}] from parameter store for this account.`);
  return new Map(keys.map((key) => [key, held.get(values.get(key) ?? '') ?? '']));
}

function checkConstraints(key: string, declaration: ParameterDeclaration, value: string): void {
  const items = isListType(declaration.type) ? value.split(',').map((item) => item.trim()) : [value];
  const broken = items.map((item) => brokenConstraint(declaration, item)).find((text) => text !== undefined);
  if (broken === undefined) return;
  const { constraintDescription: described } = declaration;
  throw validationError(
    described === undefined
      ? `Parameter '${key}' ${broken}`
      : `Parameter ${key} failed to satisfy constraint: ${described}`,
  );
}

function brokenConstraint(declaration: ParameterDeclaration, value: string): string | undefined {
  const { allowedValues, allowedPattern, minLength, maxLength, minValue, maxValue } = declaration;
  const type = ssmValueType(declaration.type) === undefined ? elementType(declaration.type) : 'String';
  const isNumber = value.trim() !== '' && !Number.isNaN(Number(value));
  if (type === 'Number' && !isNumber) return 'must be a number';
  if (allowedValues && !allowedValues.includes(value)) return 'must be one of AllowedValues';
  if (allowedPattern !== undefined && !new RegExp(`^(?:${allowedPattern})$`).test(value))
    return `must match pattern ${allowedPattern}`;
  if (minLength !== undefined && value.length < minLength) return `must contain at least ${minLength} characters`;
  if (maxLength !== undefined && value.length > maxLength) return `must contain at most ${maxLength} characters`;
  if (minValue !== undefined && Number(value) < minValue) return `must be a number not less than ${minValue}`;
  if (maxValue !== undefined && Number(value) > maxValue) return `must be a number not greater than ${maxValue}`;
  if (Buffer.byteLength(value) > 4096) return 'must contain at most 4096 characters';
  return undefined;
}
