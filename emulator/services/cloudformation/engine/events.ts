import type { World } from '../../../core/world.ts';
import type { OperationEvent, StackEvent } from '../../../shapes/cloudformation.d.ts';
import { stringified } from '../template/json.ts';
import type { Operation, ResourceStatus, Stack, StackResource, StackStatus } from './stack.ts';

/** Moves a stack to a status and records the event; the last status of an operation says how it ended. */
export function setStackStatus(
  world: World,
  stack: Stack,
  status: StackStatus,
  options: { readonly reason?: string | undefined; readonly outcome?: 'SUCCEEDED' | 'FAILED' } = {},
): void {
  stack.status = status;
  stack.reason = options.reason;
  record(world, stack, {
    EventId: world.random.uuid(),
    LogicalResourceId: stack.name,
    PhysicalResourceId: stack.id,
    ResourceType: 'AWS::CloudFormation::Stack',
    // AWS answers REVIEW_IN_PROGRESS here, although its model of events lacks it.
    ResourceStatus: status as ResourceStatus,
    ResourceStatusReason: options.reason,
    operationStatus: options.outcome ?? 'IN_PROGRESS',
  });
}

/** Moves a resource to a status and records the event. */
export function setResourceStatus(
  world: World,
  stack: Stack,
  resource: StackResource,
  status: ResourceStatus,
  reason?: string,
): void {
  resource.status = status;
  resource.reason = reason;
  resource.timestamp = world.clock.now();
  record(world, stack, {
    EventId: `${resource.logicalId}-${status}-${new Date(resource.timestamp).toISOString()}`,
    LogicalResourceId: resource.logicalId,
    PhysicalResourceId: resource.physicalId,
    ResourceType: resource.type,
    ResourceStatus: status,
    ResourceStatusReason: reason,
    ResourceProperties: JSON.stringify(stringified(resource.properties)),
    operationStatus: undefined,
  });
}

/** An event that only DescribeEvents knows. */
export function recordOperationEvent(world: World, stack: Stack, operation: Operation, event: OperationEvent): void {
  stack.operationEvents.push({
    EventId: world.random.uuid(),
    StackId: stack.id,
    OperationId: operation.id,
    OperationType: operation.type,
    ClientRequestToken: operation.token,
    Timestamp: world.clock.now(),
    ...event,
  });
}

type NewEvent = Omit<StackEvent, 'StackId' | 'StackName' | 'Timestamp'> & {
  readonly operationStatus: OperationEvent['OperationStatus'];
};

function record(world: World, stack: Stack, { operationStatus, ...event }: NewEvent): void {
  const now = world.clock.now();
  const { operation } = stack;
  stack.events.push({
    StackId: stack.id,
    StackName: stack.name,
    Timestamp: now,
    ClientRequestToken: operation?.token,
    OperationId: operation?.id,
    ...event,
  });
  if (!operation) return;
  const isStack = event.PhysicalResourceId === stack.id;
  const failed = !isStack && event.ResourceStatus?.endsWith('_FAILED');
  recordOperationEvent(world, stack, operation, {
    ...event,
    EventType: failed ? 'PROVISIONING_ERROR' : 'STACK_EVENT',
    Timestamp: now,
    OperationStatus: operationStatus,
    StartTime: isStack ? operation.startTime : undefined,
    EndTime: isStack && operationStatus !== 'IN_PROGRESS' ? now : undefined,
  });
}
