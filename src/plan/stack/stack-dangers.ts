import type { Consent } from '../../model/cluster.ts';
import type { Danger } from '../../model/plan.ts';
import type { ResourceChangeView } from '../../model/stack-views.ts';
import { consented } from '../danger.ts';
import { digestOf } from '../digest.ts';
import { groupVersion } from './launch-template-version.ts';
import { lossOf, NETWORK_MODE_SEQUENCE } from './stack-losses.ts';
import { changedPlaces, shownValue } from './stack-properties.ts';

/**
 * Resources of which a live service needs at least one, by physical id: mostly one, for rules those of a target group.
 */
export interface LiveReference {
  readonly service: string;
  readonly physicalIds: readonly string[];
}

export interface StackRisks {
  /** Name of the stack, where it is a service's: consents name it. */
  readonly serviceStack?: string | undefined;
  readonly changes: readonly ResourceChangeView[];
  readonly references: readonly LiveReference[];
  readonly allow: readonly Consent[];
  /** Ids of instances that were launched with another version of the launch template than their group is to have. */
  readonly outdatedInstances: readonly string[];
}

/** Longer values are named by their digest in a danger, so that consent can name them. */
const LONGEST_NAMED = 100;

/** Changes that lose traffic or data, property by property. */
export function stackDangers(risks: StackRisks): readonly Danger[] {
  const { serviceStack, changes, references, allow, outdatedInstances } = risks;
  const going = changes.filter(goes).map(({ physicalId }) => physicalId);
  return changes.flatMap((change) => {
    const found = goes(change)
      ? lossesOfGoing(change, forbidding(change, going, references))
      : [...rolledInstances(change), ...instancesOfOtherVersion(change, outdatedInstances)];
    return found.map((danger) => consented(allow, { stack: serviceStack, ...danger }));
  });
}

/** Whether the resource as it is now goes, for certain or perhaps, and is not kept outside of the stack. */
export function goes({ action, replacement, policyAction = '' }: ResourceChangeView): boolean {
  if (policyAction.endsWith('Retain')) return false;
  return action === 'Remove' || replacement === 'True' || replacement === 'Conditional';
}

function lossesOfGoing(change: ResourceChangeView, forbidden: string | undefined): readonly Omit<Danger, 'allowed'>[] {
  const lost = lossOf(change.type, change.logicalId);
  if (!lost) return [];
  const { logicalId: resource } = change;
  if (change.action === 'Remove') return [{ resource, loss: `it is removed: ${lost.loss}`, forbidden }];
  const how = change.replacement === 'True' ? 'it is replaced' : 'it may be replaced';
  return [...recreating(change)].map(([property, to]) => ({
    resource,
    property,
    to,
    loss: `${how}: ${lost.loss}`,
    forbidden,
  }));
}

/**
 * The properties for which CloudFormation replaces a resource, with their new values. Where one is not known yet, the
 * resource that goes stands for it: the next replacement takes another one, which the same consent must not cover.
 */
function recreating(change: ResourceChangeView): ReadonlyMap<string, string | undefined> {
  const instead = change.physicalId && `instead of ${change.physicalId}`;
  const causes = change.details.filter(({ requiresRecreation }) => requiresRecreation !== 'Never');
  return new Map(namedValues(change, causes).map(([property, value]) => [property, value ?? instead]));
}

const ROLLED = 'a new one starts first, then the tasks of an old one drain and it is terminated';

/** A change of the launch template reaches instances only by replacing them. */
function rolledInstances(change: ResourceChangeView): readonly Omit<Danger, 'allowed'>[] {
  if (change.type !== 'AWS::EC2::LaunchTemplate' || change.action !== 'Modify') return [];
  return [...new Map(namedValues(change, change.details))].map(([property, to]) => ({
    resource: change.logicalId,
    property,
    to,
    loss: `every instance is replaced: ${ROLLED}`,
  }));
}

/** A group whose version somebody changed gets its own back, and with it instances of that version. */
function instancesOfOtherVersion(
  change: ResourceChangeView,
  outdatedInstances: readonly string[],
): readonly Omit<Danger, 'allowed'>[] {
  const version = groupVersion(change);
  if (!version || outdatedInstances.length === 0) return [];
  const loss = `instances of another version (${outdatedInstances.join(', ')}) are replaced: ${ROLLED}`;
  return [{ resource: change.logicalId, property: version.property, to: version.after, loss }];
}

/** A property of target groups; it follows the network mode of the service's tasks. */
const TARGET_TYPE = '/Properties/TargetType';

function forbidding(
  { type, logicalId, physicalId, details }: ResourceChangeView,
  going: readonly (string | undefined)[],
  references: readonly LiveReference[],
): string | undefined {
  const users = references
    .filter(({ physicalIds }) => physicalIds.some((id) => id === physicalId))
    .filter(({ physicalIds }) => physicalIds.every((id) => going.includes(id)))
    .map(({ service }) => service);
  if (users.length === 0) return undefined;
  const changesMode = details.some(({ path }) => path === TARGET_TYPE);
  const sequence = changesMode ? NETWORK_MODE_SEQUENCE : lossOf(type, logicalId)?.sequence;
  return `Service ${[...new Set(users)].join(', ')} uses it. ${sequence ?? 'Let the service stop using it first.'}`;
}

/** New values by property, as consent names both; undefined where a value is not known, or is nothing. */
function namedValues(
  change: ResourceChangeView,
  details: ResourceChangeView['details'],
): readonly (readonly [string, string | undefined])[] {
  return details
    .flatMap((detail) => changedPlaces(change, detail))
    .map(({ path, after }) => [path, namedValue(path, after)] as const);
}

function namedValue(path: string, after: string | undefined): string | undefined {
  const value = shownValue(path, after);
  if (value.kind !== 'value') return undefined;
  return value.text.length <= LONGEST_NAMED ? value.text : `sha256:${digestOf(value.text).slice(0, 16)}`;
}
