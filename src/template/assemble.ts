import { createHash } from 'node:crypto';
import { ToolkitError } from '../model/errors.ts';
import { canonicalJson, type Json, type JsonObject } from '../model/json.ts';
import type { SourcePosition } from '../model/source.ts';
import type { StackTemplate } from '../model/stack-template.ts';
import type { Fragment } from './fragment.ts';

/** CreateChangeSet takes at most so many bytes of TemplateBody. */
const LARGEST_BYTES = 51_200;

export interface TemplateParameter {
  readonly type: string;
  readonly value: string | undefined;
}

interface TemplateParts {
  readonly name: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, TemplateParameter>>;
  readonly fragments: readonly Fragment[];
  readonly tags: Readonly<Record<string, string>>;
  /** Key of the output that gets the template's digest. */
  readonly digestOutput: string;
  /** The digest where the text has something in it that does not count. */
  readonly digest?: string | undefined;
}

/**
 * Puts a template together; equal parts give equal text. Throws CONFIG_INVALID where it is larger than CloudFormation
 * takes.
 */
export function assemble({
  name,
  description,
  parameters,
  fragments,
  tags,
  digestOutput,
  digest: given,
}: TemplateParts): StackTemplate {
  const resources = fragments.flatMap((fragment) => Object.entries(fragment.resources));
  const outputs = fragments.flatMap((fragment) => Object.entries(fragment.outputs ?? {}));
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: description,
    ...nonEmpty(
      'Parameters',
      Object.entries(parameters).map(([key, { type }]) => [key, { Type: type }]),
    ),
    Resources: Object.fromEntries(resources.map(([id, { definition }]) => [id, definition])),
    Outputs: Object.fromEntries(outputs.map(([key, value]) => [key, { Value: value }])),
  } satisfies JsonObject;
  const digest = given ?? createHash('sha256').update(canonicalJson(template)).digest('hex');
  return {
    name,
    body: serialize({ ...template, Outputs: { ...template.Outputs, [digestOutput]: { Value: digest } } }, name),
    digest,
    resources: template.Resources,
    parameters: Object.fromEntries(Object.entries(parameters).map(([key, { value }]) => [key, value])),
    tags,
    sources: Object.fromEntries(
      resources.flatMap(([id, { at }]): [string, SourcePosition][] => (at ? [[id, at]] : [])),
    ),
  };
}

function nonEmpty(key: string, entries: readonly (readonly [string, Json])[]): JsonObject {
  return entries.length > 0 ? { [key]: Object.fromEntries(entries) } : {};
}

function serialize(template: JsonObject, name: string): string {
  const readable = JSON.stringify(template, null, 1);
  if (Buffer.byteLength(readable) <= LARGEST_BYTES) return readable;
  const minified = JSON.stringify(template);
  const bytes = Buffer.byteLength(minified);
  if (bytes <= LARGEST_BYTES) return minified;
  throw new ToolkitError('CONFIG_INVALID', `The template of stack ${name} has ${bytes} bytes.`, {
    hint: `CloudFormation takes ${LARGEST_BYTES}: give the service fewer target groups or listener rules.`,
  });
}
