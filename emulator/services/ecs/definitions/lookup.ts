import { lastPart } from '../arns.ts';
import type { EcsState, TaskDefinitionRecord } from '../state.ts';

/** By ARN, `family:revision`, or `family`, which is its newest ACTIVE revision. */
export function findDefinition({ families }: EcsState, reference: string): TaskDefinitionRecord | undefined {
  const [family = '', revision] = lastPart(reference).split(':');
  const revisions = families.get(family) ?? [];
  if (revision === undefined) return revisions.findLast((one) => one?.definition.status === 'ACTIVE');
  return revisions[Number(revision) - 1];
}
