import pidusage from 'pidusage';
import type { ContainerUse } from './driver.ts';

interface Reading {
  readonly cpuMs: number;
  readonly elapsedMs: number;
}

const UNITS_PER_VCPU = 1024;

export interface CpuMeter {
  /** By pid, averaged over the time since the last call. Processes that have ended are left out. */
  measure(pids: readonly number[]): Promise<ReadonlyMap<number, ContainerUse>>;
}

/**
 * A share of a core is the same in real and in scaled time, since both parts of the fraction are real. `vcpusPerCore` says
 * how many emulated vCPUs a real core counts for, so that a laptop can stand for a fleet.
 */
export function cpuMeter(vcpusPerCore: number): CpuMeter {
  let previous = new Map<number, Reading>();
  return {
    measure: async (pids) => {
      const spans = (await statuses(pids)).map(([pid, status]) => {
        const reading = { cpuMs: status.ctime, elapsedMs: status.elapsed };
        const before = previous.get(pid) ?? { cpuMs: 0, elapsedMs: 0 };
        const spent = { cpuMs: reading.cpuMs - before.cpuMs, elapsedMs: reading.elapsedMs - before.elapsedMs };
        return { pid, reading, spent, memoryMiB: status.memory / 2 ** 20 };
      });
      // What a process spends on its start is spread over the whole span, as over the minute of a real metric: of one that has
      // just begun, the share of its own short life would say that it is always that busy.
      const spanMs = Math.max(1, ...spans.map(({ spent }) => spent.elapsedMs));
      const uses = spans.map(({ pid, spent, memoryMiB }) => {
        const cpuUnits = (spent.cpuMs / spanMs) * UNITS_PER_VCPU * vcpusPerCore;
        return [pid, { cpuUnits, memoryMiB }] as const;
      });
      previous = new Map(spans.map(({ pid, reading }) => [pid, reading]));
      return new Map(uses);
    },
  };
}

async function statuses(pids: readonly number[]): Promise<(readonly [number, pidusage.Status])[]> {
  const found = await Promise.all(pids.map(async (pid) => [pid, await pidusage(pid).catch(() => undefined)] as const));
  return found.flatMap(([pid, status]) => (status ? [[pid, status] as const] : []));
}
