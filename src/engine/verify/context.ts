import type { Expectation } from '../../health/answer.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Clock } from '../../ports/clock.ts';
import type { HttpProbe } from '../../ports/http-probe.ts';
import type { Progress } from '../../ports/progress.ts';
import type { Services } from '../../ports/services.ts';
import type { Targets } from '../../ports/targets.ts';
import type { ProbeStatistics } from './tally.ts';

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
