import { canonicalJson } from '../model/json.ts';
import type { Change, PropertyChange } from '../model/plan.ts';
import { unitDigest } from './digest.ts';
import { KNOWN_AFTER_APPLY } from './property-changes.ts';
import type { StackOutputs } from './service-desired.ts';

/**
 * The digest of a service's plan. It is the same before and after the stacks exist that it stands on: ARNs of their outputs
 * count as unknown in either case, so that a first deployment is the one that was reviewed.
 */
export function serviceDigest(id: string, changes: readonly Change[], done: unknown, outputs: StackOutputs): string {
  const known = [outputs.cluster, outputs.service].flatMap((each) => Object.values(each ?? {}));
  const arns = known.filter((value) => value.startsWith('arn:'));
  const content = arns.reduce((text, arn) => text.replaceAll(arn, KNOWN_AFTER_APPLY), canonicalJson(done));
  return unitDigest(
    id,
    changes.map((change) => withoutOutputs(change, arns)),
    content,
  );
}

function withoutOutputs(change: Change, arns: readonly string[]): Change {
  const isOutput = ({ after }: PropertyChange): boolean =>
    after.kind === 'value' && arns.some((arn) => after.text.includes(arn));
  return {
    ...change,
    certainty: 'certain',
    properties: change.properties.map((property) =>
      isOutput(property) ? { ...property, after: { kind: 'known-after-apply' } } : property,
    ),
  };
}
