import type { ChangeSetView, DriftedResourceView, ResourceChangeView } from '../../model/stack-views.ts';
import { isAboutWeights } from './live-weights.ts';

/** Of what is not as it was deployed, that which a person did: how ECS has shifted the traffic of a rule is ECS's own. */
export function changedByHand(drifted: readonly DriftedResourceView[]): readonly DriftedResourceView[] {
  return drifted.filter(({ status, differences }) => status === 'DELETED' || !isOnlyWeights(differences));
}

/** The changes of a change set without the rules of which only the weights differ: those are ECS's, and stay as they are. */
export function ownChanges({ changes }: Pick<ChangeSetView, 'changes'>): readonly ResourceChangeView[] {
  return changes.filter(({ details }) => !isOnlyWeights(details));
}

function isOnlyWeights(details: Parameters<typeof changedByHand>[0][number]['differences']): boolean {
  return details.length > 0 && details.every(isAboutWeights);
}

function isRead(driftStatus: string | undefined): boolean {
  return driftStatus !== 'DELETED' && driftStatus !== 'UNKNOWN';
}

/** Cannot be read, and cannot be changed without another resource. */
const FIXED = ['/Properties/ListenerArn'];

/** What a table of properties cannot show of a change set that looked at what is live. */
export function driftNotes({ changes }: Pick<ChangeSetView, 'changes'>): readonly string[] {
  const deleted = changes.filter(({ driftStatus }) => driftStatus === 'DELETED').map(({ logicalId }) => logicalId);
  const unread = changes.flatMap(({ logicalId, driftStatus, ignoredDrift = [] }) =>
    ignoredDrift
      .filter(({ path, reason }) => isRead(driftStatus) && reason !== 'MANAGED_BY_AWS' && !FIXED.includes(path))
      .map(({ path }) => `${logicalId}.${path.replace(/^\/(Properties\/)?/, '').replaceAll('/', '.')}`),
  );
  const unknown = changes.filter(({ driftStatus }) => driftStatus === 'UNKNOWN').map(({ logicalId }) => logicalId);
  return [
    ...(unknown.length > 0 ? [`CloudFormation could not read what is live of ${unknown.join(', ')}.`] : []),
    ...(deleted.length > 0 ? [`Deleted by hand, and made again: ${deleted.join(', ')}.`] : []),
    ...(unread.length > 0
      ? [`CloudFormation cannot read whether these were changed by hand: ${unread.join(', ')}.`]
      : []),
  ];
}
