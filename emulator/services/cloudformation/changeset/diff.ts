import { isDeepStrictEqual } from 'node:util';
import type { ResourceChange, ResourceChangeDetail } from '../../../shapes/cloudformation.d.ts';
import { takenOver, takenOverValues, withDrift } from '../drift/drift-details.ts';
import { type ResourceDrift, resourceDrift } from '../drift/resource-drift.ts';
import { evaluateOutputs } from '../engine/outputs.ts';
import type { DesiredResource } from '../engine/resource-plan.ts';
import { desiredResource } from '../engine/resource-plan.ts';
import { presentResources } from '../engine/scope.ts';
import type { StackResource } from '../engine/stack.ts';
import { isTaggable, sameTags } from '../engine/tags.ts';
import { validationError } from '../template/errors.ts';
import { inDependencyOrder } from '../template/graph.ts';
import type { ResourceDeclaration } from '../template/template.ts';
import type { Causes } from './causes.ts';
import { causesIn } from './causes.ts';
import type { Comparison } from './comparison.ts';
import { attributeDetails, propertyDetails } from './details.ts';
import { valueDetails } from './value-details.ts';

export type Replacement = NonNullable<ResourceChange['Replacement']>;

/** What would happen to one resource; rendered in two ways, with and without property values. */
export interface ResourceDiff {
  readonly action: 'Add' | 'Import' | 'Modify' | 'Remove' | 'SyncWithActual';
  readonly logicalId: string;
  readonly type: string;
  /** As last deployed; in a drift-aware comparison as it is. */
  readonly current: StackResource | undefined;
  readonly drift?: ResourceDrift | undefined;
  /** Of an import: the physical id of what exists. */
  readonly importedId?: string;
  readonly declaration: ResourceDeclaration | undefined;
  readonly after: DesiredResource | undefined;
  /** For a removal: the properties as its declaration reads when nothing that it refers to is known. */
  readonly removed: DesiredResource | undefined;
  readonly details: readonly ResourceChangeDetail[];
  readonly valueDetails: readonly ResourceChangeDetail[];
}

/** Compares a stack with a deployment, resource by resource, sorted by logical id. */
export function compareResources(comparison: Comparison): readonly ResourceDiff[] {
  const { stack, target } = comparison;
  const { template } = target;
  const present = presentResources(template, comparison.applied.parameters);
  refuseTypeChanges(comparison, present);
  const diffs: ResourceDiff[] = [];
  for (const id of inDependencyOrder(template, present)) {
    const declaration = template.resources[id];
    if (!declaration) continue;
    const current = existing(stack.resources.get(id));
    const diff = current ? modification(comparison, current, declaration) : addition(comparison, id, declaration);
    if (!diff) continue;
    comparison.record(id, diff.action === 'Add' ? 'Added' : replacementOf(diff.details));
    diffs.push(diff);
  }
  for (const resource of stack.resources.values())
    if (!present.includes(resource.logicalId) && existing(resource)) diffs.push(removal(comparison, resource));
  return diffs.sort((a, b) => (a.logicalId < b.logicalId ? -1 : 1));
}

/** Whether carrying the deployment out would do anything; outputs alone are something, conditions alone are not. */
export function changesAnything({ stack, target, held }: Comparison, diffs: readonly ResourceDiff[]): boolean {
  if (diffs.some(({ action, details }) => action !== 'Modify' || details.length > 0)) return true;
  if (!sameTags(stack.deployment?.tags, target.tags)) return true;
  if (`${stack.deployment?.notificationArns}` !== `${target.notificationArns}`) return true;
  return !isDeepStrictEqual(evaluateOutputs(target.template, held), stack.outputs);
}

/** Always and Static replaces; Always and Dynamic, or a property that only sometimes replaces, may. */
export function replacementOf(details: readonly ResourceChangeDetail[]): Replacement {
  const always = details.filter(({ Target: target }) => target?.RequiresRecreation === 'Always');
  if (always.some(({ Evaluation: evaluation }) => evaluation === 'Static')) return 'True';
  const maybe = details.some(({ Target: target }) => target?.RequiresRecreation === 'Conditionally');
  return always.length > 0 || maybe ? 'Conditional' : 'False';
}

function existing(resource: StackResource | undefined): StackResource | undefined {
  return resource && resource.status !== 'CREATE_FAILED' && resource.status !== 'DELETE_COMPLETE'
    ? resource
    : undefined;
}

function addition(comparison: Comparison, logicalId: string, declaration: ResourceDeclaration): ResourceDiff {
  const after = desiredResource(declaration, comparison.applied);
  const { type } = declaration;
  return {
    action: 'Add',
    logicalId,
    type,
    current: undefined,
    declaration,
    after,
    removed: undefined,
    details: [],
    valueDetails: [],
  };
}

function removal(comparison: Comparison, current: StackResource): ResourceDiff {
  const { logicalId, type } = current;
  const declaration = comparison.stack.deployment?.template.resources[logicalId];
  return {
    action: 'Remove',
    logicalId,
    type,
    current,
    declaration,
    after: undefined,
    removed: declaration && desiredResource(declaration, comparison.unresolved),
    details: [],
    valueDetails: [],
  };
}

function modification(
  comparison: Comparison,
  previous: StackResource,
  declaration: ResourceDeclaration,
): ResourceDiff | undefined {
  const { logicalId, type } = previous;
  const held = desiredResource(declaration, comparison.held);
  const after = desiredResource(declaration, comparison.applied);
  const drift = comparison.live && resourceDrift(comparison.stack, comparison.live, previous, held.properties);
  // What is gone is made anew.
  if (drift?.status === 'DELETED') return { ...addition(comparison, logicalId, declaration), drift };
  const current = drift?.live ?? previous;
  const causes = (value: Parameters<typeof causesIn>[1]): Causes => causesIn(comparison, value);
  const retagged = isTaggable(type) && !sameTags(comparison.stack.deployment?.tags, comparison.target.tags);
  const others = [...attributeDetails(current, held, declaration, causes), ...(retagged ? [TAGGED] : [])];
  const details = [
    ...propertyDetails(current, { held, applied: after }, declaration, causes),
    ...(drift ? takenOver(drift, held.properties) : []),
    ...others,
  ];
  const changed = valueDetails(current, after, declaration, causes);
  const values = drift
    ? withDrift([...changed, ...takenOverValues(drift, after.properties), ...others], drift)
    : [...changed, ...others];
  if (details.length === 0 && values.length === 0) return undefined;
  const isTakenOver = [...details, ...values].every(({ ChangeSource: source }) => source === 'NoModification');
  return {
    action: isTakenOver ? 'SyncWithActual' : 'Modify',
    logicalId,
    type,
    current,
    drift,
    declaration,
    after,
    removed: undefined,
    details,
    valueDetails: values,
  };
}

const TAGGED: ResourceChangeDetail = {
  Target: { Attribute: 'Tags', RequiresRecreation: 'Never' },
  Evaluation: 'Static',
  ChangeSource: 'DirectModification',
};

function refuseTypeChanges({ stack, target }: Comparison, present: readonly string[]): void {
  const changed = present.filter((id) => {
    const current = existing(stack.resources.get(id));
    return current && current.type !== target.template.resources[id]?.type;
  });
  if (changed.length > 0)
    throw validationError(
      `Update of resource type is not permitted. The new template modifies resource type of the following resources: [${changed.join(', ')}]`,
    );
}
