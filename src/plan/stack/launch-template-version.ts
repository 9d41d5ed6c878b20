import type { ResourceChangeView } from '../../model/stack-views.ts';
import { changedPlaces, isKnownAfterApply } from './stack-properties.ts';

/** The version of its launch template that a change set gives to an Auto Scaling group. */
interface GroupVersion {
  /** The property as a plan names it. */
  readonly property: string;
  readonly after: string;
}

/** undefined where the version stays, or is one that the change set makes and whose number is not known yet. */
export function groupVersion(change: ResourceChangeView): GroupVersion | undefined {
  if (change.type !== 'AWS::AutoScaling::AutoScalingGroup') return undefined;
  return change.details
    .flatMap((detail) => changedPlaces(change, detail))
    .flatMap(({ path: property, after }) => (after === undefined ? [] : [{ property, after }]))
    .find(({ property, after }) => property === 'LaunchTemplate.Version' && !isKnownAfterApply(after));
}
