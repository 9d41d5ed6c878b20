import type {
  DescribeEventsInput,
  DescribeEventsOutput,
  DescribeStackEventsInput,
  DescribeStackEventsOutput,
  OperationEvent,
} from '../../../shapes/cloudformation.d.ts';
import { secretsOf } from '../changeset/render.ts';
import type { Stack } from '../engine/stack.ts';
import { requireStack } from '../engine/store.ts';
import { validationError } from '../template/errors.ts';
import type { Environment } from './environment.ts';
import { findChangeSet } from './find-change-set.ts';
import { page } from './paging.ts';

const EVENTS_PER_PAGE = 100;

export function describeStackEvents(
  { store }: Environment,
  input: DescribeStackEventsInput,
): DescribeStackEventsOutput {
  const stack = requireStack(store, input.StackName);
  const { items, nextToken } = page(withoutSecrets(stack, stack.events), {
    token: input.NextToken,
    size: EVENTS_PER_PAGE,
    keyOf: ({ EventId: id }) => id,
  });
  return { StackEvents: items, NextToken: nextToken };
}

/** Events of a stack, of a change set's creation, or of one operation, newest first. */
export function describeEvents(environment: Environment, input: DescribeEventsInput): DescribeEventsOutput {
  const events = selectedEvents(environment, input);
  const failedOnly = input.Filters?.FailedEvents === true;
  const { items, nextToken } = page(
    events.filter((event) => !failedOnly || isFailure(event)),
    { token: input.NextToken, size: EVENTS_PER_PAGE, keyOf: ({ EventId: id = '' }) => id },
  );
  return { OperationEvents: items, NextToken: nextToken };
}

function selectedEvents(environment: Environment, input: DescribeEventsInput): readonly OperationEvent[] {
  const { store } = environment;
  const { ChangeSetName: name, StackName: stackName, OperationId: operationId } = input;
  if (name !== undefined) {
    const { stack, changeSet } = findChangeSet(environment, { ChangeSetName: name, StackName: stackName });
    return eventsOf(stack, changeSet.operationId);
  }
  if (stackName !== undefined) return eventsOf(requireStack(store, stackName), operationId);
  if (operationId === undefined)
    throw validationError('At least one of ChangeSetName, OperationId or StackName must be specified.');
  return store.all().flatMap((stack) => eventsOf(stack, operationId));
}

function eventsOf(stack: Stack, operationId: string | undefined): readonly OperationEvent[] {
  const events = stack.operationEvents.filter(
    (event) => operationId === undefined || event.OperationId === operationId,
  );
  return withoutSecrets(stack, events);
}

function isFailure({ EventType: type, OperationStatus: status }: OperationEvent): boolean {
  return type === 'VALIDATION_ERROR' || type === 'PROVISIONING_ERROR' || status === 'FAILED';
}

/** Newest first, NoEcho parameters' values masked. */
function withoutSecrets<T extends { ResourceProperties?: string | undefined }>(
  stack: Stack,
  events: readonly T[],
): T[] {
  const secrets = secretsOf(stack.deployment, stack.stable);
  return [...events].reverse().map((event) => ({
    ...event,
    ResourceProperties: secrets.reduce((shown, secret) => shown?.replaceAll(secret, '****'), event.ResourceProperties),
  }));
}
