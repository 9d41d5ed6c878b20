import type { ServiceModel } from '../../emulator/protocol/model.ts';
import { shapeOf } from '../../emulator/protocol/model.ts';

/**
 * Which members a made-up answer has: all with values, all as empty as the model allows, or only those that AWS always
 * sends.
 */
export type Fullness = 'full' | 'empty' | 'bare';
export const FULLNESSES: readonly Fullness[] = ['full', 'empty', 'bare'];

const AWKWARD = 'a <b> & "c" é\n{d}';
const WHEN = Date.UTC(2026, 10, 1, 12, 34, 56, 789);

/** An answer of that shape, as a handler of the emulator would give it. A shape within itself is left out. */
export function synthetic(
  model: ServiceModel,
  shapeName: string,
  fullness: Fullness,
  within: readonly string[] = [],
): unknown {
  const shape = shapeOf(model, shapeName);
  const { min = 0 } = shape;
  const inner = (name: string): unknown => synthetic(model, name, fullness, [...within, shapeName]);
  const recursive = (name: string | undefined): boolean => name === undefined || [...within, shapeName].includes(name);
  const empty = fullness === 'empty';
  switch (shape.type) {
    case 'structure': {
      const members = Object.entries(shape.members ?? {})
        .filter(([name]) => fullness !== 'bare' || shape.required?.includes(name))
        .filter(([, member]) => !recursive(member.shape) && !holdsOnly(model, member.shape, [...within, shapeName]));
      const set = shape.union ? members.slice(0, 1) : members;
      return Object.fromEntries(set.map(([name, member]) => [name, inner(member.shape)]));
    }
    case 'list': {
      const length = recursive(shape.member?.shape) ? 0 : empty ? min : Math.max(min, 2);
      return Array.from({ length }, () => inner(shape.member?.shape ?? ''));
    }
    case 'map':
      return empty ? {} : { [keyOf(model, shape.key?.shape)]: inner(shape.value?.shape ?? '') };
    case 'string':
      return shape.enum?.[0] ?? (empty ? '' : AWKWARD).padEnd(min, 'x');
    case 'boolean':
      return !empty;
    case 'timestamp':
      return WHEN;
    case 'blob':
      return empty ? new Uint8Array() : new Uint8Array([0, 255, 10]);
    case 'integer':
      return Math.max(min, empty ? 0 : 42);
    case 'long':
      return Math.max(min, empty ? 0 : 2 ** 40);
    case 'float':
    case 'double':
      return Math.max(min, empty ? 0 : 1.5);
  }
}

function holdsOnly(model: ServiceModel, name: string, within: readonly string[]): boolean {
  const { type, member } = shapeOf(model, name);
  return type === 'list' && member !== undefined && within.includes(member.shape);
}

function keyOf(model: ServiceModel, name: string | undefined): string {
  if (name === undefined) return AWKWARD;
  const { enum: values, min = 0 } = shapeOf(model, name);
  return values?.[0] ?? AWKWARD.padEnd(min, 'x');
}

/** The same in a client's terms: timestamps as dates. */
export function asRead(model: ServiceModel, shapeName: string, value: unknown): unknown {
  const shape = shapeOf(model, shapeName);
  if (shape.type === 'timestamp') return new Date(value as number);
  if (Array.isArray(value)) return value.map((item) => asRead(model, shape.member?.shape ?? '', item));
  if (shape.type !== 'structure' && shape.type !== 'map') return value;
  return Object.fromEntries(
    Object.entries(value as object).map(([key, item]) => [
      key,
      asRead(model, (shape.type === 'map' ? shape.value : shape.members?.[key])?.shape ?? '', item),
    ]),
  );
}
