import type { PoliciesType, PolicyARNType } from '../../../shapes/autoscaling.d.ts';
import type { JsonObject } from '../template/json.ts';
import { generatedName } from './names.ts';
import { pick } from './properties.ts';
import type { ResourceContext, ResourceType } from './resource-type.ts';

const SETTINGS = [
  'AdjustmentType',
  'AutoScalingGroupName',
  'EstimatedInstanceWarmup',
  'MetricAggregationType',
  'MinAdjustmentMagnitude',
  'PolicyType',
  'ScalingAdjustment',
  'StepAdjustments',
  'TargetTrackingConfiguration',
];
const nameFor = generatedName(255);

/** Its name is always generated; its physical id is its ARN. */
export const autoscalingScalingPolicy: ResourceType = {
  type: 'AWS::AutoScaling::ScalingPolicy',
  service: 'AutoScaling',
  serves: ['Cooldown', ...SETTINGS],
  latency: 'resource-default',
  create: async (properties, context) => (await put(nameFor(context), properties, context)).PolicyARN ?? '',
  update: async (arn, { desired }, context) => {
    await put(await policyName(arn, desired, context), desired, context);
  },
  remove: async (arn, _properties, { call }) => {
    await call('autoscaling', 'DeletePolicy', { PolicyName: arn });
  },
  attributes: async (arn, properties, context) => ({
    Arn: arn,
    PolicyName: await policyName(arn, properties, context),
  }),
};

async function put(name: string, properties: JsonObject, { call }: ResourceContext): Promise<PolicyARNType> {
  const { Cooldown: cooldown } = properties;
  return call('autoscaling', 'PutScalingPolicy', {
    ...pick(properties, SETTINGS),
    PolicyName: name,
    Cooldown: cooldown === undefined ? undefined : Number(cooldown),
  });
}

async function policyName(arn: string, properties: JsonObject, { call }: ResourceContext): Promise<string> {
  const { ScalingPolicies: policies = [] } = await call<PoliciesType>('autoscaling', 'DescribePolicies', {
    AutoScalingGroupName: properties['AutoScalingGroupName'],
    PolicyNames: [arn],
  });
  return policies[0]?.PolicyName ?? '';
}
