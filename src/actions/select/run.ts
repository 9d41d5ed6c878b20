import { changedFiles, isAncestor } from '../../adapters/runner/changed-files.ts';
import { runnerResults } from '../../adapters/runner/results.ts';
import { writeRunRecord } from '../../adapters/runner/run-records.ts';
import type { ProgressEvent } from '../../model/progress-events.ts';
import { RECORD_VERSION, type RunRecord, type SelectedCluster } from '../../model/run-record.ts';
import { counted } from '../../model/text.ts';
import { type AffectedCluster, affectedClusters, touchedAlone } from '../../plan/affected.ts';
import { eventLines } from '../../render/log/event-lines.ts';
import { loadClusters } from '../config.ts';
import type { Environment } from '../inputs.ts';
import type { SelectInputs } from './prepare.ts';

/** Says what the commit touches, as matrices for the jobs that follow. */
export async function run(given: SelectInputs, env: Environment): Promise<boolean> {
  const { folder, cluster, base } = given;
  const startedAt = Date.now();
  const emit = (event: ProgressEvent): void => {
    for (const line of eventLines(event)) process.stdout.write(`${line}\n`);
  };
  const clusters = await loadClusters(folder, cluster, { emit });
  const { all, own } = await changed(given, env['GITHUB_WORKSPACE'] || process.cwd());
  emit({ kind: 'notice', message: reason(base, all) });
  const affected = affectedClusters(clusters, folder, all);
  const selected = affected.map(({ cluster: each, legs }) => ({
    cluster: each.name,
    region: each.region,
    services: legs.flat(),
    own: own && touchedAlone(each, clusters, folder, own),
  }));
  writeRunRecord({ ...recordOf(selected), startedAt, endedAt: Date.now(), commit: env['GITHUB_SHA'] }, env);
  const results = runnerResults(env);
  for (const [name, value] of Object.entries(outputs(affected))) await results.setOutput(name, value);
  return true;
}

interface ChangedPaths {
  /** The paths that differ from `base`; undefined where git cannot compare. */
  readonly all: readonly string[] | undefined;
  /** The paths that the pull request itself changes; undefined where there is none. */
  readonly own: readonly string[] | undefined;
}

async function changed({ base, onto, head }: SelectInputs, workspace: string): Promise<ChangedPaths> {
  const own = onto === '' ? undefined : await changedFiles(workspace, onto, head);
  // A push that creates a branch has a base of zeros only.
  if (base === '' || /^0+$/.test(base)) return { all: undefined, own };
  // The branch has moved on since the pull request was last merged with it: what came meanwhile is not taken back by
  // merging.
  const isMovedOn = onto !== '' && (await isAncestor(workspace, onto, base));
  return { all: isMovedOn ? own : await changedFiles(workspace, base, head), own };
}

function reason(base: string, paths: readonly string[] | undefined): string {
  if (paths) return `${counted(paths.length, 'file')} ${paths.length === 1 ? 'differs' : 'differ'} from ${base}.`;
  const why = base === '' ? 'No base is given' : `git cannot compare with ${base}`;
  return `${why}: everything is selected.`;
}

/** So that a cluster whose jobs leave nothing is missed. */
function recordOf(selected: readonly SelectedCluster[]): Omit<RunRecord, 'startedAt' | 'endedAt'> {
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
