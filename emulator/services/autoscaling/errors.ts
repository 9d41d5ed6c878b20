import { AwsError } from '../../core/errors.ts';
import type { AutoScaling, Group } from './state.ts';

export const invalid = (message: string): AwsError => new AwsError('ValidationError', message);

export const unserved = (what: string): AwsError => invalid(`This emulator does not serve ${what}`);

export function findGroup({ groups }: AutoScaling, name: string | undefined): Group {
  const group = groups.get(name ?? '');
  if (!group) throw invalid(`AutoScalingGroup name not found - AutoScalingGroup '${name}' not found`);
  return group;
}

/** Nothing but reading can be done to a group that is being deleted. */
export function findLiveGroup(asg: AutoScaling, name: string | undefined): Group {
  const group = findGroup(asg, name);
  if (group.deleting)
    throw new AwsError('ScalingActivityInProgress', `AutoScalingGroup '${group.name}' is pending delete.`);
  return group;
}
