import { AwsError } from '../../../core/errors.ts';
import type { Caller, World } from '../../../core/world.ts';
import { readStack, stackDriftStatus } from '../drift/live-stack.ts';
import { recordOperationEvent } from '../engine/events.ts';
import { missingParameterValue } from '../engine/parameter-lookup.ts';
import { resourceContext } from '../engine/run.ts';
import { zonesFor } from '../engine/scope.ts';
import type { Operation, Stack } from '../engine/stack.ts';
import type { StackStore } from '../engine/store.ts';
import type { ChangeSet } from './change-set.ts';
import { createComparison } from './comparison.ts';
import { changesAnything, compareResources } from './diff.ts';
import { withImports } from './imports.ts';
import { recordFindings, validateDeployment, validationReason } from './validation.ts';

const NO_CHANGES =
  "The submitted information didn't contain changes. Submit different information to create a change set.";

interface Computation {
  readonly world: World;
  readonly store: StackStore;
  readonly stack: Stack;
  readonly changeSet: ChangeSet;
  readonly operation: Operation;
  readonly caller: Caller;
  readonly validates: boolean;
}

/**
 * Works a change set out while its caller polls: CREATE_PENDING, CREATE_IN_PROGRESS, then CREATE_COMPLETE or FAILED.
 */
export async function computeChanges(computation: Computation): Promise<void> {
  const { world, stack, changeSet } = computation;
  recordStatus(computation, 'IN_PROGRESS', undefined);
  const total = world.latency('change-set');
  await world.clock.sleep(total / 4);
  if (isGone(computation)) return;
  changeSet.status = 'CREATE_IN_PROGRESS';
  await world.clock.sleep((total * 3) / 4);
  if (isGone(computation)) return;
  const reason = await failure(computation);
  changeSet.status = reason === undefined ? 'CREATE_COMPLETE' : 'FAILED';
  changeSet.statusReason = reason;
  // A direct operation on the stack meanwhile has made it obsolete.
  if (reason === undefined && changeSet.executionStatus === 'UNAVAILABLE') changeSet.executionStatus = 'AVAILABLE';
  if (stack.changeSets.has(changeSet.id))
    recordStatus(computation, reason === undefined ? 'SUCCEEDED' : 'FAILED', reason);
}

async function failure(computation: Computation): Promise<string | undefined> {
  const { world, store, stack, changeSet, operation, caller, validates } = computation;
  const target = changeSet.deployment;
  try {
    const missing = await missingParameterValue(world, target);
    if (missing !== undefined) return missing;
    const run = { world, store, stack, operation, caller, failFast: true, failures: [], imports: new Map() };
    const contextOf = (id: string) => resourceContext(run, id);
    const live =
      changeSet.deploymentMode === 'REVERT_DRIFT' ? await readStack(stack, contextOf, world.clock.now()) : undefined;
    const zones = await zonesFor(world, target.template);
    const comparison = createComparison(world, store, stack, target, zones, live);
    const compared = compareResources(comparison);
    const diffs = changeSet.importExistingResources ? await withImports(compared, store, contextOf) : compared;
    changeSet.changes = diffs;
    if (live) changeSet.driftStatus = stackDriftStatus(stack, live);
    if (!changesAnything(comparison, diffs)) return NO_CHANGES;
    if (!validates) return undefined;
    const findings = await validateDeployment(diffs, contextOf);
    recordFindings(world, stack, operation, findings);
    return findings.length > 0 ? validationReason(findings) : undefined;
  } catch (error) {
    if (error instanceof AwsError) return error.message;
    throw error;
  }
}

/** Deleted, or left behind by a stack that was, before it was worked out. */
function isGone({ stack, changeSet }: Computation): boolean {
  return !stack.changeSets.has(changeSet.id) || stack.status === 'DELETE_COMPLETE';
}

function recordStatus(
  { world, stack, changeSet, operation }: Computation,
  status: 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED',
  reason: string | undefined,
): void {
  recordOperationEvent(world, stack, operation, {
    EventType: 'STACK_EVENT',
    OperationStatus: status,
    LogicalResourceId: changeSet.name,
    PhysicalResourceId: changeSet.id,
    ResourceStatusReason: reason,
    DetailedStatus: reason?.includes('EarlyValidation') ? 'VALIDATION_FAILED' : undefined,
    StartTime: operation.startTime,
    EndTime: status === 'IN_PROGRESS' ? undefined : world.clock.now(),
  });
}
