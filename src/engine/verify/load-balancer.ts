import type { Health } from '../../model/health.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { LoadBalancerView } from '../../ports/targets.ts';
import { remainingMs } from '../deadline.ts';
import { waitFor } from '../wait.ts';
import type { VerifyPorts } from './context.ts';

export interface Until {
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
}

/** Waits until the load balancer is active; returns why it is not, or undefined where it is. */
export async function waitForActiveLoadBalancer(
  arn: string,
  { deadline, signal }: Until,
  { targets, clock, progress }: Pick<VerifyPorts, 'targets' | 'clock' | 'progress'>,
): Promise<Outcome | undefined> {
  const waited = await waitFor(
    {
      subject: 'load balancer',
      observe: () => targets.loadBalancer(arn),
      assess: assessLoadBalancer,
      withinMs: remainingMs({ deadline, clock }),
      signal,
    },
    { clock, progress },
  );
  if (waited.kind === 'healthy') return undefined;
  return {
    kind: waited.kind,
    summary: `The load balancer is not ready: ${waited.message}.`,
    evidence: [arn],
    nextStep: 'Run provision: it creates the load balancer, or says why it cannot.',
  };
}

function assessLoadBalancer(view: LoadBalancerView | undefined): Health {
  if (!view) return { state: 'failed', message: 'it does not exist' };
  switch (view.state) {
    case 'active':
    case 'active_impaired':
      return { state: 'healthy', message: `${view.dnsName} is ${view.state}` };
    case 'provisioning':
      return { state: 'pending', message: 'it is still provisioning' };
    default:
      return { state: 'failed', message: `it is ${view.state}${view.stateReason ? `: ${view.stateReason}` : ''}` };
  }
}
