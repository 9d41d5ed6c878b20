import type { ResourceChangeDetail } from '../../../shapes/cloudformation.d.ts';
import type { Json } from '../template/json.ts';
import type { Reference } from '../template/references.ts';
import { referencesIn } from '../template/references.ts';
import type { Comparison } from './comparison.ts';

/** A reason for a change beside the template's own text. */
export type Cause = Pick<ResourceChangeDetail, 'ChangeSource' | 'CausingEntity' | 'Evaluation'>;

export interface Causes {
  /** Parameters with another value than the stack has now. */
  readonly parameters: readonly Cause[];
  /** Resources that are new or will be replaced, and attributes of those that will be updated. */
  readonly resources: readonly Cause[];
}

/** What a value in the new template refers to that changes together with it. */
export function causesIn(comparison: Comparison, value: Json | undefined): Causes {
  const references = referencesIn(value);
  const parameters = new Set(references.flatMap((reference) => changedParameters(comparison, reference, new Set())));
  const resources = new Map(
    references.flatMap((reference) => {
      const cause = resourceCause(comparison, reference);
      return cause ? [[`${cause.CausingEntity}`, cause] as const] : [];
    }),
  );
  return {
    parameters: [...parameters].map((name) => ({
      ChangeSource: 'ParameterReference',
      CausingEntity: name,
      Evaluation: 'Static',
    })),
    resources: [...resources.values()],
  };
}

/** Parameters behind a reference; a condition stands for those that decide it. */
function changedParameters(comparison: Comparison, reference: Reference, seen: Set<string>): readonly string[] {
  const { stack, target } = comparison;
  if (reference.kind === 'attribute' || seen.has(reference.name)) return [];
  if (reference.kind === 'condition') {
    seen.add(reference.name);
    const inner = referencesIn(target.template.conditions[reference.name]);
    return inner.flatMap((next) => changedParameters(comparison, next, seen));
  }
  const before = stack.deployment?.parameters[reference.name];
  const after = target.parameters[reference.name];
  return before && after && before.value !== after.value ? [reference.name] : [];
}

function resourceCause(comparison: Comparison, reference: Reference): Cause | undefined {
  if (reference.kind === 'condition') return undefined;
  const id = reference.kind === 'ref' ? reference.name : reference.resource;
  const verdict = comparison.verdictOf(id);
  if (verdict === undefined) return undefined;
  const certain = verdict === 'True' || verdict === 'Added';
  if (reference.kind === 'attribute')
    return {
      ChangeSource: 'ResourceAttribute',
      CausingEntity: `${id}.${reference.attribute}`,
      Evaluation: certain ? 'Static' : 'Dynamic',
    };
  // An update in place leaves the physical id, and so Ref, as it is.
  if (verdict === 'False') return undefined;
  return { ChangeSource: 'ResourceReference', CausingEntity: id, Evaluation: certain ? 'Static' : 'Dynamic' };
}
