import type { ServiceDeploymentRecord } from '../record.ts';
import { phaseOf } from './record.ts';

/** Which revisions a service needs while it shifts traffic. */
export interface Wanted {
  readonly target: boolean;
  /** The revision that served before. */
  readonly serving: boolean;
  /** What earlier deployments left behind. */
  readonly others: boolean;
}

/** While what another deployment has moved is taken back. */
export const UNWINDING: Wanted = { target: false, serving: true, others: false };

/** Until CLEAN_UP the serving revision keeps all its tasks, so that the way back is a matter of weights. */
export function wantedIn({ shift, rollback }: ServiceDeploymentRecord): Wanted {
  if (!shift) return { target: false, serving: true, others: true };
  const stage = phaseOf(shift)?.stage;
  const over = stage === undefined || stage === 'CLEAN_UP';
  if (rollback) return { target: !over, serving: true, others: false };
  const scaled = stage !== 'RECONCILE_SERVICE' && stage !== 'PRE_SCALE_UP';
  return { target: scaled, serving: !over, others: false };
}
