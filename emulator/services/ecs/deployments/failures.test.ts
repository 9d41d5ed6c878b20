import { describe, expect, test } from '@jest/globals';
import { CRASHES, HEALTHY, NEVER_HEALTHY } from '../../../drivers/none.ts';
import { deploy, plain, serviceDeployments, steadyService } from '../testing/expectations.ts';
import { ecsWorld } from '../testing/world.ts';

const outcomes = () => ({ 'app:v1': HEALTHY, 'app:v2': HEALTHY, 'app:sick': NEVER_HEALTHY, 'app:crash': CRASHES });
const breaker = (rollback = true) => ({
  deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback } },
});

describe.each([
  ['that never gets healthy', 'app:sick', /^Task failed ELB health checks in \(target-group arn/],
  ['that crashes at its start', 'app:crash', /^Essential container in task exited$/],
  ['that cannot be pulled', 'app:missing', /^Task failed to start$/],
])('a version %s', (_, image, reason) => {
  test('trips the breaker after three failures, and the old deployment is primary again under its own id', async () => {
    const ecs = await ecsWorld({ outcomes: outcomes() });
    await steadyService(ecs, breaker());
    const old = (await ecs.service()).deployments?.[0];
    await deploy(ecs, image);
    await ecs.advance(240_000);
    const service = await ecs.service();
    expect(service.deployments).toMatchObject([
      { id: old?.id, status: 'PRIMARY', rolloutState: 'COMPLETED', runningCount: 2 },
    ]);
    expect(service.taskDefinition).toMatch(/f:1$/);
    const [failed] = await serviceDeployments(ecs);
    expect(failed).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
      deploymentCircuitBreaker: { status: 'TRIGGERED', threshold: 3 },
      rollback: { serviceRevisionArn: expect.stringMatching(/service-revision\/c\/s\/\d{19}$/) },
    });
    expect(failed?.deploymentCircuitBreaker?.failureCount).toBeGreaterThanOrEqual(3);
    const messages = plain(await ecs.messages());
    const at = messages.indexOf('(service s) (deployment <deployment>) deployment failed: tasks failed to start.');
    expect(messages[at + 1]).toBe('(service s) rolling back to deployment <deployment>.');
    expect(messages.at(-1)).toBe('(service s) has reached a steady state.');
    const stopped = (await ecs.tasks('STOPPED')).map(({ stoppedReason = '' }) => stoppedReason);
    expect(stopped.filter((text) => reason.test(text)).length).toBeGreaterThanOrEqual(3);
  });

  test('never takes a task of the old version down', async () => {
    const ecs = await ecsWorld({ outcomes: outcomes() });
    await steadyService(ecs, breaker());
    const serving = (await ecs.tasks()).map(({ taskArn }) => taskArn);
    await deploy(ecs, image);
    await ecs.advance(240_000);
    expect((await ecs.tasks()).map(({ taskArn }) => taskArn)).toEqual(serving);
  });
});

test('without any health check, tasks that end soon after they ran do not trip the breaker', async () => {
  const ecs = await ecsWorld({ outcomes: { ...outcomes(), 'app:crash': { exits: { code: 1, afterMs: 20_000 } } } });
  await steadyService(ecs, { ...breaker(), loadBalancers: [] });
  await deploy(ecs, 'app:crash');
  await ecs.advance(600_000);
  const [deployment] = await serviceDeployments(ecs);
  expect(deployment).toMatchObject({ status: 'IN_PROGRESS', deploymentCircuitBreaker: { failureCount: 0 } });
  expect((await ecs.tasks('STOPPED')).length).toBeGreaterThan(3);
});

describe('a deployment that fails', () => {
  test('during its rollout shows FAILED and the reason, then leaves the list', async () => {
    const ecs = await ecsWorld({ outcomes: outcomes(), targetGroup: { deregistrationDelayMs: 1000 } });
    await steadyService(ecs, breaker());
    await deploy(ecs, 'app:sick');
    const seen = new Set<string>();
    for (let second = 0; second < 200; second++) {
      await ecs.advance(1000);
      const { deployments = [] } = await ecs.service();
      for (const { status, rolloutState, rolloutStateReason = '' } of deployments)
        seen.add(plain([`${status} ${rolloutState} ${rolloutStateReason}`]).join());
    }
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'PRIMARY IN_PROGRESS ECS deployment <deployment> in progress.',
        'ACTIVE COMPLETED ECS deployment <deployment> completed.',
        'PRIMARY IN_PROGRESS ECS deployment circuit breaker: rolling back to deploymentId <deployment>.',
        'ACTIVE FAILED ECS deployment circuit breaker: tasks failed to start.',
        'PRIMARY COMPLETED ECS deployment <deployment> completed.',
      ]),
    );
  });

  test('as the first of its service stalls: there is nothing to return to', async () => {
    const ecs = await ecsWorld({ outcomes: outcomes() });
    await ecs.addInstance('ap-northeast-1a');
    await ecs.register({ image: 'app:crash' });
    await ecs.create(breaker());
    await ecs.advance(240_000);
    expect((await ecs.service()).deployments).toMatchObject([{ status: 'PRIMARY', rolloutState: 'FAILED' }]);
    expect(await serviceDeployments(ecs)).toMatchObject([
      { status: 'ROLLBACK_FAILED', statusReason: 'No rollback candidate was found to run the rollback.' },
    ]);
    const tasks = (await ecs.tasks('STOPPED')).length;
    await ecs.advance(120_000);
    expect(await ecs.tasks('STOPPED')).toHaveLength(tasks);
  });

  test('without rollback stops where it is', async () => {
    const ecs = await ecsWorld({ outcomes: outcomes() });
    await steadyService(ecs, breaker(false));
    await deploy(ecs, 'app:crash');
    await ecs.advance(240_000);
    expect((await ecs.service()).deployments).toMatchObject([
      { status: 'PRIMARY', rolloutState: 'FAILED' },
      { status: 'ACTIVE', rolloutState: 'COMPLETED', runningCount: 2 },
    ]);
    expect((await serviceDeployments(ecs))[0]).toMatchObject({ status: 'STOPPED' });
  });

  test('while a rollback runs has nothing COMPLETED to return to', async () => {
    const ecs = await ecsWorld({ outcomes: outcomes(), targetGroup: { deregistrationDelayMs: 200_000 } });
    await steadyService(ecs, breaker());
    await deploy(ecs, 'app:sick');
    while ((await serviceDeployments(ecs))[0]?.status !== 'ROLLBACK_IN_PROGRESS') await ecs.advance(1000);
    await deploy(ecs, 'app:crash');
    await ecs.advance(240_000);
    expect((await serviceDeployments(ecs)).map(({ status }) => status)).toEqual([
      'ROLLBACK_FAILED',
      'ROLLBACK_FAILED',
      'SUCCESSFUL',
    ]);
  });

  test('without a breaker goes on trying, and waits longer and longer where nothing ever runs', async () => {
    const ecs = await ecsWorld({ outcomes: outcomes() });
    await steadyService(ecs);
    await deploy(ecs, 'app:missing');
    await ecs.advance(600_000);
    expect((await ecs.service()).deployments?.[0]).toMatchObject({ rolloutState: 'IN_PROGRESS' });
    expect((await ecs.tasks('STOPPED')).length).toBeLessThan(20);
    expect((await ecs.messages()).join()).toContain('is unable to consistently start tasks successfully.');
  });

  test('does not fail for a task that boots within the grace period', async () => {
    const ecs = await ecsWorld({ outcomes: { ...outcomes(), 'app:slow': { status: 503 } } });
    await steadyService(ecs, { ...breaker(), healthCheckGracePeriodSeconds: 120 });
    await deploy(ecs, 'app:slow');
    await ecs.advance(100_000);
    expect(await ecs.tasks()).toHaveLength(4);
    await ecs.advance(60_000);
    expect((await ecs.messages()).join()).toContain('is unhealthy in');
  });
});

describe('a deployment that is stopped', () => {
  test('rolls back even if no rollback is configured', async () => {
    const ecs = await ecsWorld({ outcomes: outcomes() });
    await steadyService(ecs);
    const old = (await ecs.service()).deployments?.[0]?.id;
    await deploy(ecs, 'app:sick');
    await ecs.advance(15_000);
    const [deployment] = await serviceDeployments(ecs);
    const stop = () =>
      ecs.call('StopServiceDeployment', {
        serviceDeploymentArn: deployment?.serviceDeploymentArn,
        stopType: 'ROLLBACK',
      });
    await stop();
    expect((await serviceDeployments(ecs))[0]).toMatchObject({ status: 'ROLLBACK_REQUESTED' });
    await ecs.advance(120_000);
    expect((await serviceDeployments(ecs))[0]).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL' });
    expect((await ecs.service()).deployments).toMatchObject([{ id: old, rolloutState: 'COMPLETED' }]);
    await expect(stop()).rejects.toMatchObject({ code: 'ConflictException' });
  });
});

describe('deployment alarms', () => {
  const alarms = { enable: true, rollback: true, alarmNames: ['red'] };
  const start = async () => {
    let state = 'OK';
    const ecs = await ecsWorld({
      outcomes: outcomes(),
      alarms: () => [{ AlarmName: 'red', StateValue: state, Period: 60, EvaluationPeriods: 2 }],
    });
    await steadyService(ecs);
    return {
      ecs,
      set: (value: string) => {
        state = value;
      },
    };
  };

  test('roll back when one goes into ALARM during the deployment', async () => {
    const { ecs, set } = await start();
    await deploy(ecs, 'app:v2', { deploymentConfiguration: { alarms } });
    await ecs.advance(20_000);
    set('ALARM');
    await ecs.advance(120_000);
    expect((await serviceDeployments(ecs))[0]).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      alarms: { status: 'TRIGGERED', triggeredAlarmNames: ['red'] },
    });
    expect((await ecs.messages()).join()).toContain('deployment failed: alarm detected.');
  });

  test('are watched for a bake time, as long as the alarm takes to judge', async () => {
    const { ecs } = await start();
    await deploy(ecs, 'app:v2', { deploymentConfiguration: { alarms } });
    await ecs.advance(120_000);
    expect((await serviceDeployments(ecs))[0]).toMatchObject({
      status: 'IN_PROGRESS',
      alarms: { status: 'MONITORING' },
    });
    await ecs.advance(120_000);
    expect((await serviceDeployments(ecs))[0]).toMatchObject({
      status: 'SUCCESSFUL',
      alarms: { status: 'MONITORING_COMPLETE' },
    });
  });

  test('are ignored where one is in ALARM at the start', async () => {
    const { ecs, set } = await start();
    set('ALARM');
    await deploy(ecs, 'app:v2', { deploymentConfiguration: { alarms } });
    await ecs.advance(120_000);
    expect((await serviceDeployments(ecs))[0]).toMatchObject({ status: 'SUCCESSFUL', alarms: { status: 'DISABLED' } });
  });
});
