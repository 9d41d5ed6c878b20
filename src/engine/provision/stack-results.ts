import type { Outcome } from '../../model/outcome.ts';
import { tellOutcome } from '../tell-outcome.ts';
import type { ProvisionRun, StackResult } from './context.ts';
import type { PlannedStack } from './planned-stack.ts';

export function blocked(summary: string): Outcome {
  return { kind: 'blocked', summary, evidence: [], nextStep: 'Fix that first, then run the job again.' };
}

export function tell(
  { unit, compared, service }: PlannedStack,
  outcome: Outcome,
  { progress }: ProvisionRun,
): StackResult {
  tellOutcome(unit, outcome, progress);
  return { unit, outcome, service: service?.name, stack: compared.stack };
}
