import type { Tag } from '../../../shapes/cloudformation.d.ts';
import { schemaOf } from '../resources/schemas.ts';
import type { Json, JsonObject } from '../template/json.ts';
import { isArray, isObject } from '../template/json.ts';

/** Types that CloudFormation does not mark as its own. */
const UNMARKED = new Set(['AWS::IAM::Role', 'AWS::SSM::Parameter', 'AWS::CloudWatch::Alarm', 'AWS::Logs::LogGroup']);

export function isTaggable(type: string): boolean {
  return schemaOf(type).tags !== undefined;
}

/** The tags that CloudFormation itself sets, so that a resource's stack can be told. */
export function systemTags(
  type: string,
  stack: { readonly id: string; readonly name: string },
  logicalId: string,
): readonly Tag[] {
  if (UNMARKED.has(type)) return [];
  return [
    { Key: 'aws:cloudformation:stack-name', Value: stack.name },
    { Key: 'aws:cloudformation:stack-id', Value: stack.id },
    { Key: 'aws:cloudformation:logical-id', Value: logicalId },
  ];
}

/** Merges tags into the resource's own, which win over them, in the form that its type has. */
export function withTags(type: string, properties: JsonObject, tags: readonly Tag[]): JsonObject {
  const declared = schemaOf(type).tags;
  if (!declared || tags.length === 0) return properties;
  const { tagPropertyName: property, variant } = declared;
  const own = properties[property];
  switch (variant) {
    case 'map':
      return {
        ...properties,
        [property]: {
          ...Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])),
          ...(isObject(own) ? own : {}),
        },
      };
    case 'asg':
      return { ...properties, [property]: merged(own, tags, { PropagateAtLaunch: true }) };
    case 'standard':
      return { ...properties, [property]: merged(own, tags, {}) };
  }
}

function merged(own: Json | undefined, tags: readonly Tag[], rest: JsonObject): readonly Json[] {
  const list = isArray(own) ? own : [];
  const keys = new Set(list.map((tag) => (isObject(tag) ? tag['Key'] : undefined)));
  return [...list, ...tags.filter(({ Key }) => !keys.has(Key)).map(({ Key, Value }) => ({ Key, Value, ...rest }))];
}

export function sameTags(a: readonly Tag[] = [], b: readonly Tag[] = []): boolean {
  const text = (tags: readonly Tag[]): string => JSON.stringify(tags.map(({ Key, Value }) => [Key, Value]).sort());
  return text(a) === text(b);
}
