import type { Cluster, Consent } from '../model/cluster.ts';
import type { Danger } from '../model/plan.ts';
import { positionOf, type SourcePosition } from '../model/source.ts';

/** Who would make the change that a consent allows: each action sees the dangers of its own part only. */
export type ConsentPart = 'services' | 'stacks';

export interface UnusedConsent {
  readonly message: string;
  readonly at: SourcePosition | undefined;
}

/** Entries of `allow` in cluster.yaml that nothing in this part's plan needs. */
export function unusedConsents(
  { allow, services, source }: Cluster,
  part: ConsentPart,
  dangers: readonly Danger[],
): readonly UnusedConsent[] {
  const names = new Set(services.map(({ name }) => name));
  return allow.flatMap((consent, index) => {
    if (partOf(consent, names) !== part || dangers.some((danger) => covers(consent, danger))) return [];
    const message = `This allows a change of ${consent.resource} that nothing plans. Remove it, or correct it where the change is still to come.`;
    return [{ message, at: positionOf(source, ['allow', index]) }];
  });
}

function partOf({ resource }: Consent, services: ReadonlySet<string>): ConsentPart {
  return services.has(resource) || /^(service\/|alarm )/.test(resource) ? 'services' : 'stacks';
}

function covers({ resource, property, to }: Consent, danger: Danger): boolean {
  return resource === danger.resource && property === danger.property && to === danger.to;
}
