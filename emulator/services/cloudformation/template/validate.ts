import { checkFunctions, checkSubVariables } from '../intrinsics/arguments.ts';
import { functionCall } from '../intrinsics/functions.ts';
import { attributesOf, isResourceType } from '../resources/schemas.ts';
import { formatError, templateError, validationError } from './errors.ts';
import { circularDependency } from './graph.ts';
import type { Json } from './json.ts';
import { isArray, isObject } from './json.ts';
import type { Reference } from './references.ts';
import { referencesIn } from './references.ts';
import { readTemplate } from './structure.ts';
import type { Template } from './template.ts';

const PSEUDO_PARAMETERS: ReadonlySet<string> = new Set([
  'AWS::AccountId',
  'AWS::NoValue',
  'AWS::NotificationARNs',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
]);

/** Reads a template and checks everything that CloudFormation checks before it looks at parameters' values. */
export function loadTemplate(body: string): Template {
  const template = readTemplate(body);
  const types = [...new Set(Object.values(template.resources).map(({ type }) => type))];
  const unknown = types.filter((type) => !isResourceType(type));
  if (unknown.length > 0) throw formatError(`Unrecognized resource types: [${unknown.join(', ')}]`);
  checkConditions(template);
  checkResources(template);
  checkOutputs(template);
  const cycle = circularDependency(template);
  if (cycle) throw validationError(`Circular dependency between resources: [${cycle.join(', ')}]`);
  return template;
}

function checkConditions(template: Template): void {
  for (const [name, condition] of Object.entries(template.conditions)) {
    checkValue(condition);
    const references = referencesIn(condition);
    const unresolved = references.flatMap((reference) =>
      reference.kind === 'attribute'
        ? [reference.resource]
        : reference.kind === 'ref' && !isParameter(template, reference.name)
          ? [reference.name]
          : [],
    );
    if (unresolved.length > 0)
      throw formatError(
        `Unresolved dependencies [${unresolved.join(', ')}]. Cannot reference resources in the Conditions block of the template`,
      );
    checkConditionNames(template, references, 'Conditions');
    if (reaches(template, name, name, new Set())) throw formatError(`Circular dependencies for condition: ${name}`);
  }
}

function reaches(template: Template, from: string, goal: string, seen: Set<string>): boolean {
  return referencesIn(template.conditions[from]).some((reference) => {
    if (reference.kind !== 'condition' || seen.has(reference.name)) return false;
    seen.add(reference.name);
    return reference.name === goal || reaches(template, reference.name, goal, seen);
  });
}

function checkResources(template: Template): void {
  const references: Reference[] = [];
  for (const resource of Object.values(template.resources)) {
    const parts: readonly (Json | undefined)[] = [resource.properties, resource.metadata, resource.updatePolicy];
    for (const part of parts) {
      checkValue(part);
      references.push(...referencesIn(part));
    }
    references.push(...resource.dependsOn.map((name): Reference => ({ kind: 'ref', name })));
    if (resource.condition !== undefined) references.push({ kind: 'condition', name: resource.condition });
  }
  const depended = Object.values(template.resources).flatMap(({ dependsOn }) => dependsOn);
  checkReferences(template, references, 'Resources', new Set(depended));
}

function checkOutputs(template: Template): void {
  const references: Reference[] = [];
  for (const { value, exportName, condition } of Object.values(template.outputs)) {
    for (const part of [value, exportName]) {
      checkValue(part);
      references.push(...referencesIn(part));
    }
    if (condition !== undefined) references.push({ kind: 'condition', name: condition });
  }
  checkReferences(template, references, 'Outputs', new Set());
}

function checkReferences(
  template: Template,
  references: readonly Reference[],
  block: 'Resources' | 'Outputs',
  dependsOn: ReadonlySet<string>,
): void {
  checkConditionNames(template, references, block);
  for (const reference of references) if (reference.kind === 'attribute') checkAttribute(template, reference);
  const unresolved = references.flatMap((reference) => {
    if (reference.kind !== 'ref') return [];
    const { name } = reference;
    const known = name in template.resources || (isParameter(template, name) && !dependsOn.has(name));
    return known ? [] : [name];
  });
  if (unresolved.length > 0)
    throw formatError(
      `Unresolved resource dependencies [${[...new Set(unresolved)].join(', ')}] in the ${block} block of the template`,
    );
}

function checkAttribute(template: Template, reference: Extract<Reference, { kind: 'attribute' }>): void {
  const { resource, attribute, by } = reference;
  const declaration = template.resources[resource];
  if (!declaration) throw templateError(`instance of ${by} references undefined resource ${resource}`);
  if (attribute === undefined || attributesOf(declaration.type).has(attribute)) return;
  throw templateError(
    by === 'Fn::Sub'
      ? `instance of Fn::Sub references invalid resource attribute ${resource}.${attribute}`
      : `resource ${resource} does not support attribute type ${attribute} in Fn::GetAtt`,
  );
}

function checkConditionNames(template: Template, references: readonly Reference[], block: string): void {
  for (const reference of references)
    if (reference.kind === 'condition' && !(reference.name in template.conditions))
      throw formatError(`Unresolved condition dependency ${reference.name} in the ${block} block of the template`);
}

function isParameter(template: Template, name: string): boolean {
  return name in template.parameters || PSEUDO_PARAMETERS.has(name);
}

function checkValue(value: Json | undefined): void {
  checkFunctions(value);
  checkSubs(value);
}

function checkSubs(value: Json | undefined): void {
  if (isArray(value)) for (const item of value) checkSubs(item);
  if (!isObject(value)) return;
  const call = functionCall(value);
  if (call?.name === 'Fn::Sub') {
    const text = isArray(call.argument) ? call.argument[0] : call.argument;
    if (typeof text === 'string') checkSubVariables(text);
  }
  for (const item of Object.values(value)) checkSubs(item);
}
