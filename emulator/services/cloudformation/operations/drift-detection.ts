import type { CallContext, Caller, World } from '../../../core/world.ts';
import type {
  DescribeStackDriftDetectionStatusInput,
  DescribeStackResourceDriftsInput,
  DescribeStackResourceDriftsOutput,
  DetectStackDriftInput,
  DetectStackDriftOutput,
  DetectStackResourceDriftInput,
  DetectStackResourceDriftOutput,
} from '../../../shapes/cloudformation.d.ts';
import { readLive } from '../drift/live-resource.ts';
import { isThere } from '../drift/live-stack.ts';
import { readerOf } from '../drift/readers.ts';
import { driftReport } from '../drift/report.ts';
import type { DriftDetection } from '../drift/stack-drift.ts';
import { resourceContext } from '../engine/run.ts';
import type { Stack, StackResource } from '../engine/stack.ts';
import { requireStack } from '../engine/store.ts';
import { validationError } from '../template/errors.ts';
import type { Environment } from './environment.ts';
import { page } from './paging.ts';

const DETECTABLE = new Set<Stack['status']>([
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
  'UPDATE_ROLLBACK_FAILED',
]);

/** Begins a detection; DescribeStackDriftDetectionStatus tells when it has ended. */
export function detectStackDrift(
  { world, store }: Environment,
  input: DetectStackDriftInput,
  { caller }: CallContext,
): DetectStackDriftOutput {
  const stack = detectable(requireStack(store, input.StackName));
  if ([...stack.driftDetections.values()].some(({ DetectionStatus: status }) => status === 'DETECTION_IN_PROGRESS'))
    throw validationError(`Drift detection is already in progress for stack [${stack.id}]`);
  const detection: DriftDetection = {
    StackId: stack.id,
    StackDriftDetectionId: world.random.uuid(),
    DetectionStatus: 'DETECTION_IN_PROGRESS',
    Timestamp: world.clock.now(),
  };
  stack.driftDetections.set(detection.StackDriftDetectionId, detection);
  const chosen = (input.LogicalResourceIds ?? [...stack.resources.keys()]).map((id) => resourceOf(stack, id));
  world.background(detect({ world, stack, caller, detection, resources: chosen }));
  return { StackDriftDetectionId: detection.StackDriftDetectionId };
}

export function describeStackDriftDetectionStatus(
  { store }: Environment,
  { StackDriftDetectionId: id }: DescribeStackDriftDetectionStatusInput,
): DriftDetection {
  const found = store.all().flatMap(({ driftDetections }) => driftDetections.get(id) ?? []);
  if (!found[0]) throw validationError(`Drift detection [${id}] does not exist`);
  return found[0];
}

/** Detects at once, for one resource. */
export async function detectStackResourceDrift(
  { world, store }: Environment,
  input: DetectStackResourceDriftInput,
  { caller }: CallContext,
): Promise<DetectStackResourceDriftOutput> {
  const stack = detectable(requireStack(store, input.StackName));
  const resource = resourceOf(stack, input.LogicalResourceId);
  if (!readerOf(resource.type))
    throw validationError(`Resource type ${resource.type} of resource ${resource.logicalId} is not supported`);
  await report({ world, stack, caller }, resource);
  conclude(stack, world.clock.now());
  const found = stack.drift.reports.get(resource.logicalId);
  if (!found) throw new Error(`no report of ${resource.logicalId}`);
  return { StackResourceDrift: found };
}

export function describeStackResourceDrifts(
  { store }: Environment,
  input: DescribeStackResourceDriftsInput,
): DescribeStackResourceDriftsOutput {
  const stack = requireStack(store, input.StackName);
  const filters = input.StackResourceDriftStatusFilters;
  const matching = [...stack.drift.reports.values()]
    .filter(({ StackResourceDriftStatus: status }) => !filters || filters.includes(status))
    .sort((a, b) => (a.LogicalResourceId < b.LogicalResourceId ? -1 : 1));
  const { items, nextToken } = page(matching, {
    token: input.NextToken,
    size: input.MaxResults ?? 100,
    keyOf: ({ LogicalResourceId: id }) => id,
  });
  return { StackResourceDrifts: items, NextToken: nextToken };
}

interface Detection {
  readonly world: World;
  readonly stack: Stack;
  readonly caller: Caller;
}

async function detect({
  detection,
  resources,
  ...rest
}: Detection & { readonly detection: DriftDetection; readonly resources: readonly StackResource[] }): Promise<void> {
  const { world, stack } = rest;
  await world.clock.sleep(world.latency('change-set'));
  for (const resource of resources.filter(isThere)) if (readerOf(resource.type)) await report(rest, resource);
  conclude(stack, detection.Timestamp);
  const reports = [...stack.drift.reports.values()];
  const unknown = reports.filter(({ StackResourceDriftStatus: status }) => status === 'UNKNOWN');
  const ids = unknown.map(({ LogicalResourceId: id }) => id);
  Object.assign(detection, {
    DetectionStatus: ids.length > 0 ? 'DETECTION_FAILED' : 'DETECTION_COMPLETE',
    DetectionStatusReason: ids.length > 0 ? `Failed to detect drift on resources [${ids.join(', ')}]` : undefined,
    StackDriftStatus: stack.drift.status,
    DriftedStackResourceCount: reports.filter(isDrifted).length,
  } satisfies Partial<DriftDetection>);
}

async function report({ world, stack, caller }: Detection, resource: StackResource): Promise<void> {
  const context = resourceContext({ world, stack, caller }, resource.logicalId);
  const live = await readLive(stack, resource, context);
  stack.drift.reports.set(resource.logicalId, driftReport(stack, resource, live, world.clock.now()));
}

function conclude(stack: Stack, checkedAt: number): void {
  const reports = [...stack.drift.reports.values()];
  stack.drift.status = reports.some(isDrifted) ? 'DRIFTED' : 'IN_SYNC';
  stack.drift.checkedAt = checkedAt;
}

function isDrifted({ StackResourceDriftStatus: status }: { StackResourceDriftStatus: string }): boolean {
  return status === 'MODIFIED' || status === 'DELETED';
}

function detectable(stack: Stack): Stack {
  if (DETECTABLE.has(stack.status)) return stack;
  throw validationError(`Drift detection cannot be performed on stack [${stack.id}] in state ${stack.status}`);
}

function resourceOf(stack: Stack, id: string): StackResource {
  const resource = stack.resources.get(id);
  if (!resource) throw validationError(`Resource ${id} does not exist for stack ${stack.name}`);
  return resource;
}
