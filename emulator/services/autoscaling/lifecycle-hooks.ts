import { AwsError } from '../../core/errors.ts';
import type {
  CompleteLifecycleActionType,
  DeleteLifecycleHookType,
  DescribeLifecycleHooksAnswer,
  DescribeLifecycleHooksType,
  LifecycleHook,
  LifecycleHookSpecification,
  PutLifecycleHookType,
  RecordLifecycleActionHeartbeatType,
} from '../../shapes/autoscaling.d.ts';
import { findGroup, findLiveGroup, invalid } from './errors.ts';
import { globalTimeoutSeconds } from './lifecycle-waits.ts';
import type { AutoScaling, Group, LifecycleHookRecord, LifecycleWait } from './state.ts';

const LIMIT = 50;

/** A hook with AWS's defaults, over those that it had: one hour, then ABANDON. */
export function hookFrom(
  given: Omit<LifecycleHookSpecification, 'LifecycleTransition'> & {
    readonly LifecycleTransition?: string | undefined;
  },
  before?: LifecycleHookRecord,
): LifecycleHookRecord {
  const transition = given.LifecycleTransition ?? before?.transition;
  if (transition !== 'autoscaling:EC2_INSTANCE_LAUNCHING' && transition !== 'autoscaling:EC2_INSTANCE_TERMINATING')
    throw invalid(
      transition === undefined
        ? 'The LifecycleTransition must be specified for new hooks.'
        : `Invalid lifecycle transition: ${transition}`,
    );
  const defaultResult = given.DefaultResult ?? before?.defaultResult ?? 'ABANDON';
  if (defaultResult !== 'CONTINUE' && defaultResult !== 'ABANDON')
    throw invalid(`Default Result must be either CONTINUE or ABANDON.`);
  const heartbeatSeconds = given.HeartbeatTimeout ?? before?.heartbeatSeconds ?? 3600;
  if (heartbeatSeconds < 30 || heartbeatSeconds > 7200)
    throw invalid('Heartbeat timeout must be between 30 and 7200 seconds.');
  return {
    name: given.LifecycleHookName,
    transition,
    heartbeatSeconds,
    defaultResult,
    notificationMetadata: given.NotificationMetadata ?? before?.notificationMetadata,
    notificationTargetArn: given.NotificationTargetARN ?? before?.notificationTargetArn,
    roleArn: given.RoleARN ?? before?.roleArn,
  };
}

const view = (group: Group, hook: LifecycleHookRecord): LifecycleHook => ({
  LifecycleHookName: hook.name,
  AutoScalingGroupName: group.name,
  LifecycleTransition: hook.transition,
  HeartbeatTimeout: hook.heartbeatSeconds,
  GlobalTimeout: globalTimeoutSeconds(hook),
  DefaultResult: hook.defaultResult,
  NotificationMetadata: hook.notificationMetadata,
  NotificationTargetARN: hook.notificationTargetArn,
  RoleARN: hook.roleArn,
});

type Reference = Pick<CompleteLifecycleActionType, 'LifecycleHookName' | 'LifecycleActionToken' | 'InstanceId'>;

/** The wait that a request means, by its token or by the instance that waits. */
function findWait(
  { members }: Group,
  { LifecycleHookName, LifecycleActionToken, InstanceId }: Reference,
): LifecycleWait {
  if (LifecycleActionToken === undefined && InstanceId === undefined)
    throw invalid('Either LifecycleActionToken or InstanceId must be specified.');
  const wait = [...members.values()]
    .filter(({ instanceId }) => InstanceId === undefined || instanceId === InstanceId)
    .flatMap(({ waits }) => waits)
    .find(
      ({ hookName, token }) =>
        hookName === LifecycleHookName && (LifecycleActionToken === undefined || token === LifecycleActionToken),
    );
  if (wait) return wait;
  throw invalid(
    LifecycleActionToken === undefined
      ? `No active Lifecycle Action found with instance ID ${InstanceId}`
      : `No active Lifecycle Action found with token ${LifecycleActionToken}`,
  );
}

function findHook(group: Group, name: string): LifecycleHookRecord {
  const hook = group.hooks.get(name);
  if (!hook) throw invalid(`No Lifecycle Hook found with name: ${name}`);
  return hook;
}

export function lifecycleHookOperations(asg: AutoScaling) {
  return {
    PutLifecycleHook: (input: PutLifecycleHookType): object => {
      const group = findLiveGroup(asg, input.AutoScalingGroupName);
      const hook = hookFrom(input, group.hooks.get(input.LifecycleHookName));
      if (!group.hooks.has(hook.name) && group.hooks.size >= LIMIT)
        throw new AwsError('LimitExceeded', `An Auto Scaling group can have at most ${LIMIT} lifecycle hooks.`);
      group.hooks.set(hook.name, hook);
      return {};
    },

    /** Instances that the hook holds go on: those that launch are abandoned, those that terminate continue. */
    DeleteLifecycleHook: ({ AutoScalingGroupName, LifecycleHookName }: DeleteLifecycleHookType): object => {
      const group = findLiveGroup(asg, AutoScalingGroupName);
      const hook = findHook(group, LifecycleHookName);
      group.hooks.delete(hook.name);
      const result = hook.transition === 'autoscaling:EC2_INSTANCE_LAUNCHING' ? 'ABANDON' : 'CONTINUE';
      for (const { waits } of group.members.values())
        for (const wait of waits.filter(({ hookName }) => hookName === hook.name)) wait.settle(result);
      return {};
    },

    DescribeLifecycleHooks: (input: DescribeLifecycleHooksType): DescribeLifecycleHooksAnswer => {
      const group = findGroup(asg, input.AutoScalingGroupName);
      const names = input.LifecycleHookNames;
      const hooks = names?.length ? names.map((name) => findHook(group, name)) : [...group.hooks.values()];
      return { LifecycleHooks: hooks.map((hook) => view(group, hook)) };
    },

    CompleteLifecycleAction: (input: CompleteLifecycleActionType): object => {
      const group = findGroup(asg, input.AutoScalingGroupName);
      findHook(group, input.LifecycleHookName);
      const result = input.LifecycleActionResult;
      if (result !== 'CONTINUE' && result !== 'ABANDON')
        throw invalid('LifecycleActionResult must be either CONTINUE or ABANDON.');
      findWait(group, input).settle(result);
      return {};
    },

    RecordLifecycleActionHeartbeat: (input: RecordLifecycleActionHeartbeatType): object => {
      const group = findGroup(asg, input.AutoScalingGroupName);
      findHook(group, input.LifecycleHookName);
      findWait(group, input).extend();
      return {};
    },
  };
}
