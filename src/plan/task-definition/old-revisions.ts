import { revisionName } from '../../model/arn.ts';
import type { Change } from '../../model/plan.ts';
import type { Service } from '../../model/service.ts';
import type { TaskDefinitionView } from '../../model/service-views.ts';
import { positionOf } from '../../model/source.ts';
import { STACK_TAGS } from '../../model/stack-names.ts';

/** The revisions beyond those that are kept, oldest first. `active` is newest first. */
export function revisionsBeyond(keep: number, active: readonly string[]): readonly string[] {
  return active.slice(keep).toReversed();
}

interface PlannedRevisions {
  /** ARNs of the family's ACTIVE revisions, newest first. */
  readonly active: readonly string[];
  /** Whether one more is to be registered. */
  readonly registers: boolean;
  /** What the service runs, and would go back to. */
  readonly live: string | undefined;
}

/** The row of the plan that tells what goes after the deployment; what is in use by then stays all the same. */
export function oldRevisionsChange(
  { keepRevisions, source }: Service,
  { active, registers, live }: PlannedRevisions,
): Change | undefined {
  if (keepRevisions === undefined) return undefined;
  const beyond = revisionsBeyond(keepRevisions - (registers ? 1 : 0), active).filter((arn) => arn !== live);
  if (beyond.length === 0) return undefined;
  const text = beyond.map((arn) => revisionName(arn)).join(', ');
  return {
    action: 'remove',
    resource: 'old revisions that nothing uses',
    type: 'AWS::ECS::TaskDefinition',
    properties: [{ path: 'revisions', before: { kind: 'value', text }, after: { kind: 'absent' } }],
    certainty: 'conditional',
    at: positionOf(source, ['keepRevisions']),
  };
}

/** Whether a revision was registered for this service by this toolkit, and is still there. */
export function isOwnRevision(view: TaskDefinitionView | undefined, cluster: string, service: string): boolean {
  if (view?.status !== 'ACTIVE') return false;
  return view.tags[STACK_TAGS.cluster] === cluster && view.tags[STACK_TAGS.service] === service;
}
