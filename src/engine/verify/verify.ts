import type { Expectation } from '../../health/answer.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Clock } from '../../ports/clock.ts';
import type { HttpProbe } from '../../ports/http-probe.ts';
import type { Progress } from '../../ports/progress.ts';
import type { Services } from '../../ports/services.ts';
import type { Targets } from '../../ports/targets.ts';
import { waitForActiveLoadBalancer } from './load-balancer.ts';
import { type ProbeStatistics, probeUntilProven, watch } from './probes.ts';
import { waitForServingTargets } from './serving-targets.ts';

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

const NOTHING_ASKED: ProbeStatistics = { requests: 0, failures: 0, p50Ms: 0, p99Ms: 0 };

/**
 * Proves that the load balancer answers as expected: it is active, the targets of the revision that serves are healthy, and
 * `consecutive` answers in a row through its name are right. Reads only. One deadline covers all three.
 */
export async function verify(request: VerifyRequest, ports: VerifyPorts): Promise<VerifyResult> {
  const deadline = ports.clock.now() + request.timeoutMs;
  const behind = await verifyBehind(request, deadline, ports);
  if (behind) return { outcome: behind, url: request.url, ...NOTHING_ASKED };
  const proof = await probeUntilProven(request, deadline, ports);
  if (!proof.proven || request.watchMs === 0) return { outcome: proof.outcome, url: request.url, ...proof.statistics };
  const watched = await watch(request, proof, ports);
  return { outcome: watched.outcome, url: request.url, ...watched.statistics };
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
