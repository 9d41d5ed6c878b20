import type { PutScalingPolicyResponse } from '../../../shapes/application-autoscaling.d.ts';
import type { JsonObject } from '../template/json.ts';
import { pick } from './properties.ts';
import type { ResourceContext, ResourceType } from './resource-type.ts';
import { Refused } from './resource-type.ts';

const TARGET = ['ResourceId', 'ScalableDimension', 'ServiceNamespace'];
const SETTINGS = [
  'PolicyName',
  'PolicyType',
  'StepScalingPolicyConfiguration',
  'TargetTrackingScalingPolicyConfiguration',
];

/** Its target is named by the target's physical id, or by the three members that make it. */
export const applicationAutoscalingScalingPolicy: ResourceType = {
  type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
  service: 'ApplicationAutoScaling',
  serves: ['ScalingTargetId', ...TARGET, ...SETTINGS],
  latency: 'resource-default',
  create: async (properties, context) => put(properties, context),
  update: async (_arn, { desired }, context) => {
    await put(desired, context);
  },
  remove: async (_arn, properties, { call }) => {
    const identity = { ...target(properties), PolicyName: properties['PolicyName'] };
    await call('application-autoscaling', 'DeleteScalingPolicy', identity);
  },
  attributes: async (arn) => ({ Arn: arn }),
};

async function put(properties: JsonObject, { call }: ResourceContext): Promise<string> {
  const { PolicyARN: arn } = await call<PutScalingPolicyResponse>('application-autoscaling', 'PutScalingPolicy', {
    ...pick(properties, SETTINGS),
    ...target(properties),
  });
  return arn;
}

function target(properties: JsonObject): JsonObject {
  const { ScalingTargetId: id } = properties;
  if (id === undefined) return pick(properties, TARGET);
  const [ResourceId, ScalableDimension, ServiceNamespace] = String(id).split('|');
  if (!ResourceId || !ScalableDimension || !ServiceNamespace)
    throw new Refused(`Invalid ScalingTargetId: ${String(id)}`);
  return { ResourceId, ScalableDimension, ServiceNamespace };
}
