import { templateError } from '../template/errors.ts';
import type { Json } from '../template/json.ts';
import { isArray, isObject } from '../template/json.ts';
import type { FunctionName } from './functions.ts';
import { attributeReference, functionCall, isUnknownFunction, UNSUPPORTED_FUNCTION } from './functions.ts';
import { isSubVariable, subParts } from './substitution.ts';

/**
 * Checks, before anything is evaluated, that every function in a value is known and has arguments of the right form.
 */
export function checkFunctions(value: Json | undefined): void {
  if (isArray(value)) for (const item of value) checkFunctions(item);
  if (!isObject(value)) return;
  const unknown = isUnknownFunction(value);
  if (unknown !== undefined) throw templateError(UNSUPPORTED_FUNCTION(unknown));
  const call = functionCall(value);
  if (call && call.name !== 'Condition' && !isWellFormed(call.name, call.argument))
    throw templateError(COMPLAINTS[call.name]);
  for (const item of Object.values(value)) checkFunctions(item);
}

function isWellFormed(name: FunctionName, argument: Json): boolean {
  const list = isArray(argument) ? argument : undefined;
  const isCall = isObject(argument) && functionCall(argument) !== undefined;
  switch (name) {
    case 'Ref':
      return typeof argument === 'string' && argument !== '';
    case 'Fn::GetAtt':
      return attributeReference(argument) !== undefined;
    case 'Fn::Sub': {
      const [text, variables] = list ?? [argument];
      const arity = list === undefined || (list.length === 2 && isObject(variables));
      return arity && typeof text === 'string';
    }
    case 'Fn::Join':
      return list?.length === 2 && typeof list[0] === 'string' && (isArray(list[1]) || isObject(list[1]));
    case 'Fn::Split':
      return list?.length === 2 && typeof list[0] === 'string';
    case 'Fn::Select':
      return list?.length === 2;
    case 'Fn::FindInMap':
    case 'Fn::If':
      return list?.length === 3;
    case 'Fn::Equals':
      return list?.length === 2;
    case 'Fn::And':
    case 'Fn::Or':
      return list !== undefined && list.length >= 2 && list.length <= 10;
    case 'Fn::Not':
      return list?.length === 1;
    case 'Fn::Cidr':
      return list?.length === 2 || list?.length === 3;
    case 'Fn::Base64':
    case 'Fn::GetAZs':
    case 'Fn::ImportValue':
      return typeof argument === 'string' || isCall;
  }
}

const COMPLAINTS: Readonly<Record<FunctionName, string>> = {
  Ref: 'every Ref object must have a single String value.',
  'Fn::GetAtt':
    'every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute',
  'Fn::Sub':
    "One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as first argument, " +
    'and an optional second argument to specify a mapping of values to replace in the string',
  'Fn::Join':
    'every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a ' +
    'function that returns a list of strings (such as Fn::GetAZs) to be joined.',
  'Fn::Split':
    'every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split or a function ' +
    'that returns a string to be split.',
  'Fn::Select': 'Fn::Select requires a list argument with two elements: an integer index and a list',
  'Fn::FindInMap':
    'every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value',
  'Fn::If': 'Fn::If requires a list argument with three elements',
  'Fn::Equals': 'every Fn::Equals object requires a list of 2 string parameters.',
  'Fn::And': 'every Fn::And object requires a list of at least 2 and at most 10 boolean parameters.',
  'Fn::Or': 'every Fn::Or object requires a list of at least 2 and at most 10 boolean parameters.',
  'Fn::Not': 'every Fn::Not object requires a list of 1 boolean parameter.',
  'Fn::Cidr':
    'every Fn::Cidr object requires two parameters, (1) an ipBlock and (2) the number of subnets, and an optional third, the subnet bits.',
  'Fn::Base64': 'every Fn::Base64 object must have a String-typed value.',
  'Fn::GetAZs': 'every Fn::GetAZs object must have a String-typed value.',
  'Fn::ImportValue': 'the attribute in Fn::ImportValue must be a string or a function that returns a string',
};

/** Refuses Fn::Sub variables that are no names; what they name is checked with the other references. */
export function checkSubVariables(text: string): void {
  for (const part of subParts(text))
    if ('variable' in part && !isSubVariable(part.variable))
      throw templateError(
        'variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons',
      );
}
