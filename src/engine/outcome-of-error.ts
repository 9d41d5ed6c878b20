import { ToolkitError } from '../model/errors.ts';
import type { Outcome } from '../model/outcome.ts';

/** What is known of the work that an error has stopped. */
export interface StoppedWork {
  readonly signal: AbortSignal | undefined;
  /** What is said where the run was cancelled. */
  readonly cancelled: Required<Pick<Outcome, 'summary' | 'nextStep'>>;
  /** What the work had written before, each as it was told. */
  readonly written?: readonly string[] | undefined;
}

/**
 * The outcome of one unit whose work has thrown: a cancellation, what AWS refused, or a defect. As an outcome it leaves
 * what was done to other units told and recorded.
 */
export function outcomeOfError(error: unknown, { signal, cancelled, written = [] }: StoppedWork): Outcome {
  const evidence = written.length === 0 ? [] : [`Written before: ${written.join(', ')}.`];
  if (signal?.aborted) return { kind: 'cancelled', ...cancelled, evidence };
  if (error instanceof ToolkitError) {
    return { kind: 'failed', summary: error.message, evidence, nextStep: error.hint, at: error.at };
  }
  return {
    kind: 'failed',
    summary: String(error),
    evidence: [...evidence, ...thrownAt(error)],
    nextStep: 'This is a defect; please report it with the log.',
  };
}

/** Does the work of one unit; what it throws is an outcome too. Nothing is begun after a cancellation. */
export async function outcomeOfWork<Ended extends Outcome | undefined>(
  work: () => Promise<Ended>,
  stopped: StoppedWork,
): Promise<Ended | Outcome> {
  try {
    stopped.signal?.throwIfAborted();
    return await work();
  } catch (error) {
    return outcomeOfError(error, stopped);
  }
}

/** The innermost frame of the stack, without which nobody could find a defect. */
function thrownAt(error: unknown): readonly string[] {
  const frame = error instanceof Error ? error.stack?.split('\n').find((line) => /^\s+at /.test(line)) : undefined;
  return frame ? [`Thrown ${frame.trim()}.`] : [];
}
