import { canonicalJson, type Json } from '../model/json.ts';
import type { PropertyChange, ShownValue } from '../model/plan.ts';
import type { PropertyDetailView, ResourceChangeView } from '../model/stack-views.ts';
import { changedLines } from './changed-lines.ts';
import { isJsonObject, isList } from './json-differences.ts';
import { isAboutWeights } from './live-weights.ts';
import { type ThreeValues, type ThreeWayDifference, threeWayDifferences } from './three-way.ts';

const KNOWN_AFTER_APPLY = '{{changeSet:KNOWN_AFTER_APPLY}}';
const SECRET = '****';

export function isKnownAfterApply(value: string | undefined): boolean {
  return value === KNOWN_AFTER_APPLY;
}

/**
 * What changes inside a resource. CloudFormation numbers the items of lists, and has one detail for each reason why a value
 * changes: here an item has a name, and each place one entry.
 */
export function stackPropertyChanges(change: ResourceChangeView, withheld: boolean): readonly PropertyChange[] {
  const details = change.details.filter((detail) => !isAboutWeights(detail));
  const rows = details.flatMap((detail): readonly PropertyChange[] => {
    if (withheld) return [untoldRow(detail)];
    const inside = structured(change, detail).map(shownDifference);
    return inside.length > 0 ? inside : [shownDetail(detail)];
  });
  return [...new Map(rows.map((row) => [row.path, row] as const)).values()];
}

const UNKNOWN: ShownValue = { kind: 'known-after-apply' };

function untoldRow(detail: PropertyDetailView): PropertyChange {
  return { path: propertyPath(detail), before: { kind: 'withheld' }, after: { kind: 'withheld' } };
}

/** Of the tags that a stack hands on to its resources CloudFormation says only that they change. */
export function isUntoldTags({ path, after }: PropertyChange): boolean {
  return path === 'Tags' && after.kind === 'withheld';
}

export function stackTagChanges(
  deployed: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string>>,
): readonly PropertyChange[] {
  return threeWayDifferences({ deployed, live: deployed, after: wanted }, ['Tags']).map(shownDifference);
}

/** The differences inside a value that has a structure: of the whole list where the place is an item of one. */
function structured(change: ResourceChangeView, detail: PropertyDetailView): readonly ThreeWayDifference[] {
  const place = detail.path
    .split('/')
    .slice(2)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const item = place.findIndex((part) => /^\d+$/.test(part));
  const path = item === -1 ? place : place.slice(0, item);
  const values = item === -1 ? parsedValues(detail) : valuesAt(change, path);
  return values ? threeWayDifferences(values, path).filter((difference) => !isWeight(difference)) : [];
}

/** How ECS divides the traffic of a rule is no part of what a stack changes. */
function isWeight({ path }: ThreeWayDifference): boolean {
  return path[0] === 'Actions' && path.at(-1) === 'Weight';
}

function valuesAt({ properties }: ResourceChangeView, path: readonly string[]): ThreeValues | undefined {
  const { before, after, previous } = properties ?? {};
  if (!before || !after) return undefined;
  const [live, wanted] = [valueAt(before, path), valueAt(after, path)];
  return { deployed: previous ? valueAt(previous, path) : live, live, after: wanted };
}

function parsedValues({ before, after, drift }: PropertyDetailView): ThreeValues | undefined {
  const [live, wanted] = [parsed(before), parsed(after)];
  if (live === undefined || wanted === undefined) return undefined;
  return { deployed: drift ? parsed(drift.previous) : live, live, after: wanted };
}

/** Only what has members: a number or a word in quotes is a value like any other. */
function parsed(text: string | undefined): Json | undefined {
  if (!/^[[{]/.test(text ?? '')) return undefined;
  try {
    const value: Json = JSON.parse(text ?? '');
    return isJsonObject(value) || isList(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function valueAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  return isJsonObject(value) ? valueAt(value[head], rest) : undefined;
}

function shownDifference({ path, deployed, live, after }: ThreeWayDifference): PropertyChange {
  const text = (value: Json | undefined): string | undefined =>
    value === undefined || typeof value === 'string' ? value : canonicalJson(value);
  const place = path.join('.').replaceAll(KNOWN_AFTER_APPLY, '(known after apply)');
  return shownRow(place, text(deployed), text(live), text(after));
}

function shownDetail(detail: PropertyDetailView): PropertyChange {
  const { before, after, drift } = detail;
  // Of tags of the whole stack, and where it was asked for no values, CloudFormation says only that they change.
  if (before === undefined && after === undefined && !drift) return untoldRow(detail);
  return drift
    ? shownRow(propertyPath(detail), drift.previous, drift.actual, after)
    : shownRow(propertyPath(detail), before, before, after);
}

function shownRow(
  path: string,
  deployed: string | undefined,
  live: string | undefined,
  after: string | undefined,
): PropertyChange {
  const [before, now, then] = legible([deployed, live, after].map((value) => shownValue(path, value)));
  return {
    path,
    before: before ?? ABSENT,
    after: then ?? ABSENT,
    ...(deployed === live ? {} : { live: now ?? ABSENT }),
  };
}

const ABSENT: ShownValue = { kind: 'absent' };

/** Of texts of many lines, like user data, those lines that differ. */
function legible(values: readonly ShownValue[]): readonly ShownValue[] {
  const texts = values.flatMap((value) => (value.kind === 'value' ? [value.text] : []));
  if (texts.length < values.length || !texts.every((text) => text.includes('\n'))) return values;
  return changedLines(texts).map((text) => ({ kind: 'value', text }));
}

/** `/Properties/LaunchTemplateData/ImageId` → `LaunchTemplateData.ImageId`. */
export function propertyPath({ path }: PropertyDetailView): string {
  return path
    .replace(/^\/Properties\//, '')
    .replace(/^\//, '')
    .replaceAll('/', '.');
}

export function shownValue(path: string, value: string | undefined): ShownValue {
  if (value === undefined) return ABSENT;
  if (value.includes(KNOWN_AFTER_APPLY)) return UNKNOWN;
  if (value === SECRET) return { kind: 'secret' };
  return { kind: 'value', text: path.endsWith('UserData') ? Buffer.from(value, 'base64').toString() : value };
}
