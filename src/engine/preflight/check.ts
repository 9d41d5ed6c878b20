import { ToolkitError } from '../../model/errors.ts';
import type { PreflightCheck } from '../../model/plan.ts';
import type { SourcePosition } from '../../model/source.ts';
import { unchecked, type Verdict } from '../../plan/preflight/verdicts.ts';

/**
 * Looks one thing up. What AWS refuses as wrong has failed; what could not be asked is unchecked, and nothing is thrown
 * for it.
 */
export async function check(
  subject: string,
  at: SourcePosition | undefined,
  look: () => Promise<Verdict>,
): Promise<PreflightCheck> {
  try {
    return { subject, ...(await look()), at };
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    if (error.code === 'AWS_REFUSED') return { subject, state: 'failed', message: error.message, at };
    return { subject, ...unchecked(reasonOf(error)), at };
  }
}

function reasonOf({ code, message }: ToolkitError): string {
  return code === 'ACCESS_DENIED'
    ? `the role has no permission (${message.replace(/\.$/, '')})`
    : message.replace(/\.$/, '');
}
