import { isArn, texts, textsIn } from '../input.ts';
import type { FindResources } from './find.ts';

/** Services whose operations name one type of resource, each in one way. */
export const autoscalingResources: FindResources = ({ input, types }) => {
  if (types.required.length === 0) return [];
  return [...texts(input, 'AutoScalingGroupName'), ...textsIn(input, 'Tags', 'ResourceId')].map((name) => ({
    type: 'autoScalingGroup',
    names: { GroupFriendlyName: name },
  }));
};

export const cloudwatchResources: FindResources = ({ input, types }) => {
  const arns = texts(input, 'ResourceARN');
  if (arns.length > 0 || !types.required.includes('alarm')) return arns;
  return texts(input, 'AlarmName', 'AlarmNames').map((name) => ({ type: 'alarm', names: { AlarmName: name } }));
};

/** A scalable target's ARN holds an id that no request but those about tags names. */
export const applicationAutoscalingResources: FindResources = ({ input }) => texts(input, 'ResourceARN');

/** Rules of the default bus. */
export const eventsResources: FindResources = ({ input, types }) => {
  const arns = texts(input, 'ResourceARN');
  if (arns.length > 0 || !types.optional.includes('rule-on-default-event-bus')) return arns;
  return texts(input, 'Rule', 'Name').map((name) => ({ type: 'rule-on-default-event-bus', names: { RuleName: name } }));
};

export const stsResources: FindResources = ({ input }) => texts(input, 'RoleArn').filter(isArn);
