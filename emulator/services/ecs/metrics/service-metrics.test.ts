import { expect, test } from '@jest/globals';
import { steadyService } from '../testing/expectations.ts';
import { ecsWorld } from '../testing/world.ts';

test('every minute a service says what its tasks use of their reservation', async () => {
  const ecs = await ecsWorld({ outcomes: { '**': { cpuUnits: 128, memoryMiB: 64 } } });
  await ecs.addInstance('ap-northeast-1a');
  await ecs.register({ cpu: 256 });
  await ecs.create();
  await ecs.advance(180_000);
  expect(ecs.metrics).toHaveLength(3);
  expect(ecs.metrics.at(-1)).toMatchObject({
    Namespace: 'AWS/ECS',
    MetricData: [
      {
        MetricName: 'CPUUtilization',
        Dimensions: [
          { Name: 'ClusterName', Value: 'c' },
          { Name: 'ServiceName', Value: 's' },
        ],
        Value: 50,
        Unit: 'Percent',
      },
      { MetricName: 'MemoryUtilization', Value: 25 },
    ],
  });
});

test('a service without a running task has no datapoints', async () => {
  const ecs = await ecsWorld();
  await steadyService(ecs, { desiredCount: 0 });
  expect(ecs.metrics).toEqual([]);
});
