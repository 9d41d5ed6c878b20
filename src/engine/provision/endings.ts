import { ToolkitError } from '../../model/errors.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { AppliedStack } from './apply-stack.ts';
import type { ProvisionRun } from './run.ts';

export const CANCELLED: Outcome = {
  kind: 'cancelled',
  summary: 'The run was cancelled.',
  evidence: [],
  nextStep:
    'CloudFormation goes on with what it was told to do; run the job again, it continues where the stacks stand.',
};

/** An error that stops the work on one stack is its outcome, so that the others are told of too. Defects are thrown. */
export async function withEnding<Applied extends AppliedStack>(
  work: () => Promise<Applied>,
  fallback: Omit<Applied, 'outcome'>,
  { signal }: Pick<ProvisionRun, 'signal'>,
): Promise<Omit<Applied, 'outcome'> & Pick<AppliedStack, 'outcome'>> {
  try {
    return await work();
  } catch (error) {
    if (signal?.aborted) return { ...fallback, outcome: CANCELLED };
    if (!(error instanceof ToolkitError) || error.code === 'INTERNAL') throw error;
    return { ...fallback, outcome: { kind: 'failed', summary: error.message, evidence: [], nextStep: error.hint } };
  }
}
