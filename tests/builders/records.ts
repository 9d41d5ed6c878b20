import type { Outcome } from '../../src/model/outcome.ts';
import type { Change, Danger, PropertyChange, Unit } from '../../src/model/plan.ts';
import type { RecordedUnit, RunRecord } from '../../src/model/run-record.ts';
import { unitDigest } from '../../src/plan/digest.ts';

const START = Date.UTC(2026, 7, 1, 12);

export function aRecord(overrides: Partial<RunRecord> = {}): RunRecord {
  return {
    version: 1,
    action: 'provision',
    mode: 'plan',
    cluster: 'prod',
    region: 'eu-west-1',
    clusterFile: 'config/prod/cluster.yaml',
    commit: '3f2a91c0000000000000000000000000000000aa',
    startedAt: START,
    endedAt: START + 192_000,
    outcome: 'planned',
    changed: false,
    units: [],
    spans: [],
    ...overrides,
  };
}

export function aUnit(id: string, changes: readonly Change[], overrides: Partial<Unit> = {}): Unit {
  const kind = id.startsWith('stack/') ? 'stack' : 'service';
  return { id, kind, changes, dangers: [], needs: [], digest: unitDigest(id, changes, ''), notes: [], ...overrides };
}

export function aRecordedUnit(plan: Unit, outcome: Partial<Outcome> = {}): RecordedUnit {
  const kind = plan.changes.length > 0 ? 'planned' : 'unchanged';
  return { name: plan.id, plan, outcome: { kind, summary: 'As planned.', evidence: [], ...outcome } };
}

export function aChange(resource: string, overrides: Partial<Change> = {}): Change {
  return { action: 'modify', resource, type: 'AWS::ECS::Service', properties: [], certainty: 'certain', ...overrides };
}

export function aProperty(path: string, before: string | undefined, after: string | undefined): PropertyChange {
  const shown = (text: string | undefined): PropertyChange['after'] =>
    text === undefined ? { kind: 'absent' } : { kind: 'value', text };
  return { path, before: shown(before), after: shown(after) };
}

export function aDanger(resource: string, overrides: Partial<Danger> = {}): Danger {
  return {
    resource,
    property: 'Port',
    to: '8080',
    loss: 'It is replaced and the old one deleted.',
    allowed: false,
    ...overrides,
  };
}
