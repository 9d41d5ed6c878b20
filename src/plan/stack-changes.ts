import type { Change, PropertyChange, ShownValue } from '../model/plan.ts';
import type { StackTemplate } from '../model/stack-template.ts';
import type { ChangeSetView, PropertyDetailView, ResourceChangeView } from '../model/stack-views.ts';
import { isAboutWeights } from './live-weights.ts';

const KNOWN_AFTER_APPLY = '{{changeSet:KNOWN_AFTER_APPLY}}';
const SECRET = '****';
const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';

/** A change set as changes of a plan. */
export function stackChanges(view: ChangeSetView, { sources }: StackTemplate): readonly Change[] {
  const real = view.changes.filter(({ type, details }) => type !== RULE || !isOnlyWeights(details));
  if (real.length === 0) return [outputsChange()];
  return real.map((change) => {
    const withheld = view.withheld.includes(change.logicalId);
    return {
      action: actionOf(change),
      resource: change.logicalId,
      type: change.type,
      physicalId: change.physicalId,
      properties: propertyChanges(
        change.details.filter((detail) => !isAboutWeights(detail)),
        withheld,
      ),
      certainty: certaintyOf(change, withheld),
      at: sources[change.logicalId],
    };
  });
}

function isOnlyWeights(details: readonly PropertyDetailView[]): boolean {
  return details.length > 0 && details.every(isAboutWeights);
}

/** An executable change set without changes of resources: CloudFormation lists none for outputs and policies. */
function outputsChange(): Change {
  return {
    action: 'modify',
    resource: 'Outputs',
    type: 'AWS::CloudFormation::Stack',
    properties: [],
    certainty: 'certain',
  };
}

function actionOf({ action, replacement }: ResourceChangeView): Change['action'] {
  switch (action) {
    case 'Add':
    case 'Import':
      return 'add';
    case 'Remove':
      return 'remove';
    case 'Modify':
    case 'SyncWithActual':
    case 'Dynamic':
      return replacement === 'True' || replacement === 'Conditional' ? 'replace' : 'modify';
  }
}

/**
 * CloudFormation says Replacement True also where it does not know the new value yet, and lists resources whose referenced
 * attributes turn out to stay the same (aws-cloudformation/cloudformation-coverage-roadmap#2113, #759).
 */
function certaintyOf({ action, replacement, details }: ResourceChangeView, withheld: boolean): Change['certainty'] {
  if (action === 'Dynamic') return 'known-after-apply';
  if (action !== 'Modify' && action !== 'SyncWithActual') return 'certain';
  const decisive =
    replacement === 'True' ? details.filter(({ requiresRecreation }) => requiresRecreation === 'Always') : details;
  const known = decisive.some(({ after }) => after !== KNOWN_AFTER_APPLY);
  if (replacement === 'Conditional') return 'conditional';
  return known && !withheld ? 'certain' : 'known-after-apply';
}

/** One entry for each path: CloudFormation has one for each reason why a value changes. */
function propertyChanges(details: readonly PropertyDetailView[], withheld: boolean): readonly PropertyChange[] {
  const byPath = new Map(details.map((detail) => [propertyPath(detail), detail] as const));
  return [...byPath].map(([path, { before, after }]) =>
    withheld
      ? { path, before: { kind: 'known-after-apply' }, after: { kind: 'known-after-apply' } }
      : { path, before: shownValue(path, before), after: shownValue(path, after) },
  );
}

/** `/Properties/LaunchTemplateData/ImageId` → `LaunchTemplateData.ImageId`. */
export function propertyPath({ path }: PropertyDetailView): string {
  return path
    .replace(/^\/Properties\//, '')
    .replace(/^\//, '')
    .replaceAll('/', '.');
}

export function shownValue(path: string, value: string | undefined): ShownValue {
  if (value === undefined) return { kind: 'absent' };
  if (value.includes(KNOWN_AFTER_APPLY)) return { kind: 'known-after-apply' };
  if (value === SECRET) return { kind: 'secret' };
  return { kind: 'value', text: path.endsWith('UserData') ? Buffer.from(value, 'base64').toString() : value };
}
