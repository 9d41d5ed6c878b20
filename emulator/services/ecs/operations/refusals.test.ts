import { describe, expect, test } from '@jest/globals';
import { steadyService } from '../testing/expectations.ts';
import { TARGET_GROUP } from '../testing/load-balancer.ts';
import { type EcsWorld, ecsWorld } from '../testing/world.ts';

const lb = { targetGroupArn: TARGET_GROUP, containerName: 'app', containerPort: 8080 };

async function refusal(ecs: EcsWorld, operation: string, input: object): Promise<string> {
  return ecs.request('ecs', operation, input).then(
    () => 'accepted',
    (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
  );
}

describe('CreateService refuses', () => {
  test.each<[string, object, string]>([
    ['a missing cluster', { cluster: 'nowhere' }, 'ClusterNotFoundException: Cluster not found.'],
    ['a missing task definition', { taskDefinition: 'nothing' }, 'ClientException: TaskDefinition not found.'],
    [
      'a container that does not exist',
      { loadBalancers: [{ ...lb, containerName: 'web' }] },
      'InvalidParameterException: The container web does not exist in the task definition.',
    ],
    [
      'a port that the container lacks',
      { loadBalancers: [{ ...lb, containerPort: 81 }] },
      'InvalidParameterException: The container app did not have a container port 81 defined.',
    ],
    [
      'a missing target group',
      { loadBalancers: [{ ...lb, targetGroupArn: `${TARGET_GROUP}0` }] },
      'InvalidParameterException: Unable to assume role and validate the specified targetGroupArn. Please verify that the ECS service role being passed has the proper permissions.',
    ],
    [
      'launch type and strategy together',
      { launchType: 'EC2', capacityProviderStrategy: [{ capacityProvider: 'p', weight: 1 }] },
      'InvalidParameterException: Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.',
    ],
    [
      '100/100',
      { deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 100 } },
      'InvalidParameterException: Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.',
    ],
    [
      'a grace period without a load balancer',
      { loadBalancers: [], healthCheckGracePeriodSeconds: 30 },
      'InvalidParameterException: Health check grace period is only valid for services configured to use load balancers',
    ],
    [
      'early success without a percentage',
      { deploymentConfiguration: { earlySuccessCriteria: { enable: true } } },
      'InvalidParameterException: healthyPercent is required when earlySuccessCriteria is enabled.',
    ],
    [
      'early success below the minimum',
      { deploymentConfiguration: { earlySuccessCriteria: { enable: true, healthyPercent: 50 } } },
      'InvalidParameterException: healthyPercent must be greater than or equal to minimumHealthyPercent.',
    ],
    [
      'another strategy than ROLLING with plain load balancers',
      { deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1 } },
      'InvalidParameterException: advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy',
    ],
    [
      'Fargate',
      { launchType: 'FARGATE' },
      'UnsupportedFeatureException: This emulator runs tasks with the launch type EC2, not FARGATE.',
    ],
    [
      'a tag twice',
      {
        tags: [
          { key: 'x', value: 'y' },
          { key: 'x', value: 'z' },
        ],
      },
      "InvalidParameterException: The tag key 'x' is given more than once.",
    ],
    [
      'reserved tags',
      { tags: [{ key: 'aws:x', value: 'y' }] },
      "InvalidParameterException: Tag keys that start with 'aws:' are reserved for AWS.",
    ],
  ])('%s', async (_, change, expected) => {
    const ecs = await ecsWorld();
    await ecs.register({});
    const input = {
      cluster: 'c',
      serviceName: 's',
      taskDefinition: 'f',
      desiredCount: 1,
      loadBalancers: [lb],
      ...change,
    };
    expect(await refusal(ecs, 'CreateService', input)).toBe(expected);
  });

  test('a target group without a load balancer', async () => {
    const ecs = await ecsWorld({ targetGroup: { attached: false } });
    await ecs.register({});
    await expect(ecs.create()).rejects.toThrow(
      `The target group with targetGroupArn ${TARGET_GROUP} does not have an associated load balancer.`,
    );
  });

  test('an inactive task definition, as UpdateService does', async () => {
    const ecs = await ecsWorld();
    await steadyService(ecs);
    await ecs.register({});
    await ecs.call('DeregisterTaskDefinition', { taskDefinition: 'f:2' });
    const inactive = 'ClientException: TaskDefinition is inactive';
    const create = { cluster: 'c', serviceName: 't', taskDefinition: 'f:2', desiredCount: 1 };
    expect(await refusal(ecs, 'CreateService', create)).toBe(inactive);
    expect(await refusal(ecs, 'UpdateService', { cluster: 'c', service: 's', taskDefinition: 'f:2' })).toBe(inactive);
  });

  test('a name that is taken, unless the request is the same under the same token', async () => {
    const ecs = await ecsWorld();
    await ecs.register({});
    const created = await ecs.create({ clientToken: 'token' });
    expect((await ecs.create({ clientToken: 'token' })).serviceArn).toBe(created.serviceArn);
    for (const change of [{ clientToken: 'token', desiredCount: 3 }, { clientToken: 'other' }, {}])
      await expect(ecs.create(change)).rejects.toThrow('Creation of service was not idempotent.');
  });
});

describe('what is not there', () => {
  test.each([
    ['UpdateService', { cluster: 'c', service: 'x' }, 'ServiceNotFoundException: Service not found.'],
    ['DeleteService', { cluster: 'c', service: 'x' }, 'ServiceNotFoundException: Service not found.'],
    ['ListTasks', { cluster: 'c', serviceName: 'x' }, 'ServiceNotFoundException: Service not found.'],
    ['DescribeTaskDefinition', { taskDefinition: 'x' }, 'ClientException: Unable to describe task definition.'],
    ['StopTask', { cluster: 'c', task: 'x' }, 'InvalidParameterException: The referenced task was not found.'],
    ['DeleteCluster', { cluster: 'x' }, 'ClusterNotFoundException: Cluster not found.'],
    ['RunTask', { cluster: 'c', taskDefinition: 'x' }, 'ClientException: TaskDefinition not found.'],
    [
      'ListTagsForResource',
      { resourceArn: 'arn:aws:ecs:r:1:cluster/x' },
      'ResourceNotFoundException: The specified resource is inactive or does not exist. Specify a valid resource and try again.',
    ],
  ])('%s %j', async (operation, input, expected) => {
    expect(await refusal(await ecsWorld(), operation, input)).toBe(expected);
  });

  test.each([
    ['DescribeServices', { cluster: 'c', services: ['x'] }, 'service/c/x'],
    ['DescribeTasks', { cluster: 'c', tasks: ['x'] }, 'task/c/x'],
    ['DescribeClusters', { clusters: ['x'] }, 'cluster/x'],
    ['DescribeContainerInstances', { cluster: 'c', containerInstances: ['x'] }, 'container-instance/c/x'],
    ['DescribeCapacityProviders', { capacityProviders: ['x'] }, 'capacity-provider/x'],
  ])('%s answers it as a failure', async (operation, input, arn) => {
    const ecs = await ecsWorld();
    expect(await ecs.call(operation, input)).toMatchObject({
      failures: [{ arn: expect.stringMatching(new RegExp(`:${arn}$`)), reason: 'MISSING' }],
    });
  });
});

describe('DeleteCluster refuses a cluster that still has', () => {
  const attempt = (ecs: EcsWorld) => refusal(ecs, 'DeleteCluster', { cluster: 'c' });
  test('services, container instances, tasks', async () => {
    const ecs = await ecsWorld();
    await steadyService(ecs);
    expect(await attempt(ecs)).toBe(
      'ClusterContainsServicesException: The Cluster cannot be deleted while Services are active.',
    );
    await ecs.call('DeleteService', { cluster: 'c', service: 's', force: true });
    await ecs.advance(60_000);
    expect(await attempt(ecs)).toBe(
      'ClusterContainsContainerInstancesException: The Cluster cannot be deleted while Container Instances are active or draining.',
    );
    const { containerInstanceArns } = await ecs.call<{ containerInstanceArns: string[] }>('ListContainerInstances', {
      cluster: 'c',
    });
    for (const containerInstance of containerInstanceArns)
      await ecs.call('DeregisterContainerInstance', { cluster: 'c', containerInstance });
    expect(await attempt(ecs)).toBe('accepted');
    expect(await ecs.call('DescribeClusters', { clusters: ['c'] })).toMatchObject({
      clusters: [{ status: 'INACTIVE' }],
    });
  });
});

describe('ListTasks', () => {
  test('takes startedBy alone, and family and serviceName not together', async () => {
    const ecs = await ecsWorld();
    await steadyService(ecs);
    const startedBy = (await ecs.service()).deployments?.[0]?.id;
    expect(await ecs.call('ListTasks', { cluster: 'c', startedBy })).toMatchObject({
      taskArns: [expect.any(String), expect.any(String)],
    });
    expect(await refusal(ecs, 'ListTasks', { cluster: 'c', startedBy, desiredStatus: 'STOPPED' })).toMatch(
      /^InvalidParameterException/,
    );
    expect(await refusal(ecs, 'ListTasks', { cluster: 'c', family: 'f', serviceName: 's' })).toMatch(
      /^InvalidParameterException/,
    );
  });

  test('pages', async () => {
    const ecs = await ecsWorld();
    await steadyService(ecs);
    type Page = { taskArns: string[]; nextToken?: string };
    const first = await ecs.call<Page>('ListTasks', { cluster: 'c', maxResults: 1 });
    const second = await ecs.call<Page>('ListTasks', { cluster: 'c', maxResults: 1, nextToken: first.nextToken });
    expect(new Set([...first.taskArns, ...second.taskArns]).size).toBe(2);
    expect(second.nextToken).toBeUndefined();
    expect(await refusal(ecs, 'ListTasks', { cluster: 'c', nextToken: 'nonsense' })).toBe(
      'InvalidParameterException: Invalid token.',
    );
  });
});

test('stopped tasks stay visible for an hour', async () => {
  const ecs = await ecsWorld();
  await steadyService(ecs);
  await ecs.call('UpdateService', { cluster: 'c', service: 's', desiredCount: 0 });
  await ecs.advance(60 * 60_000);
  expect(await ecs.tasks('STOPPED')).toHaveLength(2);
  await ecs.advance(60 * 60_000);
  expect(await ecs.tasks('STOPPED')).toHaveLength(0);
});

test('tags are stored, described on request, merged and removed', async () => {
  const ecs = await ecsWorld();
  const resourceArn = (await ecs.call<{ clusters: { clusterArn: string }[] }>('DescribeClusters', { clusters: ['c'] }))
    .clusters[0]?.clusterArn;
  await ecs.call('TagResource', {
    resourceArn,
    tags: [
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
    ],
  });
  await ecs.call('TagResource', { resourceArn, tags: [{ key: 'b', value: '3' }] });
  await ecs.call('UntagResource', { resourceArn, tagKeys: ['a'] });
  expect(await ecs.call('ListTagsForResource', { resourceArn })).toEqual({ tags: [{ key: 'b', value: '3' }] });
  expect(await ecs.call('DescribeClusters', { clusters: ['c'] })).toMatchObject({ clusters: [{ tags: [] }] });
  const many = Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: '' }));
  expect(await refusal(ecs, 'TagResource', { resourceArn, tags: many })).toMatch(/^InvalidParameterException/);
});

test('a deleted task definition stays while a service runs it', async () => {
  const ecs = await ecsWorld();
  await steadyService(ecs);
  await ecs.call('DeregisterTaskDefinition', { taskDefinition: 'f:1' });
  await ecs.call('DeleteTaskDefinitions', { taskDefinitions: ['f:1'] });
  await ecs.call('UpdateService', { cluster: 'c', service: 's', desiredCount: 3 });
  await ecs.advance(60_000);
  expect((await ecs.service()).runningCount).toBe(3);
  expect(await ecs.call('DescribeTaskDefinition', { taskDefinition: 'f:1' })).toMatchObject({
    taskDefinition: { status: 'DELETE_IN_PROGRESS' },
  });
});

test('task definitions have revisions, of which inactive and deleted ones are found no more by family', async () => {
  const ecs = await ecsWorld();
  const first = await ecs.register({});
  const second = await ecs.register({ image: 'app:v2' });
  expect([first, second].map((arn) => arn.split('/')[1])).toEqual(['f:1', 'f:2']);
  await ecs.call('DeregisterTaskDefinition', { taskDefinition: second });
  expect(await ecs.call('DescribeTaskDefinition', { taskDefinition: 'f' })).toMatchObject({
    taskDefinition: { revision: 1 },
  });
  expect(await ecs.call('DescribeTaskDefinition', { taskDefinition: 'f:2' })).toMatchObject({
    taskDefinition: {
      status: 'INACTIVE',
      deregisteredAt: expect.any(Number),
      registeredBy: 'arn:aws:iam::123456789012:root',
    },
  });
  expect(await ecs.call('ListTaskDefinitions', { status: 'INACTIVE' })).toEqual({ taskDefinitionArns: [second] });
  await ecs.call('DeleteTaskDefinitions', { taskDefinitions: ['f:2'] });
  await ecs.advance(10_000);
  expect(await refusal(ecs, 'DescribeTaskDefinition', { taskDefinition: 'f:2' })).toMatch(/^ClientException/);
  expect((await ecs.register({})).split(':').at(-1)).toBe('3');
});
