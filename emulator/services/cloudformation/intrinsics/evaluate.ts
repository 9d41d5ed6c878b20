import { templateError } from '../template/errors.ts';
import type { Json, JsonObject } from '../template/json.ts';
import { isArray, isObject, mapValues, sameValue, scalarText } from '../template/json.ts';
import { subnetsOf } from './cidr.ts';
import type { FunctionCall } from './functions.ts';
import { attributeReference, functionCall } from './functions.ts';
import type { Scope } from './scope.ts';
import { subAttribute, subParts } from './substitution.ts';
import { isKnown, KNOWN_AFTER_APPLY } from './unknown.ts';

/**
 * Evaluates every function in a value. `undefined` is AWS::NoValue: the member disappears from its map or list.
 * A function of something not yet known is KNOWN_AFTER_APPLY as a whole. Throws ValidationError in AWS's words.
 */
export function evaluate(value: Json, scope: Scope): Json | undefined {
  if (isArray(value)) return present(value.map((item) => evaluate(item, scope)));
  if (!isObject(value)) return value;
  const call = functionCall(value);
  return call ? result(call, scope) : evaluateObject(value, scope);
}

export function evaluateObject(value: JsonObject, scope: Scope): JsonObject {
  const entries = Object.entries(value).map(([key, item]) => [key, evaluate(item, scope)] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** Evaluates a condition that the template declares. */
export function holds(name: string, scope: Scope): boolean {
  const condition = scope.template.conditions[name];
  if (condition === undefined) throw templateError(`unresolved condition dependency: ${name}`);
  return isTrue(condition, scope);
}

function isTrue(value: Json, scope: Scope): boolean {
  const evaluated = evaluate(value, scope);
  if (evaluated === true || evaluated === 'true') return true;
  if (evaluated === false || evaluated === 'false') return false;
  throw templateError('every condition must evaluate to a boolean');
}

function result(call: FunctionCall, scope: Scope): Json | undefined {
  const { name, argument } = call;
  const items = isArray(argument) ? argument : [argument];
  switch (name) {
    case 'Ref':
      return reference(argument as string, scope);
    case 'Fn::GetAtt':
      return getAtt(argument, scope);
    case 'Condition':
      return holds(argument as string, scope);
    case 'Fn::If':
      return evaluate((holds(String(items[0]), scope) ? items[1] : items[2]) ?? null, scope);
    case 'Fn::Equals':
      return sameValue(evaluate(items[0] ?? null, scope), evaluate(items[1] ?? null, scope));
    case 'Fn::And':
      return items.every((item) => isTrue(item, scope));
    case 'Fn::Or':
      return items.some((item) => isTrue(item, scope));
    case 'Fn::Not':
      return !isTrue(items[0] ?? null, scope);
    case 'Fn::Sub':
      return substitute(items, scope);
  }
  const given = evaluate(argument, scope);
  if (!isKnown(given)) return KNOWN_AFTER_APPLY;
  const list = isArray(given) ? given : [given ?? ''];
  switch (name) {
    case 'Fn::Base64':
      return Buffer.from(textOf(given, name)).toString('base64');
    case 'Fn::Join':
      return listOf(list[1], name)
        .map((item) => textOf(item, name))
        .join(textOf(list[0], name));
    case 'Fn::Split':
      return textOf(list[1], name).split(textOf(list[0], name));
    case 'Fn::Select':
      return select(list);
    case 'Fn::FindInMap':
      return findInMap(list, scope);
    case 'Fn::ImportValue':
      return scope.importValue(textOf(given, name));
    case 'Fn::Cidr':
      return subnetsOf(textOf(list[0], name), Number(list[1]), list[2] === undefined ? undefined : Number(list[2]));
    case 'Fn::GetAZs':
      return scope.availabilityZones(textOf(given, name) || textOf(scope.parameters['AWS::Region'], name));
  }
}

function reference(name: string, scope: Scope): Json | undefined {
  if (name === 'AWS::NoValue') return undefined;
  const value = name in scope.parameters ? scope.parameters[name] : scope.ref(name);
  if (value === undefined) throw templateError(`unresolved reference ${name}`);
  return value;
}

function getAtt(argument: Json, scope: Scope): Json {
  const target = attributeReference(argument);
  const attribute = target && evaluate(target.attribute, scope);
  const value = target && scope.attribute(String(target.resource), textOf(attribute, 'Fn::GetAtt'));
  if (value === undefined)
    throw templateError(`resource ${target?.resource} does not support attribute type ${attribute} in Fn::GetAtt`);
  return value;
}

function substitute([text, variables]: readonly Json[], scope: Scope): Json {
  const own = isObject(variables) ? mapValues(variables, (item) => evaluate(item, scope) ?? '') : {};
  const parts = subParts(String(text)).map((part): string => {
    if (!('variable' in part)) return part.literal;
    const { variable } = part;
    const target = subAttribute(variable);
    const value =
      own[variable] ?? (target ? scope.attribute(target.resource, target.attribute) : reference(variable, scope));
    const plain = value === undefined ? undefined : scalarText(value);
    if (plain === undefined)
      throw templateError(`variable ${variable} in Fn::Sub expression does not resolve to a string`);
    return plain;
  });
  return parts.includes(KNOWN_AFTER_APPLY) ? KNOWN_AFTER_APPLY : parts.join('');
}

function select([index, list]: readonly Json[]): Json {
  const position = Number(index);
  const value = listOf(list, 'Fn::Select')[position];
  if (!Number.isInteger(position) || value === undefined)
    throw templateError(`Fn::Select cannot select nonexistent value at index ${textOf(index, 'Fn::Select')}`);
  return value;
}

function findInMap([map, key, attribute]: readonly Json[], scope: Scope): Json {
  const [name, first, second] = [map, key, attribute].map((item) => textOf(item, 'Fn::FindInMap'));
  const mapping = scope.template.mappings[name ?? ''];
  if (!mapping) throw templateError(`Mapping named '${name}' is not present in the 'Mappings' section of template.`);
  const attributes = mapping[first ?? ''];
  const value = isObject(attributes) ? attributes[second ?? ''] : undefined;
  if (value === undefined) throw templateError(`Unable to get mapping for ${name}::${first}::${second}`);
  return value;
}

function textOf(value: Json | undefined, name: string): string {
  const text = value === undefined ? undefined : scalarText(value);
  if (text === undefined) throw templateError(`every ${name} object must have a String-typed value.`);
  return text;
}

function listOf(value: Json | undefined, name: string): readonly Json[] {
  if (!isArray(value)) throw templateError(`${name} requires a list`);
  return value;
}

function present(items: readonly (Json | undefined)[]): readonly Json[] {
  return items.filter((item) => item !== undefined);
}
