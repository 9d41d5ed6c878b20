import { generatedName } from './names.ts';
import { pick } from './properties.ts';
import type { ResourceType } from './resource-type.ts';

const SETTINGS = [
  'AutoScalingGroupName',
  'DefaultResult',
  'HeartbeatTimeout',
  'LifecycleHookName',
  'LifecycleTransition',
  'NotificationMetadata',
  'NotificationTargetARN',
  'RoleARN',
];

export const autoscalingLifecycleHook: ResourceType = {
  type: 'AWS::AutoScaling::LifecycleHook',
  service: 'AutoScaling',
  serves: SETTINGS,
  latency: 'resource-default',
  naming: { property: 'LifecycleHookName', generate: generatedName(255) },
  create: async (properties, { call }) => {
    await call('autoscaling', 'PutLifecycleHook', pick(properties, SETTINGS));
    return String(properties['LifecycleHookName']);
  },
  update: async (name, { desired }, { call }) => {
    await call('autoscaling', 'PutLifecycleHook', { ...pick(desired, SETTINGS), LifecycleHookName: name });
  },
  remove: async (name, properties, { call }) => {
    const AutoScalingGroupName = properties['AutoScalingGroupName'];
    await call('autoscaling', 'DeleteLifecycleHook', { AutoScalingGroupName, LifecycleHookName: name });
  },
  attributes: async () => ({}),
};
