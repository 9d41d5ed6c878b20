import { isGreen, type OutcomeKind } from '../../model/outcome.ts';
import type { RunRecord } from '../../model/run-record.ts';
import type { ReportState } from './report.ts';

/** Which state what the runs left amounts to. */
export function stateOf(records: readonly RunRecord[]): ReportState {
  if (records.length === 0) return 'failed';
  if (records.some(({ failure }) => failure?.code === 'CONFIG_INVALID' || failure?.code === 'CONFIG_NOT_FOUND')) {
    return 'invalid';
  }
  const kinds = records.flatMap(({ outcome, units }) => [outcome, ...units.map((unit) => unit.outcome.kind)]);
  return isPlan(records) ? plannedState(kinds, records) : appliedState(kinds);
}

/** Whether nothing was to be written. */
export function isPlan(records: readonly RunRecord[]): boolean {
  return records.every(({ mode }) => mode === 'plan');
}

function plannedState(kinds: readonly OutcomeKind[], records: readonly RunRecord[]): ReportState {
  const red = kinds.filter((kind) => !isGreen(kind));
  if (red.length > 0) return red.every((kind) => kind === 'blocked') ? 'blocked' : 'failed';
  const changes = records.some(({ units }) => units.some(({ plan }) => (plan?.changes.length ?? 0) > 0));
  return changes ? 'ready' : 'no-changes';
}

function appliedState(kinds: readonly OutcomeKind[]): ReportState {
  const red = kinds.filter((kind) => !isGreen(kind));
  if (red.length === 0) return 'applied';
  if (red.includes('rolled-back')) return 'rolled-back';
  return red.every((kind) => kind === 'blocked') ? 'blocked' : 'failed';
}
