import type { Change } from '../../model/plan.ts';
import type { StackTemplate } from '../../model/stack-template.ts';
import type { ChangeSetView, ResourceChangeView, StackView } from '../../model/stack-views.ts';
import { isShifted } from './live-weights.ts';
import { ownChanges } from './stack-drift.ts';
import { isKnownAfterApply, isUntoldTags, stackPropertyChanges, stackTagChanges } from './stack-properties.ts';

/** A change set as changes of a plan. `tags` are those that the stack has. */
export function stackChanges(
  view: ChangeSetView,
  desired: StackTemplate,
  tags: StackView['tags'] = desired.tags,
): readonly Change[] {
  const { sources, tags: wanted, resources } = desired;
  const tagRows = stackTagChanges(tags, wanted);
  const changes = ownChanges(view, desired);
  if (changes.length === 0) return [outputsChange()];
  return changes.map((change) => {
    const isWithheld = view.withheld.includes(change.logicalId);
    const withoutWeights = isShifted(resources[change.logicalId]);
    return {
      action: actionOf(change),
      resource: change.logicalId,
      type: change.type,
      physicalId: change.physicalId,
      properties: stackPropertyChanges(change, { isWithheld, withoutWeights }).flatMap((row) =>
        tagRows.length > 0 && isUntoldTags(row) ? tagRows : [row],
      ),
      certainty: certaintyOf(change, isWithheld),
      ...(change.policyAction?.endsWith('Retain') && { isKept: true }),
      ...(change.driftStatus === 'DELETED' && { isMadeAgain: true }),
      at: sources[change.logicalId],
    };
  });
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
 * CloudFormation says Replacement True also where it does not know the new value yet, and lists resources whose
 * referenced attributes turn out to stay the same (aws-cloudformation/cloudformation-coverage-roadmap#2113, #759).
 */
function certaintyOf({ action, replacement, details }: ResourceChangeView, isWithheld: boolean): Change['certainty'] {
  if (action === 'Dynamic') return 'known-after-apply';
  if (action !== 'Modify' && action !== 'SyncWithActual') return 'certain';
  const decisive =
    replacement === 'True' ? details.filter(({ requiresRecreation }) => requiresRecreation === 'Always') : details;
  const known = decisive.some(({ after }) => !isKnownAfterApply(after));
  if (replacement === 'Conditional') return 'conditional';
  return known && !isWithheld ? 'certain' : 'known-after-apply';
}
