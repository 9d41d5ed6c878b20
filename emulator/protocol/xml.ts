import { XMLBuilder } from 'fast-xml-parser';
import type { MemberModel, ServiceModel } from './model.ts';
import { shapeOf } from './model.ts';

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: true });

/** One XML document; keys are element names, arrays repeat their element, `@name` is an attribute. */
export function xmlDocument(tree: object): string {
  // A parser would read a bare carriage return as a line feed.
  const text = builder.build(tree).replaceAll('\r', '&#xD;');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}`;
}

/** The elements of a structure, in the terms of `xmlDocument`. */
export function xmlElements(model: ServiceModel, shapeName: string, value: object): Record<string, unknown> {
  const { members = {} } = shapeOf(model, shapeName);
  const elements = Object.entries(value).flatMap(([name, item]) => {
    const member = members[name];
    return member ? [element(model, name, member, item)] : [];
  });
  return Object.fromEntries(elements);
}

function element(model: ServiceModel, name: string, member: MemberModel, value: unknown): [string, unknown] {
  const shape = shapeOf(model, member.shape);
  const tag = member.locationName ?? name;
  const flattened = member.flattened === true || shape.flattened === true;
  if (shape.type === 'list' && flattened) {
    const items = (value as unknown[]).map((item) => content(model, shape.member?.shape ?? '', item));
    return [shape.member?.locationName ?? tag, items];
  }
  return [tag, content(model, member.shape, value)];
}

function content(model: ServiceModel, shapeName: string, value: unknown): unknown {
  const shape = shapeOf(model, shapeName);
  switch (shape.type) {
    case 'structure':
      return xmlElements(model, shapeName, value as object);
    case 'list': {
      const items = (value as unknown[]).map((item) => content(model, shape.member?.shape ?? '', item));
      return items.length === 0 ? '' : { [shape.member?.locationName ?? 'member']: items };
    }
    case 'map': {
      const entries = Object.entries(value as object).map(([key, item]) => ({
        [shape.key?.locationName ?? 'key']: printable(key),
        [shape.value?.locationName ?? 'value']: content(model, shape.value?.shape ?? '', item),
      }));
      return entries.length === 0 ? '' : { entry: entries };
    }
    case 'timestamp':
      return new Date(Math.round(value as number)).toISOString();
    case 'blob':
      return Buffer.from(value as Uint8Array).toString('base64');
    case 'string':
      return printable(value as string);
    case 'boolean':
    case 'integer':
    case 'long':
    case 'float':
    case 'double':
      return String(value);
  }
}

/** XML 1.0 has no way to write control characters but these three, not even escaped. */
export const printable = (text: string): string =>
  text.toWellFormed().replace(/\p{Cc}/gu, (c) => (c >= '\u007f' || '\t\n\r'.includes(c) ? c : '\ufffd'));
