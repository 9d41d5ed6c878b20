import { AwsError } from '../core/errors.ts';
import type { MemberModel, ServiceModel, ShapeModel } from './model.ts';
import { shapeOf } from './model.ts';
import { milliseconds } from './values.ts';

/** What differs between AWS Query and EC2's variant of it. */
export interface ParameterNames {
  readonly member: (name: string, member: MemberModel) => string;
  /** Whether a list's members follow its name without a `member` in between. */
  readonly flattened: (member: MemberModel | undefined, shape: ShapeModel) => boolean;
}

const DEEPEST = 50;

interface Node {
  text: string | undefined;
  readonly children: Map<string, Node>;
}

/**
 * Turns `Tags.member.1.Key=a` and the like into the input; parameters that the shape lacks stay, for the validation to
 * refuse.
 */
export function inputFrom(
  model: ServiceModel,
  shapeName: string | undefined,
  parameters: ReadonlyMap<string, string>,
  names: ParameterNames,
): unknown {
  const root: Node = { text: undefined, children: new Map() };
  for (const [name, text] of parameters) insert(root, name.split('.'), text);
  if (shapeName === undefined) return Object.fromEntries(parameters);
  return read(model, shapeName, undefined, root, names);
}

function insert(root: Node, path: readonly string[], text: string): void {
  if (path.length > DEEPEST) throw new AwsError('MalformedInput', `A parameter's name has more than ${DEEPEST} parts`);
  let node = root;
  for (const part of path) {
    const child = node.children.get(part) ?? { text: undefined, children: new Map() };
    node.children.set(part, child);
    node = child;
  }
  node.text = text;
}

function read(
  model: ServiceModel,
  shapeName: string,
  member: MemberModel | undefined,
  node: Node,
  names: ParameterNames,
): unknown {
  const shape = shapeOf(model, shapeName);
  switch (shape.type) {
    case 'structure':
      return node.text === undefined || node.text === '' ? structure(model, shape, node, names) : node.text;
    case 'list':
      return list(model, shape, names.flattened(member, shape), node, names);
    case 'map':
      return map(model, shape, member?.flattened === true || shape.flattened === true, node, names);
    case 'string':
    case 'boolean':
    case 'timestamp':
    case 'blob':
    case 'integer':
    case 'long':
    case 'float':
    case 'double':
      return node.children.size > 0 ? plain(node) : scalar(shape, node.text ?? '');
  }
}

function structure(model: ServiceModel, shape: ShapeModel, node: Node, names: ParameterNames): object {
  const members = Object.entries(shape.members ?? {});
  const read1 = ([wireName, child]: [string, Node]): [string, unknown] => {
    const found = members.find(([name, member]) => names.member(name, member) === wireName);
    return found ? [found[0], read(model, found[1].shape, found[1], child, names)] : [wireName, plain(child)];
  };
  return Object.fromEntries([...node.children].map(read1));
}

function list(model: ServiceModel, shape: ShapeModel, flattened: boolean, node: Node, names: ParameterNames): unknown {
  // An empty list is sent as its name alone.
  if (node.children.size === 0) return node.text === '' ? [] : node.text;
  const parent = flattened ? node : node.children.get(shape.member?.locationName ?? 'member');
  if (!parent) throw new AwsError('MalformedInput', 'Unexpected complex element termination');
  return inOrder(parent).map((child) => read(model, shape.member?.shape ?? '', shape.member, child, names));
}

function map(model: ServiceModel, shape: ShapeModel, flattened: boolean, node: Node, names: ParameterNames): unknown {
  if (node.children.size === 0) return node.text === '' ? {} : node.text;
  const parent = flattened ? node : node.children.get('entry');
  if (!parent) throw new AwsError('MalformedInput', 'Unexpected map element termination');
  const entries = inOrder(parent).map((entry): [string, unknown] => {
    const key = entry.children.get(shape.key?.locationName ?? 'key')?.text ?? '';
    const value = entry.children.get(shape.value?.locationName ?? 'value');
    return [key, value && read(model, shape.value?.shape ?? '', shape.value, value, names)];
  });
  return Object.fromEntries(entries);
}

function inOrder({ children }: Node): Node[] {
  const numbered = [...children].map(([name, child]): [number, Node] => {
    if (!/^\d+$/.test(name))
      throw new AwsError('MalformedInput', `Unexpected list element '${name}': a number is expected`);
    return [Number(name), child];
  });
  return numbered.sort(([a], [b]) => a - b).map(([, child]) => child);
}

function scalar(shape: ShapeModel, text: string): unknown {
  switch (shape.type) {
    case 'integer':
    case 'long':
      return /^[+-]?\d+$/.test(text) ? Number(text) : text;
    case 'float':
    case 'double':
      return text.trim() !== '' && !Number.isNaN(Number(text)) ? Number(text) : text === 'NaN' ? Number.NaN : text;
    case 'boolean':
      return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text;
    case 'timestamp':
      return milliseconds(text);
    case 'blob':
      return Buffer.from(text, 'base64');
    case 'string':
    case 'structure':
    case 'list':
    case 'map':
      return text;
  }
}

function plain({ text, children }: Node): unknown {
  if (children.size === 0) return text;
  return Object.fromEntries([...children].map(([name, child]) => [name, plain(child)]));
}
