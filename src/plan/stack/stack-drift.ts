import type { StackTemplate } from '../../model/stack-template.ts';
import type {
  ChangeSetView,
  DriftedResourceView,
  PropertyDetailView,
  ResourceChangeView,
} from '../../model/stack-views.ts';
import { isAboutWeights, isShifted } from './live-weights.ts';

type Resources = Pick<StackTemplate, 'resources'>;

/**
 * Of what is not as it was deployed, that which a person did: how ECS has shifted the traffic of a rule is ECS's own.
 */
export function changedByHand(
  drifted: readonly DriftedResourceView[],
  { resources }: Resources,
): readonly DriftedResourceView[] {
  return drifted.filter(
    ({ logicalId, status, differences }) =>
      status === 'DELETED' || !(isShifted(resources[logicalId]) && isOnlyWeights(differences)),
  );
}

/**
 * The changes of a change set without the rules whose traffic ECS shifts and of which only the weights differ: those
 * are ECS's, and stay as they are.
 */
export function ownChanges(
  { changes }: Pick<ChangeSetView, 'changes'>,
  { resources }: Resources,
): readonly ResourceChangeView[] {
  return changes.filter(({ logicalId, details }) => !(isShifted(resources[logicalId]) && isOnlyWeights(details)));
}

function isOnlyWeights(details: readonly PropertyDetailView[]): boolean {
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
    ...(unknown.length > 0 ? [`CloudFormation could not read the live state of ${unknown.join(', ')}.`] : []),
    ...(deleted.length > 0 ? [`Deleted by hand, and created again: ${deleted.join(', ')}.`] : []),
    ...(unread.length > 0
      ? [`CloudFormation cannot read whether these were changed by hand: ${unread.join(', ')}.`]
      : []),
  ];
}
