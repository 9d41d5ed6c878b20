import { canonicalJson } from '../model/json.ts';
import type { Change, PropertyChange } from '../model/plan.ts';
import { CLUSTER_OUTPUTS } from '../model/stack-names.ts';
import { unitDigest } from './digest.ts';
import { KNOWN_AFTER_APPLY } from './property-changes.ts';
import type { StackOutputs } from './service-desired.ts';

/**
 * The digest of a service's plan. It is the same before and after the stacks exist that it stands on: what comes from their
 * outputs counts as unknown in either case, so that a first deployment is the one that was reviewed. Left out too is what goes
 * afterwards by itself, old revisions.
 */
export function serviceDigest(id: string, changes: readonly Change[], done: unknown, outputs: StackOutputs): string {
  const known = [outputs.cluster, outputs.service].flatMap((each) => Object.values(each ?? {}));
  const arns = known.filter((value) => value.startsWith('arn:'));
  const provider = outputs.cluster?.[CLUSTER_OUTPUTS.capacityProvider];
  const content = arns.reduce((text, arn) => text.replaceAll(arn, KNOWN_AFTER_APPLY), withoutProvider(done, provider));
  const counted = changes.filter((change) => !isCleanUp(change));
  return unitDigest(
    id,
    counted.map((change) => withoutOutputs(change, arns, provider)),
    content,
  );
}

function isCleanUp({ type, action }: Change): boolean {
  return type === 'AWS::ECS::TaskDefinition' && action === 'remove';
}

function withoutProvider(done: unknown, provider: string | undefined): string {
  const text = canonicalJson(done);
  if (provider === undefined) return text;
  return text.replaceAll(`"capacityProvider":${JSON.stringify(provider)}`, `"capacityProvider":"${KNOWN_AFTER_APPLY}"`);
}

function withoutOutputs(change: Change, arns: readonly string[], provider: string | undefined): Change {
  const isOutput = ({ path, after }: PropertyChange): boolean =>
    after.kind === 'value' &&
    (arns.some((arn) => after.text.includes(arn)) ||
      (provider !== undefined && path.includes('capacityProvider') && after.text.includes(provider)));
  return {
    ...change,
    certainty: 'certain',
    properties: change.properties.map((property) =>
      isOutput(property) ? { ...property, after: { kind: 'known-after-apply' } } : property,
    ),
  };
}
