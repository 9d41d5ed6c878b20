import { AwsError } from '../../core/errors.ts';
import { at } from './activities.ts';
import { resolveTemplate } from './launch-template.ts';
import type { RefreshStep } from './refresh-step.ts';
import { refreshStep } from './refresh-step.ts';
import type { AutoScaling, Group, InstanceRefreshRecord, Member } from './state.ts';
import { isAlive } from './state.ts';
import { terminateMember } from './termination.ts';

/** How long a refresh waits for somebody to end the protection of the last instances. */
const PROTECTION_PATIENCE_MS = 3_600_000;

export const REFRESH_LAUNCH = 'an instance was launched in response to an instance refresh.';

export const activeRefresh = ({ refreshes }: Group): InstanceRefreshRecord | undefined =>
  refreshes.find(({ status }) => status === 'Pending' || status === 'InProgress');

export function endRefresh(
  { world }: AutoScaling,
  refresh: InstanceRefreshRecord,
  status: 'Successful' | 'Failed' | 'Cancelled',
  reason?: string,
): void {
  refresh.status = status;
  refresh.reason = reason;
  refresh.endedAt = world.clock.now();
}

/**
 * Which instances a refresh has to replace: all, or with SkipMatching those that differ from what would be launched
 * now.
 */
async function chooseOutdated(
  asg: AutoScaling,
  group: Group,
  { desiredTemplate, preferences }: InstanceRefreshRecord,
): Promise<Member[]> {
  const members = [...group.members.values()].filter(isAlive);
  if (!preferences.SkipMatching) return members;
  const { reference, imageId } = await resolveTemplate(asg, desiredTemplate ?? group.settings.template);
  return members.filter(
    ({ template, imageId: image }) =>
      template.id !== reference.id || template.version !== reference.version || image !== imageId,
  );
}

/** false where the template that instances are to be compared with cannot be read: the refresh has failed. */
async function begin(asg: AutoScaling, group: Group, refresh: InstanceRefreshRecord): Promise<boolean> {
  try {
    for (const { instanceId } of await chooseOutdated(asg, group, refresh)) refresh.outdated.add(instanceId);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    endRefresh(asg, refresh, 'Failed', error.message);
    return false;
  }
  const total = refresh.outdated.size;
  Object.assign(refresh, { status: 'InProgress', total, remaining: total });
  return true;
}

const warmedAt = (member: Member, warmupSeconds: number): number =>
  (member.inServiceAt ?? Number.POSITIVE_INFINITY) + warmupSeconds * 1000;

/**
 * Takes a group's refresh one step further and returns how many instances more than desired it needs for now. Wakes the
 * group itself when the next instance has warmed up.
 */
export async function advanceRefresh(asg: AutoScaling, group: Group): Promise<number> {
  const refresh = activeRefresh(group);
  if (!refresh || group.suspended.has('InstanceRefresh')) return 0;
  if (refresh.status === 'Pending' && !(await begin(asg, group, refresh))) return 0;
  const { preferences } = refresh;
  const now = asg.world.clock.now();
  const alive = [...group.members.values()].filter(isAlive);
  const isReady = (member: Member): boolean =>
    member.state === 'InService' && member.health === 'Healthy' && warmedAt(member, preferences.InstanceWarmup) <= now;
  if (preferences.ScaleInProtectedInstances === 'Ignore')
    for (const { instanceId, protectedFromScaleIn } of alive)
      if (protectedFromScaleIn) refresh.outdated.delete(instanceId);
  const step = refreshStep({
    desired: group.desired,
    minHealthyPercentage: preferences.MinHealthyPercentage,
    maxHealthyPercentage: preferences.MaxHealthyPercentage,
    instances: alive.map((member) => ({
      instanceId: member.instanceId,
      outdated: refresh.outdated.has(member.instanceId),
      // What was there before has warmed up long ago, as far as the refresh cares.
      ready: isReady(member) || (refresh.outdated.has(member.instanceId) && member.state === 'InService'),
      blocked: member.protectedFromScaleIn && preferences.ScaleInProtectedInstances === 'Wait',
    })),
  });
  for (const id of step.terminate) {
    const member = group.members.get(id);
    const cause = at(asg, 'an instance was taken out of service in response to an instance refresh.');
    if (member)
      terminateMember(asg, group, member, {
        cause: `${cause}  ${at(asg, `instance ${id} was selected for termination.`)}`,
      });
    if (preferences.MaxHealthyPercentage <= 100) group.launchReasons.push(REFRESH_LAUNCH);
  }
  account(asg, group, refresh, { step, isReady });
  wakeWhenWarm(asg, group, preferences.InstanceWarmup);
  return activeRefresh(group) ? step.surplus : 0;
}

function account(
  asg: AutoScaling,
  group: Group,
  refresh: InstanceRefreshRecord,
  { step, isReady }: { step: RefreshStep; isReady: (member: Member) => boolean },
): void {
  const now = asg.world.clock.now();
  const members = [...group.members.values()];
  const left = members.filter(({ instanceId }) => refresh.outdated.has(instanceId)).length;
  const fresh = members.filter(({ launchedAt }) => launchedAt >= refresh.startedAt);
  const replaced = Math.min(refresh.total - left, fresh.filter(isReady).length);
  refresh.remaining = refresh.total - replaced;
  refresh.percentage = refresh.total === 0 ? 100 : Math.floor((100 * replaced) / refresh.total);
  const alive = members.filter(isAlive);
  if (left === 0 && alive.length === group.desired && fresh.filter(isAlive).every(isReady)) {
    Object.assign(refresh, { remaining: 0, percentage: 100 });
    if (refresh.desiredTemplate) group.settings = { ...group.settings, template: refresh.desiredTemplate };
    endRefresh(asg, refresh, 'Successful');
    return;
  }
  const cold = fresh.find((member) => isAlive(member) && !isReady(member));
  refresh.reason =
    cold && `Waiting for instances to warm up before continuing. For example: ${cold.instanceId} is warming up.`;
  refresh.blockedSince = step.blocked ? (refresh.blockedSince ?? now) : undefined;
  if (refresh.blockedSince === undefined) return;
  refresh.reason = 'Waiting for scale-in protection to be removed from the remaining instances.';
  const end = refresh.blockedSince + PROTECTION_PATIENCE_MS;
  if (now >= end)
    endRefresh(
      asg,
      refresh,
      'Failed',
      'Remaining instances are protected from scale in, and the wait of one hour is over.',
    );
  else asg.wake(group, end - now);
}

function wakeWhenWarm(asg: AutoScaling, group: Group, warmupSeconds: number): void {
  const now = asg.world.clock.now();
  const waits = [...group.members.values()]
    .map((member) => warmedAt(member, warmupSeconds) - now)
    .filter((ms) => ms > 0 && Number.isFinite(ms));
  if (waits.length > 0) asg.wake(group, Math.min(...waits));
}
