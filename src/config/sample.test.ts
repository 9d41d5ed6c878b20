import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readClusters } from './read-clusters.ts';

/** The working example in config/, as the loader reads it. */
const files = new Map(
  readdirSync('config', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .map((path) => [path, readFileSync(path)] as const),
);
const reading = readClusters({ path: 'config', files });

describe('the working example', () => {
  test('is right, without a warning', () => {
    expect(reading.issues).toEqual([]);
    expect(reading.warnings).toEqual([]);
  });

  test("is the source document's system under its own names", () => {
    const [cluster] = reading.clusters;
    const [service] = cluster?.services ?? [];
    expect(cluster).toMatchObject({
      name: 'sample-ecs-cluster',
      region: 'ap-northeast-1',
      network: { kind: 'default', availabilityZones: ['ap-northeast-1a', 'ap-northeast-1c'] },
      roles: {
        service: { kind: 'created', name: 'ecsServiceRole' },
        instance: { kind: 'created', name: 'ecsInstanceRole' },
      },
      capacity: {
        instanceScaling: 'managed',
        instanceType: 't2.medium',
        minSize: 2,
        maxSize: 4,
        associatePublicIpAddress: true,
        launchTemplateName: 'sample-autoscaling-setting',
        autoScalingGroupName: 'sample-autoscaling-group',
        securityGroupName: 'sample-autoscaling-sg',
      },
      loadBalancer: { name: 'sample-ecs-alb', securityGroupName: 'sample-alb-sg', scheme: 'internet-facing' },
    });
    expect(service).toMatchObject({
      name: 'sample-ecs-service',
      desiredCount: 2,
      loadBalancers: [{ containerName: 'nginx', containerPort: 80, targetGroup: { name: 'sample-ecs-tg' } }],
      scaling: {
        minCapacity: 2,
        maxCapacity: 4,
        steps: {
          scaleOut: {
            alarmName: 'EcsScaleOutAlarm',
            metricName: 'CPUUtilization',
            comparisonOperator: 'GreaterThanOrEqualToThreshold',
            thresholdPercent: 40,
          },
          scaleIn: {
            alarmName: 'EcsScaleInAlarm',
            metricName: 'CPUUtilization',
            comparisonOperator: 'LessThanThreshold',
            thresholdPercent: 20,
          },
        },
      },
    });
  });

  test('fits a rollout of four tasks on its two first instances', () => {
    const containers = reading.clusters[0]?.services[0]?.taskDefinition.definition['containerDefinitions'];
    const sum = (key: 'cpu' | 'memory') =>
      (containers as unknown as Record<string, number>[]).reduce(
        (total, container) => total + (container[key] ?? 0),
        0,
      );
    expect(8 * sum('cpu')).toBeLessThanOrEqual(2 * 2048);
    expect(8 * sum('memory')).toBeLessThanOrEqual(2 * 3900);
  });

  test.each([...files])('%s names its schema in the first line', (path, content) => {
    const [first = ''] = content.toString().split('\n');
    const [, schema = ''] = /^# yaml-language-server: \$schema=(.+)$/.exec(first) ?? [];
    const role = path.split('/').at(-1)?.split('.')[0];
    expect(new URL(schema, `file:///${path}`).pathname).toBe(`/schemas/${role}.schema.json`);
  });
});
