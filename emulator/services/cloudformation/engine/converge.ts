import { AwsError } from '../../../core/errors.ts';
import type { Scope } from '../intrinsics/scope.ts';
import { Refused } from '../resources/resource-type.ts';
import { dependenciesOf } from '../template/graph.ts';
import type { ResourceDeclaration } from '../template/template.ts';
import { importResource } from './import.ts';
import { runInOrder } from './order.ts';
import { isGoneStill, propertiesBefore, restoreGone, wasGone } from './predrift.ts';
import { removeResource } from './removal.ts';
import type { DesiredResource } from './resource-plan.ts';
import { desiredResource } from './resource-plan.ts';
import type { Step } from './resource-steps.ts';
import {
  blankResource,
  bringUpToDate,
  createNew,
  recordFailure,
  restoreDisplaced,
  skipResource,
} from './resource-steps.ts';
import type { Run } from './run.ts';
import { parametersInScope, presentResources, provisioningScope, zonesFor } from './scope.ts';
import type { Deployment } from './stack.ts';

export interface Convergence {
  /** Where the resources' tags come from until now; a change of them updates every resource that has tags. */
  readonly previous: Deployment | undefined;
  /** A rollback brings displaced resources back instead of making new ones. */
  readonly isRollback: boolean;
  /** Logical ids that ContinueUpdateRollback leaves as they are. */
  readonly skip: ReadonlySet<string>;
  /** ForceRollback: what fails is left as it is. */
  readonly skipFailures: boolean;
}

/**
 * Makes the stack's resources what the deployment says, in the order of their dependencies. Does not delete: what is no
 * longer wanted is left to the clean-up. Failures are in `run.failures`, with their events recorded.
 */
export async function converge(run: Run, target: Deployment, options: Convergence): Promise<Scope> {
  const { world, store, stack, operation } = run;
  const { template } = target;
  const scope = provisioningScope(world, store, stack, target, await zonesFor(world, template));
  const present = presentResources(template, parametersInScope(world, stack, target));
  const among = new Set(present);
  const needs = (id: string): readonly string[] => dependenciesOf(template, id).filter((name) => among.has(name));
  await runInOrder({
    ids: present,
    dependenciesOf: needs,
    stopped: () => operation.control.cancelled,
    work: async (id) => {
      const declaration = template.resources[id];
      return (
        declaration !== undefined && attempt(run, id, declaration, scope, { ...options, target, dependsOn: needs(id) })
      );
    },
  });
  return scope;
}

async function attempt(
  run: Run,
  id: string,
  declaration: ResourceDeclaration,
  scope: Scope,
  step: Step & Convergence,
): Promise<boolean> {
  const { resources, displaced } = run.stack;
  if (step.isRollback && wasGone(run.stack, id)) {
    restoreGone(run.stack, id);
    return true;
  }
  const current = resources.get(id);
  let desired: DesiredResource;
  try {
    desired = desiredResource(declaration, scope);
    const before = step.isRollback ? propertiesBefore(run.stack, id) : undefined;
    if (before) desired = { ...desired, properties: before };
  } catch (error) {
    const resource = current ?? blankResource(id, declaration.type, step);
    resources.set(id, resource);
    // The template is at fault, not the resource's service.
    const refused = error instanceof AwsError ? new Refused(error.message) : error;
    return recordFailure(run, resource, refused, current ? 'update' : 'create');
  }
  if (isGoneStill(run.stack, id)) return createNew(run, id, desired, step);
  // What an earlier operation failed to create has no state to return to: it is made anew.
  if (current?.status === 'CREATE_FAILED' && current.physicalId !== '') await removeResource(run, current);
  const imported = run.imports.get(id);
  if (!current && imported !== undefined) return importResource(run, id, desired, imported, step);
  if (!current || current.status === 'CREATE_FAILED') return createNew(run, id, desired, step);
  if (step.skip.has(id)) return skipResource(run, current, desired, step);
  const predecessor = step.isRollback ? displaced.get(id) : undefined;
  const resource = predecessor ? restoreDisplaced(run, predecessor) : current;
  const done = await bringUpToDate(run, resource, desired, step, predecessor !== undefined);
  if (done || !step.skipFailures) return done;
  run.failures.splice(0, run.failures.length, ...run.failures.filter(({ logicalId }) => logicalId !== id));
  return skipResource(run, resource, desired, step);
}
