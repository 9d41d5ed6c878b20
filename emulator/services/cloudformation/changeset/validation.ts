import type { World } from '../../../core/world.ts';
import type { OperationEvent } from '../../../shapes/cloudformation.d.ts';
import { recordOperationEvent } from '../engine/events.ts';
import type { Operation, Stack } from '../engine/stack.ts';
import { existingName } from '../resources/existence.ts';
import { resourceTypeOf } from '../resources/registry.ts';
import type { ResourceContext } from '../resources/resource-type.ts';
import { violations } from '../resources/violations.ts';
import type { ResourceDiff } from './diff.ts';

/** One finding of pre-deployment validation, as DescribeEvents shows it. */
export type ValidationFinding = Pick<
  OperationEvent,
  | 'LogicalResourceId'
  | 'PhysicalResourceId'
  | 'ResourceType'
  | 'ValidationName'
  | 'ValidationStatusReason'
  | 'ValidationPath'
>;

export const VALIDATION_FAILED = "Validation failure detected. See the operation's FAILED event for details.";

/**
 * What AWS checks before it deploys anything (user guide, "Validate stack deployments"); what is not yet known passes.
 */
export async function validateDeployment(
  diffs: readonly ResourceDiff[],
  contextOf: (logicalId: string) => ResourceContext,
): Promise<readonly ValidationFinding[]> {
  const findings: ValidationFinding[] = [];
  for (const { logicalId, type, after, action } of diffs) {
    if (!after) continue;
    const path = `/Resources/${logicalId}`;
    const resource = { LogicalResourceId: logicalId, ResourceType: type };
    const broken = violations(type, after.properties);
    findings.push(
      ...broken.map(({ pointer, message }) => ({
        ...resource,
        ValidationName: 'PROPERTY_VALIDATION',
        ValidationStatusReason: `#${pointer}: ${message}`,
        ValidationPath: `${path}/Properties${pointer}`,
      })),
    );
    // A replacement under its old name is refused in the update itself.
    if (broken.length > 0 || action !== 'Add') continue;
    const taken = await existingName(resourceTypeOf(type), after.properties, contextOf(logicalId));
    if (taken !== undefined)
      findings.push({
        ...resource,
        PhysicalResourceId: taken,
        ValidationName: 'NAME_CONFLICT_VALIDATION',
        ValidationStatusReason: `Resource of type '${type}' with identifier '${taken}' already exists.`,
        ValidationPath: path,
      });
  }
  return findings;
}

/** Findings are events of the operation that they stopped. */
export function recordFindings(
  world: World,
  stack: Stack,
  operation: Operation,
  findings: readonly ValidationFinding[],
): void {
  for (const finding of findings)
    recordOperationEvent(world, stack, operation, {
      EventType: 'VALIDATION_ERROR',
      ValidationFailureMode: 'FAIL',
      ValidationStatus: 'FAILED',
      ...finding,
    });
}

/** The status reason of a change set that validation stopped. */
export function validationReason(findings: readonly ValidationFinding[]): string {
  const hooks = [...new Set(findings.map(({ ValidationName: name }) => HOOKS.get(name ?? '') ?? ''))];
  return (
    `The following hook(s)/validation failed: [${hooks.join(', ')}]. To troubleshoot Early Validation errors, ` +
    'use the DescribeEvents API for detailed failure information.'
  );
}

const HOOKS = new Map([
  ['PROPERTY_VALIDATION', 'AWS::EarlyValidation::PropertyValidation'],
  ['NAME_CONFLICT_VALIDATION', 'AWS::EarlyValidation::ResourceExistenceCheck'],
]);
