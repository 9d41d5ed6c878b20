import type { Stack, StackEvent, StackResourceSummary } from '@aws-sdk/client-cloudformation';
import type { StackEventView, StackResourceView, StackView } from '../../../model/stack-views.ts';

/** CloudFormation's answers in domain types. */
export function stackView(stack: Stack): StackView {
  const { Outputs = [], Parameters = [], Tags = [] } = stack;
  return {
    id: stack.StackId ?? '',
    name: stack.StackName ?? '',
    status: stack.StackStatus ?? '',
    statusReason: stack.StackStatusReason,
    outputs: record(Outputs.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue])),
    parameters: record(Parameters.map(({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue])),
    tags: record(Tags.map(({ Key, Value }) => [Key, Value])),
    terminationProtection: stack.EnableTerminationProtection ?? false,
  };
}

function record(entries: readonly (readonly [string | undefined, string | undefined])[]): Record<string, string> {
  return Object.fromEntries(entries.map(([key = '', value = '']) => [key, value]));
}

export function eventView(event: StackEvent): StackEventView {
  return {
    eventId: event.EventId ?? '',
    at: event.Timestamp?.getTime() ?? 0,
    logicalId: event.LogicalResourceId ?? '',
    physicalId: event.PhysicalResourceId ?? '',
    type: event.ResourceType ?? '',
    status: event.ResourceStatus ?? '',
    reason: event.ResourceStatusReason,
    clientRequestToken: event.ClientRequestToken,
  };
}

export function resourceView(resource: StackResourceSummary): StackResourceView {
  return {
    logicalId: resource.LogicalResourceId ?? '',
    physicalId: resource.PhysicalResourceId ?? '',
    type: resource.ResourceType ?? '',
    status: resource.ResourceStatus ?? '',
  };
}

/**
 * The events of the operation with this token, of one page after another, newest first. `over`: the page holds the
 * operation's beginning, or something older. Events without a token count where an older one of the operation follows:
 * what CloudFormation does by itself need not carry it.
 */
export function ofOperation(
  page: readonly StackEvent[],
  token: string,
): { readonly events: readonly StackEvent[]; readonly over: boolean } {
  const foreign = page.findIndex(({ ClientRequestToken }) => ClientRequestToken && ClientRequestToken !== token);
  const candidates = foreign === -1 ? page : page.slice(0, foreign);
  const oldest = candidates.findLastIndex(({ ClientRequestToken }) => ClientRequestToken === token);
  const events = candidates.slice(0, oldest + 1);
  return { events, over: foreign !== -1 || oldest < page.length - 1 };
}
