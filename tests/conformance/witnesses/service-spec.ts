import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import { recreation } from '../../../emulator/services/cloudformation/engine/resource-plan.ts';
import { REGISTERED_TYPES, resourceTypeOf } from '../../../emulator/services/cloudformation/resources/registry.ts';
import type { PropertySchemas, PropertyType } from '../../../emulator/services/cloudformation/resources/schemas.ts';
import { schemaOf } from '../../../emulator/services/cloudformation/resources/schemas.ts';
import { differencesOf, plain } from '../json.ts';
import type { Observation } from '../observation.ts';

type Spec = Awaited<ReturnType<typeof loadAwsServiceSpec>>;
type Resource = NonNullable<ReturnType<typeof lookup>>;
type Properties = Resource['properties'];
type Property = Properties[string];

/**
 * CloudFormation's published schemas beside those that the emulator goes by, and what its handlers do with a change.
 */
export async function compareWithServiceSpec(): Promise<readonly Observation[]> {
  const spec = await loadAwsServiceSpec();
  return REGISTERED_TYPES.map((type) => {
    const published = lookup(spec, type);
    const differences = published
      ? [...schemaDifferences(spec, published), ...behaviourDifferences(spec, published)]
      : ['CloudFormation publishes no schema of it'];
    return { row: type, witness: 'service-spec', differences };
  });
}

function lookup(spec: Spec, type: string) {
  return spec.lookup('resource', 'cloudFormationType', 'equals', type)[0];
}

function schemaDifferences(spec: Spec, published: Resource): readonly string[] {
  const { properties, attributes, definitions } = schemaOf(published.cloudFormationType);
  const ours = { properties: ourTexts(properties), attributes: [...attributes] };
  const theirs = {
    properties: texts(spec, published.properties),
    attributes: Object.keys(published.attributes).sort(),
  };
  const nested = Object.entries(definitions).flatMap(([name, members]) => {
    const [definition] = spec
      .follow('usesType', published)
      .filter(({ entity }) => entity.name === name)
      .map(({ entity }) => entity);
    return differencesOf(plain(definition && texts(spec, definition.properties)), plain(ourTexts(members)), name);
  });
  return [...differencesOf(plain(theirs), plain(ours)), ...nested];
}

/** Each property's type, necessity and replacement as text: `{Tag}[] required replacement:yes`. */
function texts(spec: Spec, properties: Properties): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const replacement = property.causesReplacement ?? 'no';
      return [name, describe(typeText(spec, property.type), property.required === true, replacement)];
    }),
  );
}

function ourTexts(properties: PropertySchemas): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, { type, required, replacement }]) => [
      name,
      describe(ourTypeText(type), required === true, replacement ?? 'no'),
    ]),
  );
}

function describe(type: string, required: boolean, replacement: string): string {
  return `${type}${required ? ' required' : ''} replacement:${replacement}`;
}

function typeText(spec: Spec, type: Property['type']): string {
  switch (type.type) {
    case 'array':
      return `${typeText(spec, type.element)}[]`;
    case 'map':
      return `map of ${typeText(spec, type.element)}`;
    case 'union':
      return type.types.map((member) => typeText(spec, member)).join('|');
    case 'ref':
      return `{${spec.get('typeDefinition', type.reference.$ref).name}}`;
    case 'string':
      return type.allowedValues ? [...type.allowedValues].sort().join('|') : 'string';
    case 'date-time':
      return 'string';
    case 'boolean':
    case 'integer':
    case 'json':
    case 'null':
    case 'number':
    case 'tag':
      return type.type;
  }
}

function ourTypeText(type: PropertyType): string {
  if (typeof type === 'string') return type;
  if ('enum' in type) return type.enum.join('|');
  if ('array' in type) return `${ourTypeText(type.array)}[]`;
  if ('map' in type) return `map of ${ourTypeText(type.map)}`;
  if ('ref' in type) return `{${type.ref}}`;
  return type.union.map(ourTypeText).join('|');
}

function behaviourDifferences(spec: Spec, { cloudFormationType: type, properties }: Resource): readonly string[] {
  const handler = resourceTypeOf(type);
  const unknown = handler.serves.filter((name) => properties[name] === undefined);
  const replacing = handler.serves.flatMap((name) => {
    const published = properties[name];
    return published ? replacementDifferences(spec, type, name, published) : [];
  });
  const mutable = handler.serves.filter((name) => (properties[name]?.causesReplacement ?? 'no') === 'no');
  return [
    ...unknown.map((name) => `serves ${name}, which CloudFormation lacks`),
    ...replacing,
    ...(mutable.length > 0 && !handler.update ? [`cannot update ${mutable.join(', ')}, which CloudFormation can`] : []),
  ];
}

const EXPECTED = { yes: 'Always', maybe: 'Conditionally', no: 'Never' } as const;

/** What a change of the property does to the resource; of a structure, what a change of each of its members does. */
function replacementDifferences(spec: Spec, type: string, name: string, property: Property): readonly string[] {
  const expected = EXPECTED[property.causesReplacement ?? 'no'];
  if (property.type.type !== 'ref' || expected !== 'Never')
    return asExpected(`a change of ${name}`, recreation(type, name, 'one', 'other'), expected);
  const { properties } = spec.get('typeDefinition', property.type.reference.$ref);
  return Object.entries(properties).flatMap(([member, { causesReplacement }]) =>
    asExpected(
      `a change of ${name}.${member}`,
      recreation(type, name, { [member]: 'one' }, { [member]: 'other' }),
      EXPECTED[causesReplacement ?? 'no'],
    ),
  );
}

function asExpected(what: string, found: string, expected: string): readonly string[] {
  return found === expected ? [] : [`${what} replaces: ${expected}, here: ${found}`];
}
