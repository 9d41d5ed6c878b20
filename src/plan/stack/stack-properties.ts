import { canonicalJson, isJsonObject, isList, type Json } from '../../model/json.ts';
import type { PropertyChange, ShownValue } from '../../model/plan.ts';
import type { PropertyDetailView, ResourceChangeView } from '../../model/stack-views.ts';
import { changedLines } from '../differences/changed-lines.ts';
import { type ThreeValues, type ThreeWayDifference, threeWayDifferences } from '../differences/three-way.ts';
import { isAboutWeights } from './live-weights.ts';

const KNOWN_AFTER_APPLY = '{{changeSet:KNOWN_AFTER_APPLY}}';
const SECRET = '****';

export function isKnownAfterApply(value: string | undefined): boolean {
  return value === KNOWN_AFTER_APPLY;
}

export interface ShownProperties {
  /** CloudFormation does not tell the values. */
  readonly isWithheld?: boolean;
  /** True for a rule whose traffic ECS shifts: how the traffic is divided is no part of what a stack changes. */
  readonly withoutWeights?: boolean;
}

/**
 * What changes inside a resource. CloudFormation numbers the items of lists, and has one detail for each reason why a
 * value changes: here an item has a name, and each place one entry.
 */
export function stackPropertyChanges(
  change: ResourceChangeView,
  { isWithheld = false, withoutWeights = false }: ShownProperties = {},
): readonly PropertyChange[] {
  const details = withoutWeights ? change.details.filter((detail) => !isAboutWeights(detail)) : change.details;
  const rows = details.flatMap((detail): readonly PropertyChange[] => {
    // Of tags of the whole stack, and where it was asked for no values, CloudFormation says only that they change.
    const isUntold = detail.before === undefined && detail.after === undefined && !detail.drift;
    if (isWithheld || isUntold) return [untoldRow(detail)];
    const places = changedPlaces(change, detail);
    return places.filter(({ path }) => !(withoutWeights && isWeight(path))).map(shownPlace);
  });
  return [...new Map(rows.map((row) => [row.path, row] as const)).values()];
}

/** A value inside a resource: as text, undefined where there is none. */
interface ChangedPlace {
  /** Items of lists by name, e.g. `BlockDeviceMappings./dev/xvda.Ebs.VolumeSize`. */
  readonly path: string;
  readonly deployed: string | undefined;
  readonly live: string | undefined;
  readonly after: string | undefined;
}

/**
 * What one detail of a change set is about: the places inside its value that differ, or itself where nothing is inside.
 */
export function changedPlaces(change: ResourceChangeView, detail: PropertyDetailView): readonly ChangedPlace[] {
  const inside = structured(change, detail).map(placeOf);
  if (inside.length > 0) return inside;
  const { before, after, drift } = detail;
  const path = propertyPath(detail);
  return [
    drift
      ? { path, deployed: drift.previous, live: drift.actual, after }
      : { path, deployed: before, live: before, after },
  ];
}

const UNKNOWN: ShownValue = { kind: 'known-after-apply' };

function untoldRow(detail: PropertyDetailView): PropertyChange {
  return { path: propertyPath(detail), before: { kind: 'withheld' }, after: { kind: 'withheld' } };
}

/** CloudFormation says of the tags that a stack passes to its resources only that they change. */
export function isUntoldTags({ path, after }: PropertyChange): boolean {
  return path === 'Tags' && after.kind === 'withheld';
}

export function stackTagChanges(
  deployed: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string>>,
): readonly PropertyChange[] {
  return threeWayDifferences({ deployed, live: deployed, after: wanted }, ['Tags']).map(placeOf).map(shownPlace);
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
  return values ? threeWayDifferences(values, path) : [];
}

function isWeight(path: string): boolean {
  return path.startsWith('Actions.') && path.endsWith('.Weight');
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

/** Parses only objects and lists: a number or a word in quotes is a value like any other. */
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

function placeOf({ path, deployed, live, after }: ThreeWayDifference): ChangedPlace {
  const text = (value: Json | undefined): string | undefined =>
    value === undefined || typeof value === 'string' ? value : canonicalJson(value);
  const place = path.join('.').replaceAll(KNOWN_AFTER_APPLY, '(known after apply)');
  return { path: place, deployed: text(deployed), live: text(live), after: text(after) };
}

function shownPlace({ path, deployed, live, after }: ChangedPlace): PropertyChange {
  const [before, now, then] = legible([deployed, live, after].map((value) => shownValue(path, value)));
  return {
    path,
    before: before ?? ABSENT,
    after: then ?? ABSENT,
    ...(deployed === live ? {} : { live: now ?? ABSENT }),
  };
}

const ABSENT: ShownValue = { kind: 'absent' };

/** Keeps of texts of many lines, like user data, only the lines that differ. */
function legible(values: readonly ShownValue[]): readonly ShownValue[] {
  const texts = values.flatMap((value) => (value.kind === 'value' ? [value.text] : []));
  if (texts.length < values.length || !texts.every((text) => text.includes('\n'))) return values;
  return changedLines(texts).map((text) => ({ kind: 'value', text }));
}

/** `/Properties/LaunchTemplateData/ImageId` → `LaunchTemplateData.ImageId`. */
function propertyPath({ path }: PropertyDetailView): string {
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
