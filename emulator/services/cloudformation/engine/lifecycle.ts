import type { Caller, World } from '../../../core/world.ts';
import { unchecked } from '../drift/stack-drift.ts';
import { createControl } from './control.ts';
import { recordOperationEvent } from './events.ts';
import type { Run } from './run.ts';
import type { Operation, OperationType, Stack } from './stack.ts';
import type { StackStore } from './store.ts';

/** Begins an operation: the stack's events belong to it from now on. */
function beginOperation(world: World, stack: Stack, type: OperationType, token: string | undefined): Operation {
  const operation: Operation = {
    id: world.random.uuid(),
    type,
    token,
    startTime: world.clock.now(),
    control: createControl(world.clock),
  };
  stack.operation = operation;
  // What was detected was detected of another state.
  stack.drift = unchecked();
  stack.lastOperations.set(type, operation.id);
  return operation;
}

export function beginRun(options: {
  readonly world: World;
  readonly store: StackStore;
  readonly stack: Stack;
  readonly caller: Caller;
  readonly type: OperationType;
  readonly token: string | undefined;
  readonly failFast?: boolean;
  readonly imports?: Run['imports'];
}): Run {
  const { world, store, stack, caller, type, token, failFast = true, imports = new Map() } = options;
  const operation = beginOperation(world, stack, type, token);
  return { world, store, stack, operation, caller: roleOf(stack) ?? caller, failFast, failures: [], imports };
}

/** A rollback is an operation of its own, with the token of the one that it undoes. */
export function beginRollback(failed: Run, reason: string): Run {
  const { world, store, stack, caller, operation } = failed;
  recordOperationEvent(world, stack, operation, {
    EventType: 'STACK_EVENT',
    OperationStatus: 'FAILED',
    LogicalResourceId: stack.name,
    PhysicalResourceId: stack.id,
    ResourceType: 'AWS::CloudFormation::Stack',
    ResourceStatusReason: reason,
    StartTime: operation.startTime,
    EndTime: world.clock.now(),
  });
  return beginRun({ world, store, stack, caller, type: 'ROLLBACK', token: operation.token });
}

function roleOf(stack: Stack): Caller | undefined {
  return stack.roleArn === undefined ? undefined : { arn: stack.roleArn };
}

/** Lets an operation go on by itself; what it throws is a defect of the emulator. */
export function launch({ world, stack }: Run, work: Promise<void>): void {
  stack.settled = work;
  world.background(work);
}

/** Whether another operation has taken the stack over, as a deletion does with a creation. */
export function isSuperseded({ stack, operation }: Run): boolean {
  return stack.operation !== operation;
}
