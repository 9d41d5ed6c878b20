import type { Expectation } from '../../health/answer.ts';
import { isGreen, type Outcome } from '../../model/outcome.ts';
import type { Clock } from '../../ports/clock.ts';
import type { HttpProbe } from '../../ports/http-probe.ts';
import type { Progress } from '../../ports/progress.ts';
import type { Services } from '../../ports/services.ts';
import type { Targets } from '../../ports/targets.ts';
import { waitForActiveLoadBalancer } from './load-balancer.ts';
import { probeUntilProven, watch } from './probes.ts';
import { waitForServingTargets } from './serving-targets.ts';
import { createTally, type ProbeStatistics, type Tally } from './tally.ts';

export interface VerifyRequest {
  readonly url: string;
  /** Host header and TLS name, where not the URL's own. */
  readonly host: string | undefined;
  readonly connectTo: string | undefined;
  readonly expected: Expectation;
  /** Successes in a row that count as proof. */
  readonly consecutive: number;
  readonly timeoutMs: number;
  /** How long to go on asking after the proof; any failure then is one. */
  readonly watchMs: number;
  /** What stands behind the URL, where it is known: looked at first, so that a failure names its cause. */
  readonly behind: Behind | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Behind {
  readonly loadBalancerArn: string;
  readonly service:
    | { readonly cluster: string; readonly name: string; readonly targetGroupArns: readonly string[] }
    | undefined;
}

export interface VerifyPorts {
  readonly targets: Targets;
  readonly services: Services;
  readonly probe: HttpProbe;
  readonly clock: Clock;
  readonly progress: Progress;
}

export interface VerifyResult extends ProbeStatistics {
  readonly outcome: Outcome;
  readonly url: string;
}

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
