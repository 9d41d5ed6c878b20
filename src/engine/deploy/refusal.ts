import type { Outcome } from '../../model/outcome.ts';
import { blockingDangers, consentText } from '../../plan/danger.ts';
import type { PlannedService } from './apply-plan.ts';

/** Why a plan may not be applied; undefined where it may. */
export function refusalOf({ plan }: PlannedService): Outcome | undefined {
  const dangers = blockingDangers(plan.unit);
  const [danger] = dangers;
  if (!danger) return undefined;
  const consents = dangers.filter(({ forbidden }) => forbidden === undefined).map(consentText);
  const what = [danger.resource, danger.property].filter(Boolean).join(' ');
  return {
    kind: 'blocked',
    summary: `Nothing was written, since the change of ${what} is dangerous: ${danger.loss}.`,
    evidence: dangers.slice(1).map(({ resource, property, loss }) => `${resource} ${property ?? ''}: ${loss}`),
    nextStep: danger.forbidden ?? `If it is meant, add under allow in cluster.yaml: ${consents.join(' ')}`,
  };
}
