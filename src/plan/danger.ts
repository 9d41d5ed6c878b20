import type { Consent } from '../model/cluster.ts';
import type { Danger, Unit } from '../model/plan.ts';

/**
 * Settles whether cluster.yaml allows a danger: consent names stack, resource, property and new value, so that it
 * cannot cover another resource of the same name, nor the next change. What is forbidden no consent lifts.
 */
export function consented(allow: readonly Consent[], danger: Omit<Danger, 'allowed'>): Danger {
  const allowed = allow.some((consent) => covers(consent, danger));
  return { ...danger, allowed: allowed && danger.forbidden === undefined };
}

export function covers(consent: Consent, danger: Omit<Danger, 'allowed'>): boolean {
  return (['stack', 'resource', 'property', 'to'] as const).every((member) => consent[member] === danger[member]);
}

/** Dangers that keep a plan from being applied. */
export function blockingDangers({ dangers }: Pick<Unit, 'dangers'>): readonly Danger[] {
  return dangers.filter(({ allowed }) => !allowed);
}

/** The entry of `allow` in cluster.yaml that would cover a danger, as YAML on one line. */
export function consentText({ stack, resource, property, to }: Danger): string {
  const entries = Object.entries({ stack, resource, property, to }).filter(([, value]) => value !== undefined);
  return `- { ${entries.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join(', ')} }`;
}
