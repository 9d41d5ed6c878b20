import type { Cluster, Consent } from '../model/cluster.ts';
import type { Danger } from '../model/plan.ts';
import { positionOf, type SourcePosition } from '../model/source.ts';
import { covers } from './danger.ts';

/**
 * What a consent allows a change of: each run sees the dangers of some parts only. Leftovers are what config no longer
 * has.
 */
export type ConsentPart = 'services' | 'leftovers' | 'stacks' | 'leftover-stacks';

interface UnusedConsent {
  readonly message: string;
  readonly at: SourcePosition | undefined;
}

/** Entries of `allow` in cluster.yaml that nothing in the plan of these parts needs. */
export function unusedConsents(
  { allow, services, source }: Cluster,
  parts: readonly ConsentPart[],
  dangers: readonly Danger[],
): readonly UnusedConsent[] {
  const names = new Set(services.map(({ name }) => name));
  return allow.flatMap((consent, index) => {
    if (!parts.includes(partOf(consent, names)) || dangers.some((danger) => covers(consent, danger))) return [];
    const message = `This allows a change of ${consent.resource} that is not planned. Remove it, or correct it if the change is still to come.`;
    return [{ message, at: positionOf(source, ['allow', index]) }];
  });
}

function partOf({ stack, resource }: Consent, services: ReadonlySet<string>): ConsentPart {
  if (resource.startsWith('service/')) return 'leftovers';
  if (resource.startsWith('stack/')) return 'leftover-stacks';
  const isOfService = stack === undefined && (services.has(resource) || resource.startsWith('alarm '));
  return isOfService ? 'services' : 'stacks';
}
