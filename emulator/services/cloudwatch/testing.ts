import type { TestWorld } from '../../core/testing.ts';
import { createTestWorld } from '../../core/testing.ts';
import type { WorldEvents } from '../../core/world.ts';
import type { DescribeAlarmsOutput, MetricAlarm } from '../../shapes/cloudwatch.d.ts';
import { createService } from './service.ts';

export interface CloudWatchTest extends TestWorld {
  readonly actions: WorldEvents['alarm-action'][];
  call<Output = unknown>(operation: string, input: object): Promise<Output>;
  /** Sends one value of the metric that `alarm` watches. */
  put(value: number, datum?: object): Promise<void>;
  putAlarm(input?: object): Promise<void>;
  alarm(): Promise<MetricAlarm>;
}

const DIMENSIONS = [
  { Name: 'ClusterName', Value: 'sample-ecs-cluster' },
  { Name: 'ServiceName', Value: 'sample-ecs-service' },
];

export const ALARM = {
  AlarmName: 'EcsScaleOutAlarm',
  Namespace: 'AWS/ECS',
  MetricName: 'CPUUtilization',
  Dimensions: DIMENSIONS,
  Statistic: 'Average',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 40,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
};

export function createCloudWatchTest(): CloudWatchTest {
  const test = createTestWorld({ services: (world) => ({ cloudwatch: createService(world) }) });
  const actions: WorldEvents['alarm-action'][] = [];
  test.world.on('alarm-action', (action) => void actions.push(action));
  const call = <Output = unknown>(operation: string, input: object) =>
    test.world.call<Output>('cloudwatch', operation, input);
  return {
    ...test,
    actions,
    call,
    put: async (Value, datum = {}) => {
      const MetricData = [{ MetricName: 'CPUUtilization', Dimensions: DIMENSIONS, Unit: 'Percent', Value, ...datum }];
      await call('PutMetricData', { Namespace: 'AWS/ECS', MetricData });
    },
    putAlarm: async (input = {}) => {
      await call('PutMetricAlarm', { ...ALARM, ...input });
    },
    alarm: async () => {
      const { MetricAlarms } = await call<DescribeAlarmsOutput>('DescribeAlarms', { AlarmNames: [ALARM.AlarmName] });
      const [alarm] = MetricAlarms ?? [];
      if (!alarm) throw new Error('there is no alarm');
      return alarm;
    },
  };
}
