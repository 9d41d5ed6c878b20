import { assessAnswer } from '../../health/answer.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { ProbeResult } from '../../ports/http-probe.ts';
import type { VerifyPorts, VerifyRequest } from './verify.ts';

export interface ProbeStatistics {
  readonly requests: number;
  /** Requests that were not answered as expected. */
  readonly failures: number;
  /** Of answered requests, in real milliseconds; 0 where nothing answered. */
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface Proof {
  readonly proven: boolean;
  readonly outcome: Outcome;
  readonly statistics: ProbeStatistics;
}

type ProbePorts = Pick<VerifyPorts, 'probe' | 'clock' | 'progress'>;

const EVERY_MS = 1_000;
const ANSWER_WITHIN_MS = 5_000;

/** Asks about once a second until enough answers in a row are right, or the deadline passes. */
export async function probeUntilProven(request: VerifyRequest, deadline: number, ports: ProbePorts): Promise<Proof> {
  const tally = new Tally();
  let inARow = 0;
  for (;;) {
    request.signal?.throwIfAborted();
    const overdue = ports.clock.now() >= deadline;
    const { ok, message } = await ask(request, tally, ports);
    inARow = ok ? inARow + 1 : 0;
    if (inARow >= request.consecutive) {
      return { proven: true, outcome: verified(request, tally), statistics: tally.statistics() };
    }
    if (overdue) return { proven: false, outcome: notProven(request, message, tally), statistics: tally.statistics() };
    await ports.clock.sleep(EVERY_MS, request.signal);
  }
}

/** Goes on asking after the proof; every failure is in the outcome. */
export async function watch(request: VerifyRequest, proof: Proof, ports: ProbePorts): Promise<Omit<Proof, 'proven'>> {
  const tally = new Tally();
  const end = ports.clock.now() + request.watchMs;
  const failures: string[] = [];
  while (ports.clock.now() < end) {
    const { ok, message } = await ask(request, tally, ports);
    if (!ok) failures.push(`${new Date(ports.clock.now()).toISOString()} ${message}`);
    await ports.clock.sleep(EVERY_MS, request.signal);
  }
  const statistics = tally.statistics();
  if (failures.length === 0) return { outcome: proof.outcome, statistics };
  return {
    outcome: {
      kind: 'failed',
      summary: `${failures.length} of ${statistics.requests} requests failed while watching ${request.url}.`,
      evidence: failures.slice(0, 10),
      nextStep: 'Look at what changed at those times; the application or its deregistration delay may cut requests.',
    },
    statistics,
  };
}

async function ask(
  request: VerifyRequest,
  tally: Tally,
  { probe, progress }: ProbePorts,
): Promise<{ ok: boolean; message: string }> {
  const { url, host, connectTo } = request;
  const result = await probe.get({ url, host, connectTo, timeoutMs: ANSWER_WITHIN_MS });
  const { state, message } = assessAnswer(result, request.expected);
  const ok = state === 'healthy';
  tally.add(result, ok);
  progress.emit({ kind: 'probe', url, result: message, ok });
  return { ok, message };
}

function verified(request: VerifyRequest, tally: Tally): Outcome {
  const version = request.expected.version ? ` with version ${request.expected.version.equals}` : '';
  return {
    kind: 'verified',
    summary: `${request.url} answered as expected${version} ${request.consecutive} times in a row.`,
    evidence: [`${tally.statistics().requests} requests`],
  };
}

function notProven(request: VerifyRequest, message: string, tally: Tally): Outcome {
  const { requests, failures } = tally.statistics();
  return {
    kind: 'timed-out',
    summary: `${request.url} did not answer as expected in time: ${message}.`,
    evidence: [`${failures} of ${requests} requests were not answered as expected`, ...tally.kinds()],
    nextStep: 'Correct what the last answer shows, or raise timeout-seconds if the application needs longer.',
  };
}

class Tally {
  private readonly durations: number[] = [];
  private readonly seen = new Map<string, number>();
  private requests = 0;
  private failures = 0;

  add(result: ProbeResult, ok: boolean): void {
    this.requests += 1;
    if (!ok) this.failures += 1;
    const kind = result.kind === 'answer' ? `status ${result.status}` : result.code;
    this.seen.set(kind, (this.seen.get(kind) ?? 0) + 1);
    if (result.kind === 'answer') this.durations.push(result.durationMs);
  }

  kinds(): readonly string[] {
    return [...this.seen].map(([kind, count]) => `${count} × ${kind}`);
  }

  statistics(): ProbeStatistics {
    const sorted = this.durations.toSorted((a, b) => a - b);
    const at = (share: number): number =>
      Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
    return { requests: this.requests, failures: this.failures, p50Ms: at(0.5), p99Ms: at(0.99) };
  }
}
