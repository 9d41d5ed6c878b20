import { readRunRecords } from '../../adapters/runner/record-files.ts';
import { RECORD_VERSION, type RunRecord } from '../../model/run-record.ts';
import type { Session } from './session.ts';

/** What the other jobs left, and a failure for each cluster that was selected and of which nothing was left. */
export function readRecords(files: readonly string[], session: Session): readonly RunRecord[] {
  const { records, unreadable } = readRunRecords(files);
  for (const problem of unreadable) session.say('warning', problem);
  return [...records, ...missing(records)];
}

function missing(records: readonly RunRecord[]): readonly RunRecord[] {
  const selected = records.flatMap((record) => record.selected ?? []);
  const present = new Set(records.map(({ cluster }) => cluster));
  return selected
    .filter(({ cluster }) => !present.has(cluster))
    .map(({ cluster, region }) => nothingOf(cluster, region));
}

function nothingOf(cluster: string, region: string): RunRecord {
  return {
    version: RECORD_VERSION,
    action: 'none',
    mode: '',
    cluster,
    region,
    startedAt: 0,
    endedAt: 0,
    outcome: 'failed',
    changed: false,
    units: [],
    failure: {
      code: 'RESULTS_MISSING',
      message: `The jobs of cluster ${cluster} left no results.`,
      hint: 'Their logs say why, e.g. missing credentials, or that they were cancelled.',
      issues: [],
    },
    spans: [],
  };
}
