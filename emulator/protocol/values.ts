import type { ServiceModel } from './model.ts';
import { own, shapeOf } from './model.ts';

/**
 * Turns what a body holds into the emulator's terms: timestamps into milliseconds, blobs into bytes. Whatever does not
 * fit its shape is left as it is, for the validation to refuse.
 */
export function fromBody(model: ServiceModel, shapeName: string, value: unknown): unknown {
  const shape = shapeOf(model, shapeName);
  if (shape.document) return value;
  switch (shape.type) {
    case 'structure':
      return mapped(value, (key, item) => {
        const member = own(shape.members, key);
        return member ? fromBody(model, member.shape, item) : item;
      });
    case 'map':
      return mapped(value, (_key, item) => fromBody(model, shape.value?.shape ?? '', item));
    case 'list':
      return Array.isArray(value) ? value.map((item) => fromBody(model, shape.member?.shape ?? '', item)) : value;
    case 'timestamp':
      return milliseconds(value);
    case 'blob':
      return typeof value === 'string' ? Buffer.from(value, 'base64') : value;
    case 'float':
    case 'double':
      return typeof value === 'string' && /^(NaN|-?Infinity)$/.test(value) ? Number(value) : value;
    case 'string':
    case 'boolean':
    case 'integer':
    case 'long':
      return value;
  }
}

/** The reverse, with the two kinds of values that JSON and CBOR write differently. */
export interface BodyTerms {
  readonly timestamp: (ms: number) => unknown;
  readonly blob: (bytes: Uint8Array) => unknown;
}

export function toBody(model: ServiceModel, shapeName: string, value: unknown, terms: BodyTerms): unknown {
  const shape = shapeOf(model, shapeName);
  if (shape.document) return value;
  switch (shape.type) {
    case 'structure':
      return mapped(value, (key, item) => toBody(model, shape.members?.[key]?.shape ?? '', item, terms));
    case 'map':
      return mapped(value, (_key, item) => toBody(model, shape.value?.shape ?? '', item, terms));
    case 'list':
      return (value as unknown[]).map((item) => toBody(model, shape.member?.shape ?? '', item, terms));
    case 'timestamp':
      return terms.timestamp(Math.round(value as number));
    case 'blob':
      return terms.blob(value as Uint8Array);
    case 'float':
    case 'double':
    case 'string':
    case 'boolean':
    case 'integer':
    case 'long':
      return value;
  }
}

/** AWS reads seconds since the epoch, and ISO 8601 text. */
export function milliseconds(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'number') return Math.round(value * 1000);
  if (typeof value !== 'string' || value === '') return value;
  const ms = /^\d+(\.\d+)?$/.test(value) ? Math.round(Number(value) * 1000) : Date.parse(value);
  return Number.isNaN(ms) ? value : ms;
}

function mapped(value: unknown, each: (key: string, item: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, item === null ? undefined : each(key, item)]),
  );
}
