import type { ResourceChangeDetail, ResourceTargetDefinition } from '../../../shapes/cloudformation.d.ts';
import type { DesiredResource } from '../engine/resource-plan.ts';
import { recreation } from '../engine/resource-plan.ts';
import type { StackResource } from '../engine/stack.ts';
import type { Json } from '../template/json.ts';
import { sameValue } from '../template/json.ts';
import type { ResourceDeclaration } from '../template/template.ts';
import type { Cause, Causes } from './causes.ts';

export type CausesOf = (value: Json | undefined) => Causes;

/**
 * One detail per changed property and cause, as DescribeChangeSet gives them without property values: a property that
 * merely refers to something which changes is listed too, even if it may turn out the same.
 */
export function propertyDetails(
  current: StackResource,
  { held, applied }: { readonly held: DesiredResource; readonly applied: DesiredResource },
  declaration: ResourceDeclaration,
  causesOf: CausesOf,
): readonly ResourceChangeDetail[] {
  const names = [...new Set([...Object.keys(current.properties), ...Object.keys(declaration.properties)])].sort();
  return names.flatMap((name) => {
    const before = current.properties[name];
    const after = held.properties[name];
    const changed = !sameValue(before, after);
    const { parameters, resources } = causesOf(declaration.properties[name]);
    const causes = changed ? [...parameters, ...resources] : resources;
    if (!changed && causes.length === 0) return [];
    const requires = recreation(current.type, name, before, applied.properties[name]);
    const target = propertyTarget(name, requires, causes);
    return detailsFor(target, causes, changed);
  });
}

/** Metadata and policies: everything of a resource that is no property. */
export function attributeDetails(
  current: StackResource,
  held: DesiredResource,
  declaration: ResourceDeclaration,
  causesOf: CausesOf,
): readonly ResourceChangeDetail[] {
  const attributes = [
    ['Metadata', current.metadata, held.metadata, declaration.metadata],
    ['UpdatePolicy', current.updatePolicy, held.updatePolicy, declaration.updatePolicy],
    ['DeletionPolicy', current.deletionPolicy, held.deletionPolicy, undefined],
    ['UpdateReplacePolicy', current.updateReplacePolicy, held.updateReplacePolicy, undefined],
  ] as const;
  return attributes.flatMap(([attribute, before, after, raw]) =>
    sameValue(before, after)
      ? []
      : detailsFor({ Attribute: attribute, RequiresRecreation: 'Never' }, causesOf(raw).parameters, true),
  );
}

/** A change of tags alone is a change of the attribute Tags; one that a reference causes is shown as a property's. */
export function propertyTarget(
  name: string,
  requires: ResourceTargetDefinition['RequiresRecreation'],
  causes: readonly Cause[],
): ResourceTargetDefinition {
  if (name === 'Tags' && causes.length === 0) return { Attribute: 'Tags', RequiresRecreation: 'Never' };
  return { Attribute: 'Properties', Name: name, RequiresRecreation: requires };
}

/** The template's own change is certain only where nothing else explains the difference. */
export function detailsFor(
  target: ResourceTargetDefinition,
  causes: readonly Cause[],
  direct: boolean,
): readonly ResourceChangeDetail[] {
  const own: readonly Cause[] = direct
    ? [{ ChangeSource: 'DirectModification', Evaluation: causes.length > 0 ? 'Dynamic' : 'Static' }]
    : [];
  return [...causes, ...own].map((cause) => ({ ...cause, Target: target }));
}
