import { isNameTaken, rootCause } from '../../health/stack/stack-failure.ts';
import { RUN_AGAIN } from '../../model/next-steps.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { StackTemplate } from '../../model/stack-template.ts';
import type { StackEventView, StackView } from '../../model/stack-views.ts';
import type { Waited } from '../wait.ts';
import { nameTaken, placeText } from './refusal.ts';

/** Statuses in which a stack is again what it was before the operation, in words. */
const UNDONE: Readonly<Record<string, string>> = {
  UPDATE_ROLLBACK_COMPLETE: 'could not be updated and was rolled back',
  DELETE_COMPLETE: 'could not be created and was deleted again',
  ROLLBACK_COMPLETE: 'could not be created, and its resources were deleted again',
};

/**
 * The outcome of an operation that failed or did not end: the event that caused it, with the line of config that its
 * resource comes from. `nextStep` is for where the cause gives none.
 */
export function failedOperation(
  { kind, view: events, message }: Waited<readonly StackEventView[]>,
  { id, name }: Pick<StackView, 'id' | 'name'>,
  sources: StackTemplate['sources'],
  nextStep: string,
): Outcome {
  const cause = rootCause(events, id);
  const reason = cause?.reason ?? message;
  const at = cause && sources[cause.logicalId];
  const evidence = cause ? [`${placeText(at)}${eventText(cause)}`] : [];
  if (kind === 'timed-out') {
    return {
      kind: 'timed-out',
      summary: `Stack ${name} was not ready in time: ${message}.`,
      evidence,
      nextStep: `CloudFormation continues by itself. ${RUN_AGAIN}`,
      at,
    };
  }
  if (cause && isNameTaken(reason)) return nameTaken(`${cause.logicalId} (${cause.type})`, evidence, at);
  return {
    kind: UNDONE[message] ? 'rolled-back' : 'failed',
    summary: `Stack ${name} ${UNDONE[message] ?? `is ${message}`}: ${cause ? `${cause.logicalId}: ` : ''}${reason}`,
    evidence,
    nextStep,
    at,
  };
}

function eventText({ logicalId, type, status, reason = '' }: StackEventView): string {
  return `${logicalId} (${type}) ${status}: ${reason}`;
}
