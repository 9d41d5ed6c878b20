import pidusage from 'pidusage';
import type { ContainerUse } from './driver.ts';

interface Reading {
  readonly cpuMs: number;
  readonly elapsedMs: number;
}

const UNITS_PER_VCPU = 1024;

export interface CpuMeter {
  /** By pid, since the last call or the process's start. Processes that have ended are left out. */
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
      const current = new Map<number, Reading>();
      const uses = new Map<number, ContainerUse>();
      for (const [pid, status] of await statuses(pids)) {
        const reading = { cpuMs: status.ctime, elapsedMs: status.elapsed };
        current.set(pid, reading);
        const before = previous.get(pid) ?? { cpuMs: 0, elapsedMs: 0 };
        const elapsedMs = reading.elapsedMs - before.elapsedMs;
        const cpuUnits =
          elapsedMs > 0 ? ((reading.cpuMs - before.cpuMs) / elapsedMs) * UNITS_PER_VCPU * vcpusPerCore : 0;
        uses.set(pid, { cpuUnits, memoryMiB: status.memory / 2 ** 20 });
      }
      previous = current;
      return uses;
    },
  };
}

async function statuses(pids: readonly number[]): Promise<(readonly [number, pidusage.Status])[]> {
  const found = await Promise.all(pids.map(async (pid) => [pid, await pidusage(pid).catch(() => undefined)] as const));
  return found.flatMap(([pid, status]) => (status ? [[pid, status] as const] : []));
}
