import { canonicalJson } from '../../model/json.ts';
import type { Change, PropertyChange } from '../../model/plan.ts';
import { KNOWN_AFTER_APPLY } from '../differences/property-changes.ts';
import { unitDigest } from '../digest.ts';
import { SCHEDULE_TYPE } from './scheduled-tasks.ts';
import type { StackOutputs } from './service-desired.ts';

/**
 * The digest of a service's plan. It is the same before and after the stacks exist that it stands on: ARNs of their outputs
 * count as unknown in either case, so that a first deployment is the one that was reviewed. So does the revision that scheduled
 * tasks are to start, which a run that went no further may have registered.
 */
export function serviceDigest(id: string, changes: readonly Change[], done: unknown, outputs: StackOutputs): string {
  const known = [outputs.cluster, outputs.service].flatMap((each) => Object.values(each ?? {}));
  // Longest first: one may begin with another.
  const arns = known.filter((value) => value.startsWith('arn:')).toSorted((a, b) => b.length - a.length);
  const content = arns.reduce((text, arn) => text.replaceAll(arn, KNOWN_AFTER_APPLY), canonicalJson(done));
  return unitDigest(
    id,
    changes.map((change) => withoutUnknown(change, arns)),
    content,
  );
}

function withoutUnknown(change: Change, arns: readonly string[]): Change {
  const isUnknown = ({ after }: PropertyChange): boolean =>
    change.type === SCHEDULE_TYPE || (after.kind === 'value' && arns.some((arn) => after.text.includes(arn)));
  return {
    ...change,
    certainty: 'certain',
    properties: change.properties.map((property) =>
      isUnknown(property) ? { ...property, after: { kind: 'known-after-apply' } } : property,
    ),
  };
}
