import { formatError, notEmulated, templateError, validationError } from './errors.ts';
import type { Json, JsonObject } from './json.ts';
import { isArray, isObject, scalarText } from './json.ts';
import { isParameterType } from './parameter-types.ts';
import type { OutputDeclaration, ParameterDeclaration, RemovalPolicy, ResourceDeclaration } from './template.ts';

const PARAMETER_PROPERTIES = new Set([
  'Type',
  'Default',
  'Description',
  'NoEcho',
  'AllowedValues',
  'AllowedPattern',
  'MinLength',
  'MaxLength',
  'MinValue',
  'MaxValue',
  'ConstraintDescription',
]);
const RESOURCE_PROPERTIES = new Set([
  'Type',
  'Properties',
  'Condition',
  'DependsOn',
  'Metadata',
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'UpdatePolicy',
  'CreationPolicy',
]);
const OUTPUT_PROPERTIES = new Set(['Value', 'Description', 'Condition', 'Export']);
const REMOVAL_POLICIES = ['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'];

export function parameterDeclaration(value: Json, name: string): ParameterDeclaration {
  if (!isObject(value)) throw formatError('Any Parameters member must be an object.');
  for (const key of Object.keys(value))
    if (!PARAMETER_PROPERTIES.has(key)) throw validationError(`Invalid template parameter property '${key}'`);
  const type = value['Type'];
  if (typeof type !== 'string') throw formatError('Every Parameters object must contain a Type member.');
  if (!isParameterType(type)) throw formatError(`Unrecognized parameter type: ${type}`);
  const allowed = value['AllowedValues'];
  const number = (key: string): number | undefined => {
    if (value[key] === undefined) return undefined;
    const parsed = Number(value[key]);
    if (Number.isNaN(parsed)) throw formatError(`Parameter '${name}' ${key} must be a number.`);
    return parsed;
  };
  return {
    type,
    default: value['Default'] === undefined ? undefined : defaultText(value['Default'], name),
    description: textOf(value, 'Description'),
    noEcho: String(value['NoEcho'] ?? false) === 'true',
    allowedValues: isArray(allowed) ? allowed.map((item) => scalarText(item) ?? JSON.stringify(item)) : undefined,
    allowedPattern: textOf(value, 'AllowedPattern'),
    minLength: number('MinLength'),
    maxLength: number('MaxLength'),
    minValue: number('MinValue'),
    maxValue: number('MaxValue'),
    constraintDescription: textOf(value, 'ConstraintDescription'),
  };
}

function defaultText(value: Json, name: string): string {
  const text = scalarText(value);
  if (text === undefined) throw formatError(`Every Default member must be a string. [${name}]`);
  return text;
}

export function resourceDeclaration(value: Json, name: string): ResourceDeclaration {
  if (!isObject(value)) throw formatError('Any Resources member must be an object.');
  for (const key of Object.keys(value))
    if (!RESOURCE_PROPERTIES.has(key)) throw validationError(`Invalid template resource property '${key}'`);
  const { Type: type, Properties: properties = {}, UpdatePolicy: updatePolicy } = value;
  if (typeof type !== 'string')
    throw formatError(`[/Resources/${name}] Every Resources object must contain a Type member.`);
  if (value['CreationPolicy'] !== undefined) throw notEmulated(`CreationPolicy (resource ${name})`);
  if (!isObject(properties)) throw formatError(`[/Resources/${name}/Properties] must be an object.`);
  return {
    type,
    properties,
    condition: textOf(value, 'Condition'),
    dependsOn: dependsOn(value['DependsOn'], name),
    metadata: value['Metadata'],
    deletionPolicy: removalPolicy(value, 'DeletionPolicy', name),
    updateReplacePolicy: removalPolicy(value, 'UpdateReplacePolicy', name),
    updatePolicy: isObject(updatePolicy) ? updatePolicy : undefined,
  };
}

function dependsOn(value: Json | undefined, name: string): readonly string[] {
  const list = value === undefined ? [] : isArray(value) ? value : [value];
  if (list.every((item) => typeof item === 'string')) return list;
  throw formatError(`Every DependsOn value must be a string. [/Resources/${name}]`);
}

function removalPolicy(resource: JsonObject, key: string, name: string): RemovalPolicy | undefined {
  const value = resource[key];
  if (value === undefined) return undefined;
  const known = REMOVAL_POLICIES.find((policy) => policy === value);
  if (known === undefined || (known === 'RetainExceptOnCreate' && key === 'UpdateReplacePolicy'))
    throw formatError(`Unrecognized ${key} ${JSON.stringify(value)} for resource ${name}`);
  // None of the types served here can be snapshotted.
  if (known === 'Snapshot')
    throw templateError(`resource type ${String(resource['Type'])} does not support deletion policy Snapshot`);
  return known as RemovalPolicy;
}

export function outputDeclaration(value: Json, name: string): OutputDeclaration {
  if (!isObject(value)) throw formatError('Any Outputs member must be an object.');
  if (value['Value'] === undefined) throw formatError('Every Outputs member must contain a Value object');
  for (const key of Object.keys(value))
    if (!OUTPUT_PROPERTIES.has(key)) throw validationError(`Invalid template output property '${key}'`);
  const declared = value['Export'];
  const exportName = isObject(declared) ? declared['Name'] : undefined;
  if (declared !== undefined && exportName === undefined)
    throw formatError(`Output ${name} is malformed. The Export field must contain a Name`);
  return {
    value: value['Value'],
    description: textOf(value, 'Description'),
    condition: textOf(value, 'Condition'),
    exportName,
  };
}

function textOf(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  if (value === undefined) return undefined;
  const text = scalarText(value);
  if (text === undefined) throw formatError(`Every ${key} member must be a string.`);
  return text;
}
