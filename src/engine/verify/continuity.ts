import { assessAnswer } from '../../health/answer.ts';
import { type LostRequest, lostRequestText } from '../../health/service/continuity.ts';
import type { ProbeResult } from '../../model/probe-result.ts';
import type { ProbeRequest } from '../../ports/http-probe.ts';
import type { ContinuityWatch } from '../verification.ts';
import type { VerifyPorts } from './context.ts';

interface WatchRequest extends Omit<ProbeRequest, 'timeoutMs'> {
  /**
   * Accepted status codes; body and version are not looked at, since both versions answer while one replaces the other.
   */
  readonly status: string;
  readonly perSecond: number;
}

const ANSWER_WITHIN_MS = 5_000;
/** A load balancer that answers nothing is not buried under requests. */
const MOST_OPEN = 50;

/**
 * Asks at a constant rate whatever the answers do, until stopped; tells of each request that is lost. undefined, and
 * nothing more is asked, where the first answer is not the expected one: what does not serve cannot be interrupted.
 */
export async function watchContinuity(
  request: WatchRequest,
  { probe, clock, progress }: Pick<VerifyPorts, 'probe' | 'clock' | 'progress'>,
): Promise<ContinuityWatch | undefined> {
  const { url, host, connectTo, status, perSecond, signal } = request;
  const stopped = new AbortController();
  const end = signal ? AbortSignal.any([signal, stopped.signal]) : stopped.signal;
  const open = new Set<Promise<void>>();
  const lost: LostRequest[] = [];
  let requests = 0;

  const ask = async (): Promise<LostRequest | undefined> => {
    const at = clock.now();
    requests += 1;
    const result = await probe.get({ url, host, connectTo, timeoutMs: ANSWER_WITHIN_MS, signal });
    // What a cancellation has ended is not lost.
    if (signal?.aborted) return undefined;
    const { state, message } = assessAnswer(result, { status, body: undefined, version: undefined });
    return state === 'healthy' ? undefined : { at, message, ...originOf(result) };
  };
  const send = (): void => {
    const answered = ask().then((failure) => {
      open.delete(answered);
      if (!failure) return;
      lost.push(failure);
      progress.emit({ kind: 'probe', url, result: lostRequestText(failure), ok: false });
    });
    open.add(answered);
  };
  const keepAsking = async (): Promise<void> => {
    const start = clock.now();
    for (let count = 1; !end.aborted; count += 1) {
      const due = start + (count * 1000) / perSecond;
      await clock.sleep(Math.max(0, due - clock.now()), end).catch(() => {});
      if (!end.aborted && open.size < MOST_OPEN) send();
    }
  };

  const first = await ask();
  if (first) {
    const message = `No requests are sent during this deployment, since ${url} does not serve before it: ${first.message}.`;
    progress.emit({ kind: 'notice', message });
    return undefined;
  }
  const asking = keepAsking();
  return {
    stop: async () => {
      stopped.abort();
      await asking;
      if (!signal?.aborted) await Promise.all(open);
      return { requests, lost: lost.toSorted((a, b) => a.at - b.at) };
    },
  };
}

function originOf(result: ProbeResult): Pick<LostRequest, 'address' | 'isSent'> {
  if (result.kind === 'answer') return { address: result.address, isSent: true };
  return { address: undefined, isSent: !isUnresolved(result.code) };
}

/** The code is one of getaddrinfo's: the request was never sent. */
function isUnresolved(code: string): boolean {
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN';
}
