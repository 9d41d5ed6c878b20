import { readRunRecords } from '../../adapters/runner/record-files.ts';
import { isGreen } from '../../model/outcome.ts';
import { RECORD_VERSION, type RunRecord, type SelectedCluster } from '../../model/run-record.ts';
import { serviceUnitId } from '../../model/unit-id.ts';
import type { Session } from './session.ts';

/** What the other jobs left, and a failure for all that was selected and of which nothing was left. */
export function readRecords(files: readonly string[], session: Session): readonly RunRecord[] {
  const { records, unreadable } = readRunRecords(files);
  for (const problem of unreadable) session.say('warning', problem);
  const selected = records.flatMap((record) => record.selected ?? []);
  return [...records, ...selected.flatMap((each) => missing(each, records))];
}

/** What ended badly has said so: what was not begun for it is not missed. */
function missing({ cluster, region, services }: SelectedCluster, records: readonly RunRecord[]): readonly RunRecord[] {
  const ran = records.filter((record) => record.cluster === cluster);
  if (ran.length === 0) return [nothingOf(`The jobs of cluster ${cluster} left no results.`, cluster, region)];
  if (ran.some(({ outcome }) => !isGreen(outcome))) return [];
  const told = new Set(ran.flatMap(({ units }) => units.map(({ name }) => name)));
  const untold = services.filter((service) => !told.has(serviceUnitId(cluster, service)));
  if (untold.length === 0) return [];
  return [nothingOf(`No job of cluster ${cluster} left results for ${untold.join(', ')}.`, cluster, region)];
}

function nothingOf(message: string, cluster: string, region: string): RunRecord {
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
      message,
      hint: 'Their logs say why, e.g. missing credentials, or that they were cancelled.',
      issues: [],
    },
    spans: [],
  };
}
