import { changedFiles } from '../../adapters/runner/changed-files.ts';
import { runnerResults } from '../../adapters/runner/results.ts';
import { writeRunRecord } from '../../adapters/runner/run-records.ts';
import type { ProgressEvent } from '../../model/progress-events.ts';
import { RECORD_VERSION, type RunRecord } from '../../model/run-record.ts';
import { type AffectedCluster, affectedClusters } from '../../plan/affected.ts';
import { eventLines } from '../../render/log/event-lines.ts';
import { loadClusters } from '../config.ts';
import type { Environment } from '../inputs.ts';
import type { SelectInputs } from './prepare.ts';

/** Says what the commit touches, as matrices for the jobs that follow. */
export async function run({ folder, cluster, base, head }: SelectInputs, env: Environment): Promise<boolean> {
  const startedAt = Date.now();
  const emit = (event: ProgressEvent): void => {
    for (const line of eventLines(event)) process.stdout.write(`${line}\n`);
  };
  const clusters = await loadClusters(folder, cluster, { emit });
  const paths = await changedSince(base, head, env);
  emit({ kind: 'notice', message: reason(base, paths) });
  const affected = affectedClusters(clusters, folder, paths);
  writeRunRecord({ ...recordOf(affected), startedAt, endedAt: Date.now(), commit: env['GITHUB_SHA'] }, env);
  const results = runnerResults(env);
  for (const [name, value] of Object.entries(outputs(affected))) await results.setOutput(name, value);
  return true;
}

async function changedSince(base: string, head: string, env: Environment): Promise<readonly string[] | undefined> {
  // A push that creates a branch has a base of zeros only.
  if (base === '' || /^0+$/.test(base)) return undefined;
  return changedFiles(env['GITHUB_WORKSPACE'] || process.cwd(), base, head);
}

function reason(base: string, paths: readonly string[] | undefined): string {
  if (paths) return `${paths.length} ${paths.length === 1 ? 'file differs' : 'files differ'} from ${base}.`;
  const why = base === '' ? 'No base is given' : `git cannot compare with ${base}`;
  return `${why}: everything is selected.`;
}

/** So that a cluster whose jobs leave nothing is missed. */
function recordOf(affected: readonly AffectedCluster[]): Omit<RunRecord, 'startedAt' | 'endedAt'> {
  const selected = affected.map(({ cluster: { name, region }, legs }) => ({
    cluster: name,
    region,
    services: legs.flat(),
  }));
  const nothingDone = { outcome: 'unchanged', changed: false, units: [], spans: [] } as const;
  return { version: RECORD_VERSION, action: 'select', mode: '', ...nothingDone, selected };
}

function outputs(affected: readonly AffectedCluster[]): Readonly<Record<'clusters' | 'legs' | 'any', string>> {
  const clusters = affected.map(({ cluster: { name, region }, legs }) => ({
    cluster: name,
    region,
    services: legs.flat().join(','),
    legs: legs.map((leg) => ({ services: leg.join(',') })),
  }));
  return {
    clusters: JSON.stringify(clusters),
    legs: JSON.stringify(
      clusters.flatMap(({ cluster, region, legs }) => legs.map((leg) => ({ cluster, region, ...leg }))),
    ),
    any: String(affected.length > 0),
  };
}
