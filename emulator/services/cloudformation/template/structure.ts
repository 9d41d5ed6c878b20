import { formatError, notEmulated, templateError, validationError } from './errors.ts';
import type { Json, JsonObject } from './json.ts';
import { isArray, isObject } from './json.ts';
import { parseTemplateBody } from './parse.ts';
import { outputDeclaration, parameterDeclaration, resourceDeclaration } from './sections.ts';
import type { Template } from './template.ts';

const SECTIONS = new Set([
  'AWSTemplateFormatVersion',
  'Description',
  'Metadata',
  'Parameters',
  'Mappings',
  'Conditions',
  'Resources',
  'Outputs',
  'Transform',
  'Rules',
  'Hooks',
]);
/** CloudFormation quotas (user guide). */
const LIMITS = { Parameters: 200, Mappings: 200, Resources: 500, Outputs: 200 } as const;

/** Reads and checks a template's structure, section by section, in AWS's words. Says nothing yet about references. */
export function readTemplate(body: string): Template {
  const document = parseTemplateBody(body);
  const unknown = Object.keys(document).filter((key) => !SECTIONS.has(key));
  if (unknown.length > 0) throw validationError(`Invalid template property or properties [${unknown.join(', ')}]`);
  checkHeader(document);
  const resources = section(document, 'Resources');
  if (Object.keys(resources).length === 0) throw formatError('At least one Resources member must be defined.');
  return {
    body,
    description: document['Description'] as string | undefined,
    metadata: isObject(document['Metadata']) ? document['Metadata'] : undefined,
    parameters: named(section(document, 'Parameters'), 'Parameter', parameterDeclaration),
    mappings: named(section(document, 'Mappings'), 'Mapping', mappingDeclaration),
    conditions: section(document, 'Conditions'),
    resources: named(resources, 'Resource', resourceDeclaration),
    outputs: named(section(document, 'Outputs'), 'Output', outputDeclaration),
  };
}

function checkHeader(document: JsonObject): void {
  const version = document['AWSTemplateFormatVersion'];
  if (version !== undefined && version !== '2010-09-09')
    throw formatError(`${text(version)} is not a supported value for AWSTemplateFormatVersion.`);
  const description = document['Description'];
  if (description !== undefined && typeof description !== 'string')
    throw formatError('Every Description member must be a string.');
  if (description !== undefined && Buffer.byteLength(description) > 1024)
    throw formatError("'Description' length is greater than 1024.");
  const transform = document['Transform'];
  if (transform !== undefined) {
    const [first] = isArray(transform) ? transform : [transform];
    throw validationError(`No transform named ${isObject(first) ? text(first['Name']) : text(first)} found.`);
  }
  for (const key of ['Rules', 'Hooks']) if (document[key] !== undefined) throw notEmulated(`Template section ${key}`);
}

function section(document: JsonObject, name: keyof typeof LIMITS | 'Conditions'): JsonObject {
  const value = document[name] ?? {};
  if (!isObject(value)) throw formatError(`[/${name}] expected a map of members.`);
  const count = Object.keys(value).length;
  if (name !== 'Conditions' && count > LIMITS[name])
    throw formatError(`Number of ${name.toLowerCase()}, ${count}, is greater than maximum allowed, ${LIMITS[name]}`);
  return value;
}

function named<T>(
  members: JsonObject,
  kind: string,
  read: (value: Json, name: string) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => {
      if (!/^[a-zA-Z0-9]+$/.test(name)) throw formatError(`${kind} name ${name} is non alphanumeric.`);
      return [name, read(value, name)];
    }),
  );
}

function mappingDeclaration(value: Json, name: string): JsonObject {
  if (!isObject(value)) throw formatError('Every Mappings member must be a map.');
  for (const [key, attributes] of Object.entries(value)) {
    if (!isObject(attributes))
      throw formatError(`Every Mappings attribute must be a String or a List. [${name}/${key}]`);
    for (const attribute of Object.values(attributes))
      if (isObject(attribute))
        throw templateError(`Every Mappings attribute must be a String or a List. [${name}/${key}]`);
  }
  return value;
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : JSON.stringify(value));
