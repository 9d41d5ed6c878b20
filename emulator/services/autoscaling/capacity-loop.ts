import type { Cancel } from '../../core/clock.ts';
import { at, endActivity, startActivity, takeChanges } from './activities.ts';
import { launchMember } from './launching.ts';
import { activeRefresh, advanceRefresh, REFRESH_LAUNCH } from './refresh-progress.ts';
import type { AutoScaling, Group, Member } from './state.ts';
import { isAlive, isSuspended } from './state.ts';
import { terminateMember } from './termination.ts';
import { chooseVictim } from './termination-choice.ts';

const ALL_PROTECTED =
  'Could not scale to desired capacity because all remaining instances are protected from scale in.';

/**
 * Auto Scaling's loop, one turn at a time per group: unhealthy instances are replaced, a refresh goes on, and the
 * number of instances follows desired capacity. Turns come when something has happened, not by polling.
 */
export function createCapacityLoop(asg: () => AutoScaling): AutoScaling['wake'] {
  const timers = new Map<Group, { readonly due: number; readonly cancel: Cancel }>();
  const busy = new Map<Group, { again: boolean }>();

  const turn = async (group: Group): Promise<void> => {
    const running = busy.get(group);
    if (running) {
      running.again = true;
      return;
    }
    const state = { again: false };
    busy.set(group, state);
    try {
      await settle(asg(), group);
    } finally {
      busy.delete(group);
    }
    if (state.again) asg().wake(group);
  };

  return (group, afterMs) => {
    const { clock, latency, background } = asg().world;
    const due = clock.now() + (afterMs ?? latency('auto-scaling-reaction'));
    const pending = timers.get(group);
    if (pending && pending.due <= due) return;
    pending?.cancel();
    const cancel = clock.after(due - clock.now(), () => {
      timers.delete(group);
      background(turn(group));
    });
    timers.set(group, { due, cancel });
  };
}

async function settle(asg: AutoScaling, group: Group): Promise<void> {
  if (asg.groups.get(group.name) !== group) return;
  if (group.deleting) return empty(asg, group);
  replaceUnhealthy(asg, group);
  const goal = group.desired + (await advanceRefresh(asg, group));
  const alive = [...group.members.values()].filter(isAlive);
  if (alive.length >= goal) group.launchReasons.length = 0;
  if (alive.length < goal && !isSuspended(group, 'Launch'))
    await scaleOut(asg, group, { from: alive.length, to: goal });
  if (alive.length > goal && !isSuspended(group, 'Terminate')) scaleIn(asg, group, { alive, to: goal });
}

/** A group that is deleted by force goes when its last instance has gone. */
function empty(asg: AutoScaling, group: Group): void {
  if (group.members.size === 0) asg.groups.delete(group.name);
  const cause = at(asg, 'a user request force deleted AutoScalingGroup changing the desired capacity to 0.');
  for (const member of group.members.values())
    if (isAlive(member) || member.waits.length > 0) terminateMember(asg, group, member, { cause, skipHooks: true });
}

function replaceUnhealthy(asg: AutoScaling, group: Group): void {
  if (isSuspended(group, 'ReplaceUnhealthy')) return;
  for (const member of group.members.values()) {
    if (!isAlive(member) || member.health === 'Healthy') continue;
    terminateMember(asg, group, member, {
      cause: at(asg, `an instance was taken out of service in response to ${member.unhealthyBecause}.`),
    });
    group.launchReasons.push('an instance was launched in response to an unhealthy instance needing to be replaced.');
  }
}

async function scaleOut(asg: AutoScaling, group: Group, { from, to }: { from: number; to: number }): Promise<void> {
  const changes = takeChanges(group);
  const template = activeRefresh(group)?.desiredTemplate ?? group.settings.template;
  for (let count = from; count < to && !group.deleting; count++) {
    const reason =
      group.launchReasons.shift() ??
      (count >= group.desired
        ? REFRESH_LAUNCH
        : `an instance was started in response to a difference between desired and actual capacity, increasing the capacity from ${from} to ${to}.`);
    const launched = await launchMember(asg, group, { cause: `${changes}${at(asg, reason)}`, template });
    if (launched) continue;
    asg.wake(group, asg.world.latency('auto-scaling-launch-retry'));
    return;
  }
}

function scaleIn(asg: AutoScaling, group: Group, { alive, to }: { alive: readonly Member[]; to: number }): void {
  const left = new Set(alive);
  const changes = takeChanges(group);
  while (left.size > to) {
    const victim = choose(asg, group, [...left]);
    if (!victim) {
      reportProtection(asg, group, changes);
      break;
    }
    left.delete(victim);
    const cause = [
      `an instance was taken out of service in response to a difference between desired and actual capacity, shrinking the capacity from ${alive.length} to ${to}.`,
      `instance ${victim.instanceId} was selected for termination.`,
    ].map((sentence) => at(asg, sentence));
    terminateMember(asg, group, victim, { cause: `${changes}${cause.join('  ')}` });
  }
}

/** Instances in service go before those that still boot. */
function choose(asg: AutoScaling, { settings }: Group, members: readonly Member[]): Member | undefined {
  const open = members.filter(({ protectedFromScaleIn }) => !protectedFromScaleIn);
  const serving = open.filter(({ state }) => state === 'InService');
  const candidates = (serving.length > 0 ? serving : open).map((member) => ({
    ...member,
    templateAge: member.template.id === settings.template.id ? -Number(member.template.version) : 1,
  }));
  const victim = chooseVictim({
    instances: members,
    candidates,
    policies: settings.terminationPolicies,
    now: asg.world.clock.now(),
  });
  return members.find(({ instanceId }) => instanceId === victim?.instanceId);
}

/** Said once, until something else happens in the group. */
function reportProtection(asg: AutoScaling, group: Group, changes: string): void {
  if (group.activities[0]?.StatusMessage === ALL_PROTECTED) return;
  const activity = startActivity(asg, group, {
    description: ALL_PROTECTED,
    cause: `${changes}${at(asg, 'an instance was to be taken out of service in response to a difference between desired and actual capacity.')}`,
    status: 'InProgress',
  });
  endActivity(asg, activity, 'Failed', ALL_PROTECTED);
}
