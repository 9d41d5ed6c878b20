import type { Cluster } from '../model/cluster.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Danger, Unit } from '../model/plan.ts';
import { blockingDangers, consentText } from '../plan/danger.ts';

/**
 * The outcome of a plan that would lose what config does not give up, or what no consent gives up; undefined for any
 * other.
 */
export function refusedPlan(unit: Unit, { source }: Pick<Cluster, 'source'>): Outcome | undefined {
  const dangers = blockingDangers(unit);
  const forbidden = dangers.find((danger) => danger.forbidden !== undefined);
  const first = forbidden ?? dangers[0];
  if (!first) return undefined;
  const others = dangers.length > 1 ? ` (and ${dangers.length - 1} more)` : '';
  const file = source['']?.file ?? 'cluster.yaml';
  return {
    kind: 'blocked',
    summary: `${forbidden ? 'This cannot be done' : 'A dangerous change needs consent'}: ${dangerText(first)}${others}.`,
    evidence: dangers.map((danger) => `${dangerText(danger)}. ${danger.forbidden ?? ''}`.trim()),
    nextStep: forbidden
      ? `No consent lifts this. ${forbidden.forbidden}`
      : `To allow exactly this, add under allow in ${file}: ${dangers.map(consentText).join(' ')}`,
  };
}

function dangerText({ resource, property, to, loss }: Danger): string {
  return `${resource}${property ? `.${property}` : ''}${to ? ` → ${to}` : ''}: ${loss}`;
}
