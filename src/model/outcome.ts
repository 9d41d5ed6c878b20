import type { SourcePosition } from './source.ts';

/** How a run can end. Closed: consumers switch on it. */
export type OutcomeKind = GreenOutcome | RedOutcome;
/**
 * `paused`: a deployment stands still for an answer, as config says; another run gives it and follows that deployment
 * on.
 */
type GreenOutcome = 'unchanged' | 'planned' | 'deployed' | 'paused' | 'verified' | 'destroyed';
type RedOutcome = 'rolled-back' | 'failed' | 'superseded' | 'cancelled' | 'blocked' | 'timed-out';

/** How one unit (a stack, a service, a URL) ended. */
export interface Outcome {
  readonly kind: OutcomeKind;
  /** The cause in one sentence where red, what now runs where green. */
  readonly summary: string;
  /** What was seen, most telling first. Not for secrets: lines of container logs come as `log-lines` events instead. */
  readonly evidence: readonly string[];
  /** What a person does next, where there is something to do. */
  readonly nextStep?: string | undefined;
  /** The line of config that caused it, where one did. */
  readonly at?: SourcePosition | undefined;
}

const GREEN: readonly OutcomeKind[] = ['unchanged', 'planned', 'deployed', 'paused', 'verified', 'destroyed'];

export function isGreen(kind: OutcomeKind): kind is GreenOutcome {
  return GREEN.includes(kind);
}

/** Green, and nothing of it remains to be done. */
export function isDone(kind: OutcomeKind): boolean {
  return isGreen(kind) && kind !== 'paused';
}

/** The outcome of several units is that of the worst: red before green, then the one that did most. */
export function worstOutcome(kinds: readonly OutcomeKind[]): OutcomeKind {
  const order: readonly OutcomeKind[] = [
    'failed',
    'rolled-back',
    'timed-out',
    'cancelled',
    'superseded',
    'blocked',
    'paused',
    'deployed',
    'destroyed',
    'verified',
    'planned',
    'unchanged',
  ];
  return order.find((kind) => kinds.includes(kind)) ?? 'unchanged';
}
