import type { AlarmView, ScalableTargetView, ScalingPolicyView } from '../../src/model/service-views.ts';
import type { Scaling } from '../../src/ports/scaling.ts';

/** Scaling of one service; `writes` gets the name of every call that changes something. */
export function fakeScaling(writes: string[] = []): Scaling {
  let target: ScalableTargetView | undefined;
  let policies: readonly ScalingPolicyView[] = [];
  const alarms = new Map<string, AlarmView>();
  return {
    target: async () => target,
    registerTarget: async (_, __, bounds) => {
      writes.push('RegisterScalableTarget');
      target = bounds;
    },
    deregisterTarget: async () => {
      writes.push('DeregisterScalableTarget');
      target = undefined;
    },
    policies: async () => policies,
    putPolicy: async (_, __, policy) => {
      writes.push('PutScalingPolicy');
      const name = String(policy['PolicyName']);
      const arn = `arn:policy/${name}`;
      policies = [...policies.filter((each) => each.name !== name), { name, arn, alarmNames: [], description: policy }];
      return arn;
    },
    deletePolicy: async (_, __, policyName) => {
      writes.push('DeleteScalingPolicy');
      policies = policies.filter(({ name }) => name !== policyName);
    },
    alarms: async (names) => names.map((name) => alarms.get(name)),
    putAlarm: async (description, tags) => {
      writes.push('PutMetricAlarm');
      const name = String(description['AlarmName']);
      alarms.set(name, { name, state: 'OK', actions: [], tags, description });
    },
    deleteAlarms: async (names) => {
      writes.push('DeleteAlarms');
      for (const name of names) alarms.delete(name);
    },
  };
}
