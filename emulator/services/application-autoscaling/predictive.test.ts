import { expect, test } from '@jest/globals';
import type { DescribeScalingPoliciesResponse } from '../../shapes/application-autoscaling.d.ts';
import { createApplicationAutoScalingTest, TARGET } from './testing.ts';

async function build() {
  const aas = createApplicationAutoScalingTest();
  await aas.call('RegisterScalableTarget', { ...TARGET, MinCapacity: 1, MaxCapacity: 4 });
  return aas;
}

const metric = (PredefinedMetricType: string) => ({
  TargetValue: 40,
  PredefinedMetricPairSpecification: { PredefinedMetricType },
});
const CPU = metric('ECSServiceCPUUtilization');

const put = (configuration: object | undefined) => ({
  PolicyType: 'PredictiveScaling',
  ...(configuration ? { PredictiveScalingPolicyConfiguration: configuration } : {}),
});

test('a predictive policy is described as it was put, and has no alarms', async () => {
  const aas = await build();
  const configuration = { MetricSpecifications: [CPU], Mode: 'ForecastAndScale' };
  await aas.putPolicy('ahead', put(configuration));
  const { ScalingPolicies } = await aas.call<DescribeScalingPoliciesResponse>('DescribeScalingPolicies', {
    ServiceNamespace: 'ecs',
  });
  expect(ScalingPolicies).toMatchObject([
    { PolicyType: 'PredictiveScaling', PredictiveScalingPolicyConfiguration: configuration, Alarms: [] },
  ]);
});

test.each<[object | undefined, string]>([
  [undefined, 'PredictiveScalingPolicyConfiguration must be specified'],
  [{ MetricSpecifications: [CPU, CPU] }, 'Exactly one MetricSpecification'],
  [{ MetricSpecifications: [{ TargetValue: 40 }] }, 'does not serve predictive scaling by other metrics'],
  [{ MetricSpecifications: [metric('ASGCPUUtilization')] }, 'Unsupported predefined metric pair: ASGCPUUtilization'],
  [{ MetricSpecifications: [CPU], MaxCapacityBuffer: 10 }, 'MaxCapacityBuffer goes with'],
  [{ MetricSpecifications: [CPU], MaxCapacityBreachBehavior: 'IncreaseMaxCapacity' }, 'MaxCapacityBuffer goes with'],
])('a predictive policy of %j is refused: %s', async (configuration, message) => {
  await expect((await build()).putPolicy('ahead', put(configuration))).rejects.toThrow(message);
});
