import type { Consent } from '../../model/cluster.ts';
import type { Change, Danger, Unit } from '../../model/plan.ts';
import type { StackTemplate } from '../../model/stack-template.ts';
import type { ChangeSetView, StackView } from '../../model/stack-views.ts';
import { stackUnitId } from '../../model/unit-id.ts';
import { stackChanges } from './stack-changes.ts';
import { additions, templateDifferences } from './stack-comparison.ts';
import { type LiveReference, stackDangers } from './stack-dangers.ts';
import { stackDigest } from './stack-digest.ts';
import { driftNotes } from './stack-drift.ts';

/** How a stack stands against its template. */
export type StackComparison =
  | { readonly kind: 'same' }
  | { readonly kind: 'absent' }
  /** `tags` are those that the stack has; where they are left out, they are the wanted ones. */
  | { readonly kind: 'change-set'; readonly view: ChangeSetView; readonly tags?: StackView['tags'] }
  /** No change set can be made yet, and why: the live template stands in. */
  | { readonly kind: 'templates'; readonly live: string; readonly reason: string };

interface StackPlanInput {
  /** Name of the stack, where it is a service's: consents name it. */
  readonly serviceStack?: string | undefined;
  readonly desired: StackTemplate;
  readonly comparison: StackComparison;
  readonly allow: readonly Consent[];
  readonly references: readonly LiveReference[];
  /** Ids of units that come first. */
  readonly needs: readonly string[];
  readonly notes: readonly string[];
  /** Ids of instances that were launched with another version of the launch template and are to be replaced. */
  readonly outdatedInstances: readonly string[];
}

/** The unit of a stack: what would change, what it could cost, and whether that is allowed. */
export function planStack(input: StackPlanInput): Unit {
  const { desired, comparison, needs, outdatedInstances } = input;
  const id = stackUnitId(desired.name);
  const changes = [...changesOf(comparison, desired), ...refreshChange(outdatedInstances)];
  return {
    id,
    kind: 'stack',
    changes,
    dangers: dangersOf(input),
    needs,
    digest: stackDigest(id, changes, desired, { isListed: comparison.kind === 'change-set' }),
    notes: [...input.notes, ...notesOf(comparison)],
  };
}

function changesOf(comparison: StackComparison, desired: StackTemplate): readonly Change[] {
  switch (comparison.kind) {
    case 'same':
      return [];
    case 'absent':
      return additions(desired);
    case 'change-set':
      return stackChanges(comparison.view, desired, comparison.tags);
    case 'templates':
      return templateDifferences(comparison.live, desired);
  }
}

function refreshChange(instanceIds: readonly string[]): readonly Change[] {
  if (instanceIds.length === 0) return [];
  return [
    {
      action: 'replace',
      resource: 'instances of another launch template version',
      type: 'AWS::EC2::Instance',
      physicalId: instanceIds.join(', '),
      properties: [],
      certainty: 'certain',
      follows: 'LaunchTemplate',
    },
  ];
}

function dangersOf({ comparison, ...risks }: StackPlanInput): readonly Danger[] {
  if (comparison.kind !== 'change-set') return [];
  return stackDangers({ changes: comparison.view.changes, ...risks });
}

function notesOf(comparison: StackComparison): readonly string[] {
  switch (comparison.kind) {
    case 'same':
    case 'absent':
      return [];
    case 'templates':
      return [
        `${comparison.reason} What changes inside a resource, and what is replaced, is known only then, and needs a review of its own.`,
      ];
    case 'change-set': {
      const { withheld, warning } = comparison.view;
      const missing =
        withheld.length > 0 ? [`CloudFormation did not return the values of ${withheld.join(', ')}.`] : [];
      const warned = warning === undefined ? [] : [`CloudFormation warns: ${warning}`];
      return [...missing, ...warned, ...driftNotes(comparison.view)];
    }
  }
}
