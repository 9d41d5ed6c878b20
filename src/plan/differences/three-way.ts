import { canonicalJson, isJsonObject, isList, type Json, listOf } from '../../model/json.ts';
import { itemsByName } from './list-items.ts';

/** One value as last deployed, as it is now, and as it is to be. */
export interface ThreeValues {
  readonly deployed: Json | undefined;
  readonly live: Json | undefined;
  readonly after: Json | undefined;
}

export interface ThreeWayDifference extends ThreeValues {
  readonly path: readonly string[];
}

/**
 * Where three values are not all the same. Items of lists are told apart by name rather than by position; what comes or
 * goes as a whole is one difference.
 */
export function threeWayDifferences(values: ThreeValues, path: readonly string[] = []): readonly ThreeWayDifference[] {
  if (isSame(values)) return [];
  const target = onlyTarget(values);
  if (target) return threeWayDifferences(target, path);
  const members = membersOf(values);
  const inside = (members ? namesOf(members) : []).flatMap((name) =>
    threeWayDifferences(memberOf(members, name), [...path, name]),
  );
  return inside.length > 0 ? inside : [{ path, ...values }];
}

/**
 * Where a rule forwards to one target group before and after, that is one item, though its ARN, its name, may be
 * another.
 */
function onlyTarget({ deployed, live, after }: ThreeValues): ThreeValues | undefined {
  const [a, b, c] = [deployed, live, after].map((list) => {
    const [item, ...others] = listOf(list);
    return others.length === 0 && isJsonObject(item) && item['TargetGroupArn'] !== undefined ? item : undefined;
  });
  return a && b && c && { deployed: a, live: b, after: c };
}

function isSame({ deployed, live, after }: ThreeValues): boolean {
  const text = canonicalJson(after);
  return canonicalJson(deployed) === text && canonicalJson(live) === text;
}

type Members = Readonly<Record<keyof ThreeValues, ReadonlyMap<string, Json>>>;

/** undefined where one of them has no members, or no names for them. */
function membersOf({ deployed, live, after }: ThreeValues): Members | undefined {
  const kinds = [deployed, live, after];
  if (!kinds.every(isJsonObject) && !kinds.every(isList)) return undefined;
  const [a, b, c] = kinds.map(named);
  return a && b && c && { deployed: a, live: b, after: c };
}

function named(value: Json | undefined): ReadonlyMap<string, Json> | undefined {
  if (isList(value)) return itemsByName(value);
  return isJsonObject(value) ? new Map(Object.entries(value)) : undefined;
}

function namesOf({ deployed, live, after }: Members): readonly string[] {
  return [...new Set([...deployed.keys(), ...live.keys(), ...after.keys()])].sort();
}

function memberOf(members: Members | undefined, name: string): ThreeValues {
  return {
    deployed: members?.deployed.get(name),
    live: members?.live.get(name),
    after: members?.after.get(name),
  };
}
