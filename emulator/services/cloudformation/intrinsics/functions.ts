import type { Json, JsonObject } from '../template/json.ts';
import { isObject } from '../template/json.ts';

/** What a template may call, as AWS lists it in its refusal of anything else. */
const SUPPORTED = [
  'Fn::Base64',
  'Fn::GetAtt',
  'Fn::GetAZs',
  'Fn::ImportValue',
  'Fn::Join',
  'Fn::Split',
  'Fn::FindInMap',
  'Fn::Select',
  'Ref',
  'Fn::Equals',
  'Fn::If',
  'Fn::Not',
  'Condition',
  'Fn::And',
  'Fn::Or',
  'Fn::Contains',
  'Fn::EachMemberEquals',
  'Fn::EachMemberIn',
  'Fn::ValueOf',
  'Fn::ValueOfAll',
  'Fn::RefAll',
  'Fn::Sub',
  'Fn::Cidr',
] as const;

export const UNSUPPORTED_FUNCTION = (name: string): string =>
  `Encountered unsupported function: ${name} Supported functions are: [${SUPPORTED.join(', ')}]`;

const CONDITION_FUNCTIONS = ['Fn::Equals', 'Fn::Not', 'Fn::And', 'Fn::Or', 'Condition'] as const;
const VALUE_FUNCTIONS = [
  'Ref',
  'Fn::Base64',
  'Fn::Cidr',
  'Fn::FindInMap',
  'Fn::GetAZs',
  'Fn::GetAtt',
  'Fn::If',
  'Fn::ImportValue',
  'Fn::Join',
  'Fn::Select',
  'Fn::Split',
  'Fn::Sub',
] as const;
type ConditionFunction = (typeof CONDITION_FUNCTIONS)[number];
export type FunctionName = (typeof VALUE_FUNCTIONS)[number] | Exclude<ConditionFunction, 'Condition'>;

const KNOWN: ReadonlySet<string> = new Set([...VALUE_FUNCTIONS, ...CONDITION_FUNCTIONS]);

export interface FunctionCall {
  readonly name: FunctionName | 'Condition';
  readonly argument: Json;
}

/**
 * A map with one key that names a function is a call of it. `Condition` is one only with a name in it: policies have
 * keys of that name too. `undefined` for a key like a function's that is none: `isUnknownFunction` tells it.
 */
export function functionCall(value: JsonObject): FunctionCall | undefined {
  const [name, ...others] = Object.keys(value);
  if (name === undefined || others.length > 0 || !KNOWN.has(name)) return undefined;
  const argument = value[name] as Json;
  if (name === 'Condition' && typeof argument !== 'string') return undefined;
  return { name: name as FunctionCall['name'], argument };
}

export function isUnknownFunction(value: JsonObject): string | undefined {
  const [name, ...others] = Object.keys(value);
  return name?.startsWith('Fn::') && others.length === 0 && !KNOWN.has(name) ? name : undefined;
}

/** Fn::GetAtt takes a list of two, or "resource.attribute" as one text. */
export function attributeReference(argument: Json): { resource: Json; attribute: Json } | undefined {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.');
    return dot > 0 ? { resource: argument.slice(0, dot), attribute: argument.slice(dot + 1) } : undefined;
  }
  if (!Array.isArray(argument) || argument.length < 2) return undefined;
  const [resource, ...path] = argument as readonly Json[];
  if (path.every((part) => typeof part === 'string')) return { resource: resource ?? '', attribute: path.join('.') };
  return path.length === 1 && isObject(path[0]) ? { resource: resource ?? '', attribute: path[0] } : undefined;
}
