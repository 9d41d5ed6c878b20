import type { AwsError } from '../core/errors.ts';
import { violations } from './constraints.ts';
import type { ServiceModel, ShapeModel } from './model.ts';
import { own, shapeOf } from './model.ts';
import { constraintError, missingError, typeError, unknownError } from './refusals.ts';

interface Finding {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  readonly constraint: string;
}

/**
 * Checks an input against its shape as AWS does before an operation runs, and returns a copy without absent members.
 * Throws AwsError in the service's own words. Unknown members are refused everywhere, although some of AWS's services
 * ignore them: what the emulator does not know must not pass for done.
 */
export function validateInput(model: ServiceModel, operation: string, input: unknown): object {
  const name = model.operations[operation]?.input;
  const findings: Finding[] = [];
  const refuse = (error: AwsError): never => {
    throw error;
  };

  const structure = (shape: ShapeModel, value: object, path: Finding['path']): Record<string, unknown> => {
    const members = shape.members ?? {};
    const copy: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      if (item === undefined || item === null) continue;
      const member = own(members, key);
      if (!member) return refuse(unknownError(model, operation, [...path, key], Object.keys(members)));
      copy[key] = any(member.shape, item, [...path, key]);
    }
    for (const key of shape.required ?? []) {
      if (copy[key] === undefined)
        findings.push({ path: [...path, key], value: null, constraint: 'Member must not be null' });
    }
    return copy;
  };

  const any = (shapeName: string, value: unknown, path: Finding['path']): unknown => {
    const shape = shapeOf(model, shapeName);
    if (shape.document) return structuredClone(value);
    if (!hasType(shape, value)) return refuse(typeError(model, path, shape, value));
    for (const constraint of violations(shape, value)) findings.push({ path, value, constraint });
    if (Array.isArray(value)) {
      const of = shape.member?.shape ?? '';
      return value.filter((item) => item != null).map((item, index) => any(of, item, [...path, index]));
    }
    if (shape.type === 'structure') return structure(shape, value as object, path);
    if (shape.type === 'map') {
      const of = shape.value?.shape ?? '';
      const entries = Object.entries(value as object).filter(([, item]) => item != null);
      return Object.fromEntries(entries.map(([key, item]) => [key, any(of, item, [...path, key])]));
    }
    return value;
  };

  const copy = name === undefined ? {} : (any(name, input, []) as object);
  const missing = findings.filter((finding) => finding.value === null);
  if (missing[0]) throw missingError(model, operation, missing[0].path, constraintText(findings));
  if (findings[0])
    throw constraintError(model, operation, findings[0].path, findings[0].value, constraintText(findings));
  return copy;
}

export function hasType(shape: ShapeModel, value: unknown): boolean {
  switch (shape.type) {
    case 'structure':
    case 'map':
      return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
    case 'list':
      return Array.isArray(value);
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'blob':
      return value instanceof Uint8Array;
    case 'integer':
    case 'long':
      return Number.isInteger(value);
    case 'float':
    case 'double':
    case 'timestamp':
      return typeof value === 'number' && !Number.isNaN(value);
  }
}

/** "2 validation errors detected: Value 'x' at 'tags.1.member.key' failed to satisfy constraint: …; Value …" */
function constraintText(findings: readonly Finding[]): string {
  const count = `${findings.length} validation error${findings.length === 1 ? '' : 's'} detected`;
  const each = findings.map(
    ({ path, value, constraint }) =>
      `Value ${quoted(value)} at '${memberPath(path)}' failed to satisfy constraint: ${constraint}`,
  );
  return `${count}: ${each.join('; ')}`;
}

function quoted(value: unknown): string {
  if (value === null) return 'null';
  return `'${typeof value === 'object' ? JSON.stringify(value) : String(value)}'`;
}

/** AWS counts list members from one and writes the names of its inner model, which begin in lower case. */
function memberPath(path: Finding['path']): string {
  const parts = path.map((part) =>
    typeof part === 'number' ? `${part + 1}.member` : part.charAt(0).toLowerCase() + part.slice(1),
  );
  return parts.join('.');
}
