import { canonicalJson } from '../../model/json.ts';
import type { Change, PropertyChange, ShownValue } from '../../model/plan.ts';
import { KNOWN_AFTER_APPLY } from '../differences/property-changes.ts';
import { unitDigest } from '../digest.ts';
import { SCHEDULE_TYPE } from './scheduled-tasks.ts';
import type { StackOutputs } from './service-desired.ts';

/**
 * The digest of a service's plan. It is the same before and after the stacks exist that it stands on: ARNs of their
 * outputs count as unknown in either case, so that a first deployment is the one that was reviewed. So does the
 * revision that scheduled tasks start and are to start: each deployment makes another one.
 */
export function serviceDigest(id: string, changes: readonly Change[], done: unknown, outputs: StackOutputs): string {
  const known = [outputs.cluster, outputs.service].flatMap((each) => Object.values(each ?? {}));
  // Longest first: one may begin with another.
  const arns = known.filter((value) => value.startsWith('arn:')).toSorted((a, b) => b.length - a.length);
  const withoutArns = (text: string): string =>
    arns.reduce((rest, arn) => rest.replaceAll(arn, KNOWN_AFTER_APPLY), text);
  return unitDigest(
    id,
    changes.map((change) => ({
      ...change,
      certainty: 'certain',
      properties: change.properties.map((property) =>
        change.type === SCHEDULE_TYPE ? { ...property, after: UNKNOWN } : withoutUnknown(property, withoutArns),
      ),
    })),
    withoutArns(canonicalJson(done)),
  );
}

const UNKNOWN: ShownValue = { kind: 'known-after-apply' };

/** What a service had before is what is live: it counts also where the value after follows from a stack. */
function withoutUnknown(property: PropertyChange, withoutArns: (text: string) => string): PropertyChange {
  const { path, before, after } = property;
  const isUnknown =
    after.kind === 'known-after-apply' || (after.kind === 'value' && withoutArns(after.text) !== after.text);
  if (!isUnknown) return property;
  const live: ShownValue = before.kind === 'value' ? { kind: 'value', text: withoutArns(before.text) } : before;
  return { path: withoutArns(path), before, after: UNKNOWN, live };
}
