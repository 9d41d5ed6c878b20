import { formatError, validationError } from './errors.ts';
import type { Json, JsonObject } from './json.ts';
import { isArray, isObject } from './json.ts';
import { parseYaml } from './yaml.ts';

/** TemplateBody's limit in bytes. */
const BODY_LIMIT = 51_200;

/** Reads a template's text, JSON or YAML, as far as its being one object without nulls. */
export function parseTemplateBody(body: string): JsonObject {
  if (Buffer.byteLength(body) > BODY_LIMIT) {
    throw validationError(
      `1 validation error detected: Value '${body}' at 'templateBody' failed to satisfy constraint: ` +
        `Member must have length less than or equal to ${BODY_LIMIT}`,
    );
  }
  const value = body.trimStart().startsWith('{') ? parseJson(body) : parseYaml(body);
  if (!isObject(value)) throw formatError('unsupported structure.');
  refuseNulls(value, '');
  return value;
}

function parseJson(body: string): Json {
  try {
    return JSON.parse(body) as Json;
  } catch (error) {
    // V8 tells the place as "(line 3 column 5)" or as "position 17", and says nothing of it at the end of the input.
    const message = (error as Error).message;
    const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(message) ?? [];
    const lines = body.split('\n');
    throw formatError(
      `JSON not well-formed. (line ${line ?? lines.length}, column ${column ?? (lines.at(-1)?.length ?? 0) + 1})`,
    );
  }
}

function refuseNulls(value: Json, path: string): void {
  if (value === null) throw validationError(`[${path}] 'null' values are not allowed in templates`);
  if (isArray(value)) for (const [index, item] of value.entries()) refuseNulls(item, `${path}/${index}`);
  else if (isObject(value)) for (const [key, item] of Object.entries(value)) refuseNulls(item, `${path}/${key}`);
}
