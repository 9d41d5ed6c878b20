import { isGreen, type Outcome } from '../../model/outcome.ts';
import type { VerifyPorts, VerifyRequest, VerifyResult } from './context.ts';
import { waitForActiveLoadBalancer } from './load-balancer.ts';
import { probeUntilProven, watch } from './probes.ts';
import { waitForServingTargets } from './serving-targets.ts';
import { createTally, type Tally } from './tally.ts';

/**
 * Proves that the load balancer answers as expected: it is active, the targets of the revision that serves are healthy,
 * and `consecutive` answers in a row through its name are right. Reads only. One deadline covers all three.
 */
export async function verify(request: VerifyRequest, ports: VerifyPorts): Promise<VerifyResult> {
  const tally = createTally();
  const ended = (outcome: Outcome): VerifyResult => ({ outcome, url: request.url, ...tally.statistics() });
  try {
    return ended(await prove(request, tally, ports));
  } catch (error) {
    if (!request.signal?.aborted) throw error;
    return ended(CANCELLED);
  }
}

const CANCELLED: Outcome = {
  kind: 'cancelled',
  summary: 'Cancelled before the answers were verified.',
  evidence: [],
  nextStep: 'Run the job again; nothing was changed.',
};

async function prove(request: VerifyRequest, tally: Tally, ports: VerifyPorts): Promise<Outcome> {
  const deadline = ports.clock.now() + request.timeoutMs;
  const behind = await verifyBehind(request, deadline, ports);
  if (behind) return behind;
  const proof = await probeUntilProven(request, deadline, tally, ports);
  return isGreen(proof.kind) && request.watchMs > 0 ? watch(request, proof, tally, ports) : proof;
}

async function verifyBehind(
  request: VerifyRequest,
  deadline: number,
  ports: VerifyPorts,
): Promise<Outcome | undefined> {
  const { behind, signal } = request;
  if (!behind) return undefined;
  const inactive = await waitForActiveLoadBalancer(behind.loadBalancerArn, { deadline, signal }, ports);
  if (inactive || !behind.service) return inactive;
  return waitForServingTargets(behind.service, { deadline, signal }, ports);
}
