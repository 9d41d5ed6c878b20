import { assessStackOperation, type StackOperation } from '../../health/stack/stack-operation.ts';
import type { StackEventView } from '../../model/stack-views.ts';
import type { Waited } from '../wait.ts';
import { waitFor } from '../wait.ts';
import type { SettledOptions, SettledPorts } from './settled-stack.ts';

interface FollowedOperation extends SettledOptions {
  readonly operation: StackOperation;
  readonly stackName: string;
  /** ARN: the stack answers to it when it is gone. */
  readonly stackId: string;
  readonly clientRequestToken: string;
  /** Done at each look, e.g. to clear what the operation would stumble over. */
  readonly meanwhile?: (events: readonly StackEventView[]) => Promise<void>;
}

/**
 * CloudFormation's limits are unpublished; two looks a second apart have been throttled where ten stacks were followed.
 */
const EVERY_MS = 2_000;

/** Follows an operation that this run started to its end, telling its events as they come. */
export async function followStackOperation(
  { operation, stackName, stackId, clientRequestToken, meanwhile, withinMs, signal }: FollowedOperation,
  ports: SettledPorts,
): Promise<Waited<readonly StackEventView[]>> {
  const told = new Set<string>();
  const observe = async (): Promise<readonly StackEventView[]> => {
    const events = await ports.stacks.operationEvents(stackId, clientRequestToken);
    for (const event of events.filter(({ eventId }) => !told.has(eventId))) {
      told.add(event.eventId);
      ports.progress.emit({ kind: 'stack-event', stack: stackName, event });
    }
    await meanwhile?.(events);
    return events;
  };
  return waitFor(
    {
      subject: `stack ${stackName}`,
      observe,
      assess: (events) => assessStackOperation(events, operation, stackId),
      everyMs: EVERY_MS,
      withinMs,
      signal,
    },
    ports,
  );
}
