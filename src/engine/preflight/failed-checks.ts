import type { PreflightCheck, Unit } from '../../model/plan.ts';
import type { Progress } from '../../ports/progress.ts';

/** What failed or is about to, in a line each. */
export function failedChecks({ checks = [] }: Pick<Unit, 'checks'>): readonly string[] {
  return checks.filter(({ state }) => state === 'failed' || state === 'warning').map(checkText);
}

/**
 * Annotates the config lines of what failed. A plan with failed checks can be applied all the same: they may be put
 * right by then.
 */
export function warnOfChecks(units: readonly Unit[], progress: Progress): void {
  for (const { checks = [] } of units) {
    for (const check of checks) {
      if (check.state !== 'failed' && check.state !== 'warning') continue;
      progress.emit({ kind: 'warning', message: checkText(check), at: check.at });
    }
  }
}

function checkText({ subject, message }: PreflightCheck): string {
  return `${subject}: ${message}`;
}
