import type { ShapeModel } from './model.ts';

/** What a value fails to satisfy, as AWS's request validation words it after "failed to satisfy constraint: ". */
export function violations(shape: ShapeModel, value: unknown): string[] {
  if (typeof value === 'string')
    return [...enumeration(shape, value), ...length(shape, value.length), ...pattern(shape, value)];
  if (typeof value === 'number') return range(shape, value);
  if (Array.isArray(value)) return length(shape, value.length);
  return [];
}

function enumeration(shape: ShapeModel, value: string): string[] {
  if (!shape.enum || shape.enum.includes(value)) return [];
  return [`Member must satisfy enum value set: [${shape.enum.join(', ')}]`];
}

function length({ min, max }: ShapeModel, size: number): string[] {
  if (min !== undefined && size < min) return [`Member must have length greater than or equal to ${min}`];
  if (max !== undefined && size > max) return [`Member must have length less than or equal to ${max}`];
  return [];
}

function range({ type, min, max }: ShapeModel, value: number): string[] {
  if (type === 'timestamp') return [];
  if (min !== undefined && value < min) return [`Member must have value greater than or equal to ${min}`];
  if (max !== undefined && value > max) return [`Member must have value less than or equal to ${max}`];
  return [];
}

function pattern(shape: ShapeModel, value: string): string[] {
  if (shape.pattern === undefined || compiled(shape.pattern)?.test(value) !== false) return [];
  return [`Member must satisfy regular expression pattern: ${shape.pattern}`];
}

const patterns = new Map<string, RegExp | undefined>();

/**
 * AWS's patterns are Java's, which has a class of its own for what ASCII prints; what JavaScript cannot read is not
 * checked.
 */
function compiled(source: string): RegExp | undefined {
  const readable = source.replaceAll('\\p{Print}', '[ -~]');
  if (!patterns.has(source)) patterns.set(source, compile(readable, 'u') ?? compile(readable, ''));
  return patterns.get(source);
}

function compile(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${source})$`, flags);
  } catch {
    return undefined;
  }
}
