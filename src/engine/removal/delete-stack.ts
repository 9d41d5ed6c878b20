import { rootCause } from '../../health/stack/stack-failure.ts';
import { RUN_AGAIN } from '../../model/next-steps.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { StackEventView, StackView } from '../../model/stack-views.ts';
import { patience } from '../deadline.ts';
import { followStackOperation } from '../observe/stack-operation.ts';
import { uniqueName } from '../observe/unique-name.ts';
import { tellOfWrite } from '../write.ts';
import type { RemovalRun, Waiting } from './context.ts';

/** Deletes a stack, in whatever state it is, and says what of it stays. */
export async function deleteStack(
  { id, name }: StackView,
  run: Pick<RemovalRun, 'stacks' | Waiting>,
): Promise<Outcome> {
  const clientRequestToken = uniqueName(run.clock);
  await run.stacks.delete(id, clientRequestToken);
  tellOfWrite(`deleted stack ${name}`, run);
  const { kind, view, message } = await followStackOperation(
    { operation: 'delete', stackName: name, stackId: id, clientRequestToken, ...patience(run) },
    run,
  );
  if (kind === 'healthy') return { kind: 'destroyed', summary: `Stack ${name} was deleted.`, evidence: retained(view) };
  const cause = rootCause(view, id);
  return {
    kind,
    summary: `Stack ${name} is ${message}: ${cause ? `${cause.logicalId}: ${cause.reason}` : 'no reason given'}`,
    evidence: view.filter(({ status }) => status === 'DELETE_FAILED').map(eventText),
    nextStep:
      kind === 'timed-out'
        ? `CloudFormation continues by itself. ${RUN_AGAIN}`
        : 'Remove what the event names, then run the job again.',
  };
}

function retained(events: readonly StackEventView[]): readonly string[] {
  return events
    .filter(({ status }) => status === 'DELETE_SKIPPED')
    .map(({ logicalId, type, physicalId }) => `kept: ${logicalId} (${type}) ${physicalId}`);
}

function eventText({ logicalId, type, reason = '' }: StackEventView): string {
  return `${logicalId} (${type}): ${reason}`;
}
