import { outcomeOfError } from '../outcome-of-error.ts';
import type { AppliedStack } from './apply-stack.ts';
import type { ProvisionRun } from './run.ts';

export const CANCELLED = {
  summary: 'The run was cancelled.',
  nextStep:
    'CloudFormation goes on with what it was told to do; run the job again, it continues where the stacks stand.',
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
