import { RUN_AGAIN } from '../../model/next-steps.ts';
import { outcomeOfError } from '../outcome-of-error.ts';
import type { AppliedStack } from './apply-stack.ts';
import type { ProvisionRun } from './context.ts';

export const CANCELLED = {
  summary: 'The run was cancelled.',
  nextStep: `CloudFormation continues the operation that was started. ${RUN_AGAIN}`,
};

/** An error that stops the work on one stack is its outcome, so that the others are told of too. */
export async function withEnding<Applied extends AppliedStack>(
  work: () => Promise<Applied>,
  fallback: Omit<Applied, 'outcome'>,
  { signal }: Pick<ProvisionRun, 'signal'>,
): Promise<Omit<Applied, 'outcome'> & Pick<AppliedStack, 'outcome'>> {
  try {
    return await work();
  } catch (error) {
    return { ...fallback, outcome: outcomeOfError(error, { signal, cancelled: CANCELLED }) };
  }
}
