import type { ServiceModel } from './model.ts';
import { own, shapeOf } from './model.ts';
import { hasType } from './validate.ts';

/**
 * Copies an operation's answer as its output shape allows, without absent members. What AWS's shapes lack cannot be
 * answered by AWS: such an answer is a defect of the emulator and throws a plain Error.
 */
export function conformOutput(model: ServiceModel, operation: string, output: unknown): object {
  const name = model.operations[operation]?.output;
  if (name === undefined) return {};
  return conform(model, name, output ?? {}, `${model.service} ${operation}`) as object;
}

function conform(model: ServiceModel, name: string, value: unknown, path: string): unknown {
  const shape = shapeOf(model, name);
  if (shape.document) return structuredClone(value);
  if (!hasType(shape, value)) throw new Error(`${path} answers ${JSON.stringify(value)} where AWS has a ${shape.type}`);
  if (Array.isArray(value)) {
    const of = shape.member?.shape ?? '';
    return value.map((item, index) => conform(model, of, item, `${path}[${index}]`));
  }
  if (shape.type !== 'structure' && shape.type !== 'map') return value;
  const entries = Object.entries(value as object).filter(([, item]) => item != null);
  const copied = entries.map(([key, item]): [string, unknown] => {
    const of = shape.type === 'map' ? shape.value?.shape : own(shape.members, key)?.shape;
    if (of === undefined) throw new Error(`${path} answers ${key}, which AWS's shape ${name} lacks`);
    return [key, conform(model, of, item, `${path}.${key}`)];
  });
  return Object.fromEntries(copied);
}
