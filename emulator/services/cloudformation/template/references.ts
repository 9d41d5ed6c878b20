import { attributeReference, functionCall } from '../intrinsics/functions.ts';
import { subAttribute, subParts } from '../intrinsics/substitution.ts';
import type { Json } from './json.ts';
import { isArray, isObject } from './json.ts';

export type Reference =
  | { readonly kind: 'ref'; readonly name: string }
  | {
      readonly kind: 'attribute';
      readonly resource: string;
      /** undefined where the attribute's name is itself computed. */
      readonly attribute: string | undefined;
      readonly by: 'Fn::GetAtt' | 'Fn::Sub';
    }
  | { readonly kind: 'condition'; readonly name: string };

/** Everything that a value refers to by name, at any depth, in the order of its appearance. */
export function referencesIn(value: Json | undefined): readonly Reference[] {
  if (isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  const call = functionCall(value);
  if (!call) return Object.values(value).flatMap(referencesIn);
  const { name, argument } = call;
  switch (name) {
    case 'Ref':
      return typeof argument === 'string' ? [{ kind: 'ref', name: argument }] : [];
    case 'Condition':
      return [{ kind: 'condition', name: argument as string }];
    case 'Fn::GetAtt':
      return getAttReferences(argument);
    case 'Fn::Sub':
      return subReferences(argument);
    case 'Fn::If': {
      const [condition, ...branches] = isArray(argument) ? argument : [];
      const named: Reference[] = typeof condition === 'string' ? [{ kind: 'condition', name: condition }] : [];
      return [...named, ...branches.flatMap(referencesIn)];
    }
    case 'Fn::And':
    case 'Fn::Base64':
    case 'Fn::Cidr':
    case 'Fn::Equals':
    case 'Fn::FindInMap':
    case 'Fn::GetAZs':
    case 'Fn::ImportValue':
    case 'Fn::Join':
    case 'Fn::Not':
    case 'Fn::Or':
    case 'Fn::Select':
    case 'Fn::Split':
      return referencesIn(argument);
  }
}

function getAttReferences(argument: Json): readonly Reference[] {
  const target = attributeReference(argument);
  if (!target || typeof target.resource !== 'string') return referencesIn(argument);
  const attribute = typeof target.attribute === 'string' ? target.attribute : undefined;
  return [
    { kind: 'attribute', resource: target.resource, attribute, by: 'Fn::GetAtt' },
    ...(attribute === undefined ? referencesIn(target.attribute) : []),
  ];
}

function subReferences(argument: Json): readonly Reference[] {
  const [text, variables] = isArray(argument) ? argument : [argument];
  const own = isObject(variables) ? variables : {};
  if (typeof text !== 'string') return [];
  const named = subParts(text).flatMap((part): Reference[] => {
    if (!('variable' in part) || part.variable in own) return [];
    const target = subAttribute(part.variable);
    return target ? [{ kind: 'attribute', ...target, by: 'Fn::Sub' }] : [{ kind: 'ref', name: part.variable }];
  });
  return [...named, ...Object.values(own).flatMap(referencesIn)];
}

/** The logical ids that a value's evaluation needs, among those given. */
export function resourcesIn(value: Json | undefined, resources: ReadonlySet<string>): readonly string[] {
  const names = referencesIn(value).flatMap((reference) => {
    if (reference.kind === 'condition') return [];
    return [reference.kind === 'ref' ? reference.name : reference.resource];
  });
  return [...new Set(names)].filter((name) => resources.has(name));
}
