import type { Cancel } from '../../core/clock.ts';
import { progress } from './activities.ts';
import type { AutoScaling, Group, LifecycleHookRecord, LifecycleResult, LifecycleWait, Member } from './state.ts';

/** However often heartbeats are recorded, no hook holds an instance for longer than 48 hours or 100 heartbeats. */
const GLOBAL_LIMIT_SECONDS = 172_800;

export const globalTimeoutSeconds = ({ heartbeatSeconds }: LifecycleHookRecord): number =>
  Math.min(GLOBAL_LIMIT_SECONDS, heartbeatSeconds * 100);

interface Held {
  readonly asg: AutoScaling;
  readonly group: Group;
  readonly member: Member;
  readonly transition: LifecycleHookRecord['transition'];
  /** Runs once: when every hook has been completed, or the first has been abandoned. */
  readonly settled: (result: LifecycleResult) => void;
}

/** Puts an instance into Pending:Wait or Terminating:Wait; false where no hook asks for that. */
export function hold({ asg, group, member, transition, settled }: Held): boolean {
  const hooks = [...group.hooks.values()].filter((hook) => hook.transition === transition);
  if (hooks.length === 0) return false;
  member.state = transition === 'autoscaling:EC2_INSTANCE_LAUNCHING' ? 'Pending:Wait' : 'Terminating:Wait';
  progress(member.activity, 'MidLifecycleAction', 60);
  member.waits = hooks.map((hook) => {
    const wait = createWait(asg, hook, (result) => {
      member.waits = member.waits.filter((other) => other !== wait);
      if (result === 'ABANDON') dropWaits(member);
      if (member.waits.length === 0) settled(result);
    });
    return wait;
  });
  for (const { hookName, token } of member.waits)
    asg.world.emit('lifecycle-action', {
      autoScalingGroupName: group.name,
      lifecycleHookName: hookName,
      lifecycleTransition: transition,
      lifecycleActionToken: token,
      instanceId: member.instanceId,
    });
  return true;
}

export function dropWaits(member: Member): void {
  for (const wait of member.waits) wait.drop();
  member.waits = [];
}

function createWait(
  { world }: AutoScaling,
  hook: LifecycleHookRecord,
  settled: (result: LifecycleResult) => void,
): LifecycleWait {
  const deadline = world.clock.now() + globalTimeoutSeconds(hook) * 1000;
  let cancel: Cancel = () => {};
  const settle = (result: LifecycleResult): void => {
    cancel();
    settled(result);
  };
  const extend = (): void => {
    cancel();
    const ms = Math.min(hook.heartbeatSeconds * 1000, deadline - world.clock.now());
    cancel = world.clock.after(ms, () => settle(hook.defaultResult));
  };
  extend();
  return { hookName: hook.name, token: world.random.uuid(), extend, settle, drop: () => cancel() };
}
