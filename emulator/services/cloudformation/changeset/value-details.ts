import type { ResourceChangeDetail } from '../../../shapes/cloudformation.d.ts';
import type { DesiredResource } from '../engine/resource-plan.ts';
import { recreation } from '../engine/resource-plan.ts';
import type { StackResource } from '../engine/stack.ts';
import { functionCall } from '../intrinsics/functions.ts';
import type { PropertyType } from '../resources/schemas.ts';
import { schemaOf } from '../resources/schemas.ts';
import type { Json } from '../template/json.ts';
import { isArray, isObject, sameValue, stringified } from '../template/json.ts';
import type { ResourceDeclaration } from '../template/template.ts';
import type { CausesOf } from './details.ts';
import { detailsFor, propertyTarget } from './details.ts';

/** One place inside a property that differs. */
export interface Leaf {
  readonly path: readonly string[];
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/**
 * Details with values, one per place that differs and cause: what DescribeChangeSet answers with IncludePropertyValues.
 * Unlike without, a property whose value is known to stay the same is left out whatever it refers to.
 */
export function valueDetails(
  current: StackResource,
  after: DesiredResource,
  declaration: ResourceDeclaration,
  causesOf: CausesOf,
): readonly ResourceChangeDetail[] {
  const names = [...new Set([...Object.keys(current.properties), ...Object.keys(after.properties)])].sort();
  return names.flatMap((name) => {
    const old = current.properties[name];
    const desired = after.properties[name];
    const requires = recreation(current.type, name, old, desired);
    return differences(old, desired, [name], schemaOf(current.type).properties[name]?.type).flatMap((leaf) => {
      const { parameters, resources } = causesOf(rawAt(declaration.properties, leaf.path));
      const causes = [...parameters, ...resources];
      const target = {
        ...propertyTarget(name, requires, causes),
        Path: pointerOf(leaf.path),
        BeforeValue: leaf.before === undefined ? undefined : shown(leaf.before),
        AfterValue: leaf.after === undefined ? undefined : shown(leaf.after),
        AttributeChangeType: changeType(leaf),
      } as const;
      return detailsFor(target, causes, true);
    });
  });
}

/** Where two values differ, as deep as both have the same form. Free-form JSON, such as a policy, is one place. */
export function differences(
  before: Json | undefined,
  after: Json | undefined,
  path: readonly string[],
  type?: PropertyType,
): readonly Leaf[] {
  if (sameValue(before, after)) return [];
  if (!isFreeForm(type)) {
    if (isObject(before) && isObject(after)) {
      const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
      return keys.flatMap((key) => differences(before[key], after[key], [...path, key]));
    }
    if (isArray(before) && isArray(after)) {
      const longer = Array.from({ length: Math.max(before.length, after.length) });
      return longer.flatMap((_, index) => differences(before[index], after[index], [...path, String(index)]));
    }
  }
  return [{ path, before, after }];
}

function isFreeForm(type: PropertyType | undefined): boolean {
  if (type === undefined || type === 'json') return type === 'json';
  return typeof type === 'object' && 'union' in type && type.union.includes('json');
}

/** What the template has at a place, or the function that computes the surroundings of the place. */
function rawAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  const [head, ...rest] = path;
  if (head === undefined || value === undefined) return value;
  if (isObject(value)) return functionCall(value) ? value : rawAt(value[head], rest);
  return isArray(value) ? rawAt(value[Number(head)], rest) : value;
}

function changeType({ before, after }: Leaf): 'Add' | 'Remove' | 'Modify' {
  if (before === undefined) return 'Add';
  return after === undefined ? 'Remove' : 'Modify';
}

/** A value as a change set shows it: text, or JSON with every scalar as text. */
export function shown(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(stringified(value)) : String(value);
}

/** The JSON pointer of a place among a resource's properties. */
export function pointerOf(path: readonly string[]): string {
  return `/Properties/${path.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
}
