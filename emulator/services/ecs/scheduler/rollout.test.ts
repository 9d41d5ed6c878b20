import { describe, expect, test } from '@jest/globals';
import { deploy, plain, serviceDeployments, steadyService } from '../testing/expectations.ts';
import { ecsWorld } from '../testing/world.ts';

describe('a rollout', () => {
  test('starts, registers, waits for health, stops, drains, signals and completes, in the order and words of AWS', async () => {
    const ecs = await ecsWorld({ targetGroup: { deregistrationDelayMs: 30_000 } });
    await steadyService(ecs, { desiredCount: 1 });
    const before = (await ecs.messages()).length;
    await deploy(ecs, 'app:v2');
    await ecs.advance(150_000);
    expect(plain((await ecs.messages()).slice(before))).toEqual([
      '(service s) has started 1 tasks: (task <task>).',
      '(service s) registered 1 targets in (target-group <tg>)',
      '(service s) has stopped 1 running tasks: (task <task>).',
      '(service s) deregistered 1 targets in (target-group <tg>)',
      '(service s, taskSet <deployment>) has begun draining connections on 1 tasks.',
      '(service s) (deployment <deployment>) deployment completed.',
      '(service s) has reached a steady state.',
    ]);
    const [old] = await ecs.tasks('STOPPED');
    expect(old).toMatchObject({
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: expect.stringMatching(/^Scaling activity initiated by \(deployment ecs-svc\/\d{19}\)$/),
      containers: [{ exitCode: 143 }],
    });
    expect((old?.executionStoppedAt ?? 0) - (old?.stoppingAt ?? 0)).toBeGreaterThan(30_000);
  });

  test('never has fewer healthy tasks than minimum percent says, nor more than maximum percent', async () => {
    const ecs = await ecsWorld();
    await steadyService(ecs, {
      desiredCount: 4,
      deploymentConfiguration: { minimumHealthyPercent: 75, maximumPercent: 150 },
    });
    await deploy(ecs, 'app:v2');
    for (let second = 0; second < 240; second++) {
      await ecs.advance(1000);
      const wanted = await ecs.tasks('RUNNING');
      expect(wanted.length).toBeLessThanOrEqual(6);
      expect(wanted.filter(({ lastStatus }) => lastStatus === 'RUNNING').length).toBeGreaterThanOrEqual(3);
    }
    expect((await ecs.service()).deployments).toMatchObject([{ rolloutState: 'COMPLETED', runningCount: 4 }]);
  });

  test('shows its service deployment after a moment, from PENDING to SUCCESSFUL with frozen counts', async () => {
    const ecs = await ecsWorld();
    await steadyService(ecs);
    await deploy(ecs, 'app:v2');
    expect(await serviceDeployments(ecs)).toHaveLength(1);
    expect((await ecs.service()).currentServiceDeployment).toBeUndefined();
    await ecs.advance(15_000);
    const [running, first] = await serviceDeployments(ecs);
    expect(running).toMatchObject({ status: 'IN_PROGRESS', deploymentCircuitBreaker: { status: 'DISABLED' } });
    expect(running?.sourceServiceRevisions?.[0]?.arn).toBe(first?.targetServiceRevision?.arn);
    expect((await ecs.service()).currentServiceDeployment).toBe(running?.serviceDeploymentArn);
    await ecs.advance(120_000);
    await ecs.call('UpdateService', { cluster: 'c', service: 's', desiredCount: 1 });
    await ecs.advance(60_000);
    expect((await serviceDeployments(ecs))[0]).toMatchObject({
      status: 'SUCCESSFUL',
      targetServiceRevision: { requestedTaskCount: 2, runningTaskCount: 2, pendingTaskCount: 0 },
      sourceServiceRevisions: [{ runningTaskCount: 0 }],
      finishedAt: expect.any(Number),
    });
  });

  test('is replaced by the next one', async () => {
    const ecs = await ecsWorld();
    await steadyService(ecs);
    await deploy(ecs, 'app:v2');
    await ecs.advance(12_000);
    await deploy(ecs, 'app:v3');
    await ecs.advance(10_000);
    expect((await serviceDeployments(ecs)).map(({ status }) => status)).toEqual([
      'IN_PROGRESS',
      'STOPPED',
      'SUCCESSFUL',
    ]);
    await ecs.advance(120_000);
    const images = (await ecs.tasks()).map(({ containers }) => containers?.[0]?.image);
    expect(images).toEqual(['app:v3', 'app:v3']);
  });

  test('with early success is complete when the new tasks are healthy, and cleans up afterwards', async () => {
    const ecs = await ecsWorld({ targetGroup: { deregistrationDelayMs: 120_000 } });
    const deploymentConfiguration = {
      earlySuccessCriteria: { enable: true, healthyPercent: 100, sourceServiceRevisionCleanup: 'DEFERRED' as const },
    };
    await steadyService(ecs, { deploymentConfiguration });
    await deploy(ecs, 'app:v2');
    await ecs.advance(60_000);
    expect((await serviceDeployments(ecs))[0]).toMatchObject({ status: 'SUCCESSFUL' });
    const { deployments } = await ecs.service();
    expect(deployments).toMatchObject([{ rolloutState: 'COMPLETED' }, { status: 'ACTIVE', desiredCount: 0 }]);
    expect(await ecs.messages()).not.toContain('steady');
    await ecs.advance(150_000);
    expect((await ecs.service()).deployments).toHaveLength(1);
    expect((await ecs.messages()).at(-1)).toBe('(service s) has reached a steady state.');
  });

  test('says that percentages leave it no move', async () => {
    const ecs = await ecsWorld();
    await steadyService(ecs, { deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 125 } });
    await deploy(ecs, 'app:v2');
    await ecs.advance(60_000);
    const said = (await ecs.messages()).filter((message) => message.includes('unable to stop or start tasks'));
    expect(said).toEqual([
      '(service s) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
    ]);
  });

  test('waits 40 s for a task without load balancer and health check', async () => {
    const ecs = await ecsWorld();
    await ecs.addInstance('ap-northeast-1a');
    await ecs.register({});
    await ecs.create({ desiredCount: 1, loadBalancers: [] });
    await ecs.advance(42_000);
    expect((await ecs.service()).deployments?.[0]?.rolloutState).toBe('IN_PROGRESS');
    await ecs.advance(30_000);
    expect((await ecs.service()).deployments?.[0]?.rolloutState).toBe('COMPLETED');
  });
});

describe('what starts a deployment', () => {
  const deploymentAfter = async (change: object): Promise<boolean> => {
    const ecs = await ecsWorld();
    await steadyService(ecs);
    const before = (await ecs.service()).deployments?.[0]?.id;
    await ecs.call('UpdateService', { cluster: 'c', service: 's', ...change });
    return (await ecs.service()).deployments?.[0]?.id !== before;
  };
  test.each([{ forceNewDeployment: true }, { loadBalancers: [] }])('%j does', async (change) => {
    expect(await deploymentAfter(change)).toBe(true);
  });
  test.each([
    { taskDefinition: 'f:1' },
    { desiredCount: 3 },
    { healthCheckGracePeriodSeconds: 99 },
    { deploymentConfiguration: { maximumPercent: 150 } },
    { placementStrategy: [{ type: 'random' }] },
    { enableExecuteCommand: false, propagateTags: 'SERVICE', enableECSManagedTags: true },
  ])('%j does not', async (change) => {
    expect(await deploymentAfter(change)).toBe(false);
  });
});
