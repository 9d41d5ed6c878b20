import type { Adjustment } from '../../core/capacity-arithmetic.ts';
import { adjust, clamp, proportionate, stepFor } from '../../core/capacity-arithmetic.ts';
import { changeDesired, isCoolingDown } from './desired-capacity.ts';
import type { ScalingPolicyRecord } from './scaling-policy.ts';
import type { AutoScaling, Group, Member } from './state.ts';
import { isAlive } from './state.ts';

export interface Trigger {
  /** The beginning of the sentence that an activity gives as its cause. */
  readonly why: string;
  readonly value: number | undefined;
  readonly threshold: number | undefined;
  /** False: a simple scaling policy acts even now. */
  readonly honorCooldown: boolean;
}

/** The capacity that a policy asks for now; undefined where it asks for nothing. */
function wanted(asg: AutoScaling, group: Group, policy: ScalingPolicyRecord, trigger: Trigger): number | undefined {
  const { settings } = policy;
  const { value, threshold } = trigger;
  switch (settings.type) {
    case 'SimpleScaling': {
      const { adjustmentType: type, amount, minMagnitude } = settings;
      if (trigger.honorCooldown && isCoolingDown(asg, group)) return undefined;
      return adjust(group.desired, { type, amount, minMagnitude });
    }
    case 'StepScaling': {
      if (value === undefined || threshold === undefined) return undefined;
      const step = stepFor(settings.steps, value - threshold);
      if (!step) return undefined;
      const { adjustmentType: type, minMagnitude } = settings;
      return stepped(asg, group, { type, amount: step.ScalingAdjustment, minMagnitude });
    }
    case 'TargetTrackingScaling': {
      const target = settings.tracking.TargetValue;
      if (value === undefined) return undefined;
      const { length } = [...group.members.values()].filter(
        (member) => member.state === 'InService' && !isCold(asg, group, member),
      );
      // From nothing, a proportion of one leads out; the metric says by how much.
      const capacity = proportionate(Math.max(length, value > target ? 1 : 0), { value, target });
      if (value > target) return Math.max(group.desired, capacity);
      return settings.tracking.DisableScaleIn || isWarming(asg, group) ? undefined : Math.min(group.desired, capacity);
    }
  }
}

/**
 * A step out is taken from the capacity without instances that still warm up, a step in from the capacity with
 * instances that are still going: alarms that repeat themselves change nothing twice. No step in while a step out is
 * under way.
 */
function stepped(asg: AutoScaling, group: Group, adjustment: Adjustment): number | undefined {
  const warming = isWarming(asg, group);
  const out = adjust(warming ? (group.scaleOut?.from ?? group.desired) : group.desired, adjustment);
  if (out > group.desired || adjustment.type === 'ExactCapacity') return out;
  if (warming || adjustment.amount >= 0) return undefined;
  return Math.min(group.desired, adjust(Math.max(group.desired, group.members.size), adjustment));
}

/** Whether an instance that a scale-out has brought does not count yet. */
function isCold({ world }: AutoScaling, { scaleOut }: Group, { launchedAt, inServiceAt }: Member): boolean {
  if (!scaleOut || launchedAt < scaleOut.since) return false;
  return inServiceAt === undefined || world.clock.now() < inServiceAt + scaleOut.warmupSeconds * 1000;
}

function isWarming(asg: AutoScaling, group: Group): boolean {
  const alive = [...group.members.values()].filter(isAlive);
  return (
    group.scaleOut !== undefined && (alive.length < group.desired || alive.some((member) => isCold(asg, group, member)))
  );
}

/** Runs a policy: desired capacity moves, within the group's bounds, as the policy asks. */
export function executePolicy(asg: AutoScaling, group: Group, policy: ScalingPolicyRecord, trigger: Trigger): void {
  const capacity = wanted(asg, group, policy, trigger);
  if (capacity === undefined) return;
  const to = clamp(capacity, { min: group.settings.minSize, max: group.settings.maxSize });
  const from = group.desired;
  if (to === from) return;
  if (to > from && policy.settings.type !== 'SimpleScaling') {
    const { defaultWarmupSeconds, defaultCooldownSeconds } = group.settings;
    const warmupSeconds = policy.warmupSeconds ?? defaultWarmupSeconds ?? defaultCooldownSeconds;
    const running = isWarming(asg, group) ? group.scaleOut : undefined;
    group.scaleOut = { from: running?.from ?? from, since: running?.since ?? asg.world.clock.now(), warmupSeconds };
  }
  if (policy.settings.type === 'SimpleScaling')
    group.cooldownSeconds = policy.settings.cooldownSeconds ?? group.settings.defaultCooldownSeconds;
  changeDesired(asg, group, { to, why: trigger.why });
}

/** Acts on an alarm whose action is one of the groups' policies. */
export function alarmActed(
  asg: AutoScaling,
  {
    actionArn,
    alarmName,
    value,
    threshold,
  }: { actionArn: string; alarmName: string; value: number; threshold: number | undefined },
): void {
  for (const group of asg.groups.values())
    for (const policy of group.policies.values()) {
      if (policy.arn !== actionArn || !policy.enabled || group.deleting || group.suspended.has('AlarmNotification'))
        continue;
      const why = `a monitor alarm ${alarmName} in state ALARM triggered policy ${policy.name}`;
      executePolicy(asg, group, policy, { why, value, threshold, honorCooldown: true });
    }
}
