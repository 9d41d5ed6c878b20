import type { ContainerUse } from './driver.ts';

/** What something has used since its start, in real time. */
export interface Reading {
  readonly cpuMs: number;
  readonly elapsedMs: number;
  readonly memoryMiB: number;
}

const UNITS_PER_VCPU = 1024;

export interface CpuMeter<Key> {
  /** Averaged over the time since the last call; what is not read any more has ended. */
  average(readings: ReadonlyMap<Key, Reading>): ReadonlyMap<Key, ContainerUse>;
}

/**
 * A share of a core is the same in real and in scaled time, since both parts of the fraction are real. `vcpusPerCore`
 * says how many emulated vCPUs a real core counts for, so that a laptop can stand for a fleet.
 */
export function cpuMeter<Key>(vcpusPerCore: number): CpuMeter<Key> {
  let previous: ReadonlyMap<Key, Reading> = new Map();
  return {
    average: (readings) => {
      const spans = [...readings].map(([key, reading]) => {
        const before = previous.get(key) ?? { cpuMs: 0, elapsedMs: 0 };
        const spent = { cpuMs: reading.cpuMs - before.cpuMs, elapsedMs: reading.elapsedMs - before.elapsedMs };
        return { key, spent, memoryMiB: reading.memoryMiB };
      });
      // What a process spends on its start is spread over the whole span, as over the minute of a real metric: of one
      // that has just begun, the share of its own short life would say that it is always that busy.
      const spanMs = Math.max(1, ...spans.map(({ spent }) => spent.elapsedMs));
      previous = readings;
      return new Map(
        spans.map(({ key, spent, memoryMiB }) => {
          const cpuUnits = (spent.cpuMs / spanMs) * UNITS_PER_VCPU * vcpusPerCore;
          return [key, { cpuUnits, memoryMiB }] as const;
        }),
      );
    },
  };
}
