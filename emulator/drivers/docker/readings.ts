import type { Reading } from '../cpu-meter.ts';
import type { Engine } from './engine.ts';

interface Stats {
  /** When they were taken. */
  readonly read: string;
  readonly cpu_stats: { readonly cpu_usage: { readonly total_usage: number } };
  readonly memory_stats: {
    readonly usage?: number;
    readonly stats?: { readonly total_inactive_file?: number; readonly inactive_file?: number };
  };
}

/** What a container has used since `startedAt` (real milliseconds since the epoch); undefined once it has ended. */
export async function readContainer(engine: Engine, id: string, startedAt: number): Promise<Reading | undefined> {
  const path = `/containers/${id}/stats?stream=false&one-shot=true`;
  const stats = await engine.call<Stats>('GET', path).catch(() => undefined);
  const { usage, stats: parts = {} } = stats?.memory_stats ?? {};
  if (!stats || usage === undefined) return undefined;
  // As `docker stats` counts: without the file cache, whose name depends on the version of cgroups.
  const cache = parts.total_inactive_file ?? parts.inactive_file ?? 0;
  return {
    cpuMs: stats.cpu_stats.cpu_usage.total_usage / 1e6,
    elapsedMs: Date.parse(stats.read) - startedAt,
    memoryMiB: (usage - cache) / 2 ** 20,
  };
}
