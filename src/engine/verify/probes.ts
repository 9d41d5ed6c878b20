import { assessAnswer } from '../../health/answer.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { VerifyPorts, VerifyRequest } from './context.ts';
import type { Tally } from './tally.ts';

type ProbePorts = Pick<VerifyPorts, 'probe' | 'clock' | 'progress'>;

const EVERY_MS = 1_000;
/** A right answer is confirmed at once: nothing is left that time would change. */
const CONFIRM_AFTER_MS = 250;
const ANSWER_WITHIN_MS = 5_000;

/**
 * Asks about once a second, more often while the answers are right, until enough answers in a row are right, or the
 * deadline passes.
 */
export async function probeUntilProven(
  request: VerifyRequest,
  deadline: number,
  tally: Tally,
  ports: ProbePorts,
): Promise<Outcome> {
  let inARow = 0;
  for (;;) {
    request.signal?.throwIfAborted();
    const overdue = ports.clock.now() >= deadline;
    const { ok, message } = await ask(request, tally, ports);
    inARow = ok ? inARow + 1 : 0;
    if (inARow >= request.consecutive) return proven(request, tally);
    if (overdue) return notProven(request, message, tally);
    await ports.clock.sleep(ok ? CONFIRM_AFTER_MS : EVERY_MS, request.signal);
  }
}

/** Goes on asking after the proof, whose outcome stands unless an answer is wrong; every failure is in the outcome. */
export async function watch(request: VerifyRequest, proof: Outcome, tally: Tally, ports: ProbePorts): Promise<Outcome> {
  const end = ports.clock.now() + request.watchMs;
  const failures: string[] = [];
  let asked = 0;
  while (ports.clock.now() < end) {
    const { ok, message } = await ask(request, tally, ports);
    asked += 1;
    if (!ok) failures.push(`${new Date(ports.clock.now()).toISOString()} ${message}`);
    await ports.clock.sleep(EVERY_MS, request.signal);
  }
  if (failures.length === 0) return proof;
  return {
    kind: 'failed',
    summary: `${failures.length} of ${asked} requests failed while watching ${request.url}.`,
    evidence: failures.slice(0, 10),
    nextStep: 'Look at what changed at those times; the application or its deregistration delay may cut requests.',
  };
}

async function ask(
  request: VerifyRequest,
  tally: Tally,
  { probe, progress }: ProbePorts,
): Promise<{ readonly ok: boolean; readonly message: string }> {
  const { url, host, connectTo, signal } = request;
  const result = await probe.get({ url, host, connectTo, timeoutMs: ANSWER_WITHIN_MS, signal });
  if (result.kind === 'no-answer') signal?.throwIfAborted();
  const { state, message } = assessAnswer(result, request.expected);
  const ok = state === 'healthy';
  tally.add(result, ok);
  progress.emit({ kind: 'probe', url, result: message, ok });
  return { ok, message };
}

function proven(request: VerifyRequest, tally: Tally): Outcome {
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
    nextStep: 'Correct what the last answer shows, or raise timeout-seconds if the application needs more time.',
  };
}
