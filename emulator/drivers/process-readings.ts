import pidusage from 'pidusage';
import type { Reading } from './cpu-meter.ts';

/** By pid. Processes that have ended are left out. */
export async function readProcesses(pids: readonly number[]): Promise<ReadonlyMap<number, Reading>> {
  const found = await Promise.all(pids.map(async (pid) => [pid, await pidusage(pid).catch(() => undefined)] as const));
  return new Map(
    found.flatMap(([pid, status]) =>
      status
        ? [[pid, { cpuMs: status.ctime, elapsedMs: status.elapsed, memoryMiB: status.memory / 2 ** 20 }] as const]
        : [],
    ),
  );
}
