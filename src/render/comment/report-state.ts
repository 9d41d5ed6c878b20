import { isGreen, type OutcomeKind } from '../../model/outcome.ts';
import type { RunRecord } from '../../model/run-record.ts';
import type { ReportPhase, ReportState } from './report.ts';

/** Derives the state of the whole from what the runs left. */
export function stateOf(records: readonly RunRecord[], phase: ReportPhase): ReportState {
  if (records.length === 0) return 'failed';
  if (records.some(({ failure }) => failure?.code === 'CONFIG_INVALID' || failure?.code === 'CONFIG_NOT_FOUND')) {
    return 'invalid';
  }
  const kinds = records.flatMap(({ outcome, units }) => [outcome, ...units.map((unit) => unit.outcome.kind)]);
  const red = kinds.filter((kind) => !isGreen(kind));
  return red.length > 0 ? redState(red) : greenState(kinds, records, phase);
}

function redState(red: readonly OutcomeKind[]): ReportState {
  if (red.includes('rolled-back')) return 'rolled-back';
  return red.every((kind) => kind === 'blocked') ? 'blocked' : 'failed';
}

function greenState(kinds: readonly OutcomeKind[], records: readonly RunRecord[], phase: ReportPhase): ReportState {
  if (phase === 'apply') return kinds.includes('paused') ? 'paused' : 'applied';
  const changes = records.some(({ units }) => units.some(({ plan }) => (plan?.changes.length ?? 0) > 0));
  return changes ? 'ready' : 'no-changes';
}
