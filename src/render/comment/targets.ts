import type { PreflightCheck, Unit } from '../../model/plan.ts';
import type { RecordedUnit, RunRecord } from '../../model/run-record.ts';

/** A cluster with everything that the runs of a report say of it. */
export interface Target {
  readonly cluster: string;
  readonly region: string;
  readonly clusterFile: string;
  readonly records: readonly RunRecord[];
  /** Each unit as the last run that had it recorded it. */
  readonly units: readonly RecordedUnit[];
}

/** The clusters of a report by name. */
export function targetsOf(records: readonly RunRecord[]): readonly Target[] {
  const told = records.filter(({ selected }) => selected === undefined);
  const groups = Map.groupBy(told, ({ cluster, region }) => JSON.stringify([cluster ?? '', region ?? '']));
  return [...groups.values()]
    .map((group): Target => {
      const sorted = group.toSorted((a, b) => a.startedAt - b.startedAt);
      const units = new Map(sorted.flatMap((record) => record.units.map((unit) => [unit.name, unit] as const)));
      const file = sorted.find(({ clusterFile }) => clusterFile)?.clusterFile;
      const { cluster = '', region = '' } = sorted[0] ?? {};
      return {
        cluster,
        region,
        clusterFile: file ?? 'cluster.yaml',
        records: sorted,
        units: sortedUnits([...units.values()]),
      };
    })
    .toSorted((a, b) => (a.cluster < b.cluster ? -1 : 1));
}

/** Stacks first, each kind by name: runs beside each other end in any order. */
function sortedUnits(units: readonly RecordedUnit[]): readonly RecordedUnit[] {
  const key = ({ name, plan }: RecordedUnit): string => `${plan?.kind === 'stack' ? 0 : 1} ${name}`;
  return units.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

export function targetName({ cluster, region }: Pick<Target, 'cluster' | 'region'>): string {
  return [cluster, region].filter(Boolean).join(' · ') || 'no cluster';
}

/** Plans that change something. */
export function changingPlans({ units }: Pick<Target, 'units'>): readonly Unit[] {
  return units.flatMap(({ plan }) => (plan && plan.changes.length > 0 ? [plan] : []));
}

export function checksOf({ units }: Pick<Target, 'units'>): readonly PreflightCheck[] {
  return units.flatMap(({ plan }) => plan?.checks ?? []);
}
