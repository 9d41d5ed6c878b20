import type { ProbeResult } from '../../model/probe-result.ts';

export interface ProbeStatistics {
  readonly requests: number;
  /** Requests that were not answered as expected. */
  readonly failures: number;
  /** Requests that were answered at all. */
  readonly answers: number;
  /** The median over answered requests, in real milliseconds; 0 where nothing answered. */
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Counts what a run has asked and how it was answered. */
export interface Tally {
  add(result: ProbeResult, ok: boolean): void;
  /** `3 × status 503`, `2 × ECONNREFUSED`. */
  kinds(): readonly string[];
  statistics(): ProbeStatistics;
}

export function createTally(): Tally {
  const durationsMs: number[] = [];
  const kinds = new Map<string, number>();
  let requests = 0;
  let failures = 0;
  return {
    add: (result, ok) => {
      requests += 1;
      if (!ok) failures += 1;
      const kind = result.kind === 'answer' ? `status ${result.status}` : result.code;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (result.kind === 'answer') durationsMs.push(result.durationMs);
    },
    kinds: () => [...kinds].map(([kind, count]) => `${count} × ${kind}`),
    statistics: () => {
      const sorted = durationsMs.toSorted((a, b) => a - b);
      const at = (share: number): number =>
        Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
      return { requests, failures, answers: sorted.length, p50Ms: at(0.5), p99Ms: at(0.99) };
    },
  };
}
