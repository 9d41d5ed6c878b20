import { afterEach, describe, expect, test } from '@jest/globals';
import type { ServiceDeployment } from '../../../../shapes/ecs.d.ts';
import type { DescribeRulesOutput } from '../../../../shapes/elbv2.d.ts';
import { plain, serviceDeployments } from '../../testing/expectations.ts';
import { type ShiftWorld, shiftingService, shiftWorld } from '../../testing/shift-world.ts';

const BLUE_GREEN = { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 2 };
const at = (stage: string) => (deployment: ServiceDeployment) => deployment.lifecycleStage === stage;
const ended = ({ finishedAt }: ServiceDeployment): boolean => finishedAt !== undefined;

let world: ShiftWorld;
afterEach(() => world.stop());

async function serving(options: Parameters<typeof shiftWorld>[0] = {}): Promise<void> {
  world = await shiftWorld(options);
  await shiftingService(world, BLUE_GREEN);
}
const images = async (): Promise<string[]> =>
  (await world.tasks()).map(({ containers }) => containers?.[0]?.image ?? '').sort();

describe('a BLUE_GREEN deployment', () => {
  test('of a new service puts its tasks into the alternate target group, which then serves', async () => {
    await serving();
    expect(await world.weights()).toEqual({ primary: 0, alternate: 100 });
    expect(await world.answers(10)).toEqual({ v1: 10 });
    const serviceRevisionArns = [(await world.deployment()).targetServiceRevision?.arn];
    expect(await world.call('DescribeServiceRevisions', { serviceRevisionArns })).toMatchObject({
      serviceRevisions: [{ resolvedConfiguration: { loadBalancers: [{ targetGroupArn: world.alternate }] } }],
    });
  });

  test('passes through the stages in order, with the traffic that belongs to each', async () => {
    await serving();
    await world.deploy('app:v2');
    const seen: string[] = [];
    await world.until((deployment) => {
      const { lifecycleStage = '-', targetServiceRevision: target } = deployment;
      const line = `${lifecycleStage} ${target?.requestedTestTrafficWeight}/${target?.requestedProductionTrafficWeight}`;
      // Whether it is seen before its first stage is a matter of when ECS lists it.
      if (seen.at(-1) !== line && lifecycleStage !== '-') seen.push(line);
      return ended(deployment);
    });
    expect(seen).toEqual([
      'PRE_SCALE_UP 0/0',
      'SCALE_UP 0/0',
      'POST_SCALE_UP 0/0',
      'TEST_TRAFFIC_SHIFT 100/0',
      'POST_TEST_TRAFFIC_SHIFT 100/0',
      // Of the hooks' stage before it.
      'PRODUCTION_TRAFFIC_SHIFT 100/0',
      'PRODUCTION_TRAFFIC_SHIFT 100/100',
      'POST_PRODUCTION_TRAFFIC_SHIFT 100/100',
      'BAKE_TIME 100/100',
      'CLEAN_UP 100/100',
    ]);
    expect((await world.deployment()).status).toBe('SUCCESSFUL');
  });

  test('drops nothing and moves all production traffic at once, test traffic before', async () => {
    await serving();
    await world.deploy('app:v2');
    await world.until(at('POST_TEST_TRAFFIC_SHIFT'));
    expect(await world.answers(20)).toEqual({ v1: 20 });
    expect(await world.answers(20, '/test')).toEqual({ v2: 20 });
    await world.until(at('BAKE_TIME'));
    expect(await world.answers(20)).toEqual({ v2: 20 });
    expect(await images()).toEqual(['app:v1', 'app:v1', 'app:v2', 'app:v2']);
    await world.until(ended);
    expect(await world.answers(20)).toEqual({ v2: 20 });
    expect(await images()).toEqual(['app:v2', 'app:v2']);
    expect(await world.weights()).toEqual({ primary: 100, alternate: 0 });
  });

  test('changes the target groups from one deployment to the next', async () => {
    await serving();
    for (const [image, group] of [
      ['app:v2', 'primary'],
      ['app:v3', 'alternate'],
    ] as const) {
      await world.deploy(image);
      await world.until(ended);
      expect(await world.weights()).toMatchObject({ [group]: 100 });
    }
    expect(await world.answers(10)).toEqual({ v3: 10 });
  });

  test("shifts a listener's default rule by way of the listener", async () => {
    world = await shiftWorld();
    const listener = world.productionRule.replace(':listener-rule/', ':listener/').replace(/\/[^/]+$/, '');
    const { Rules } = await world.elb<DescribeRulesOutput>('DescribeRules', { ListenerArn: listener });
    const productionListenerRule = Rules?.find(({ IsDefault }) => IsDefault)?.RuleArn;
    const forwards = Rules?.find(({ RuleArn }) => RuleArn === world.productionRule)?.Actions;
    await world.elb('ModifyListener', { ListenerArn: listener, DefaultActions: forwards });
    await world.elb('DeleteRule', { RuleArn: world.productionRule });
    const [plain] = world.loadBalancers as [{ advancedConfiguration: object }];
    const advancedConfiguration = { ...plain.advancedConfiguration, productionListenerRule };
    await world.register({ image: 'app:v1' });
    const loadBalancers = [{ ...plain, advancedConfiguration }];
    await world.create({ loadBalancers, deploymentConfiguration: BLUE_GREEN } as object);
    expect((await world.until(ended)).status).toBe('SUCCESSFUL');
    expect(await world.weights(productionListenerRule)).toEqual({ primary: 0, alternate: 100 });
    expect(await world.answers(5)).toEqual({ v1: 5 });
  });

  test('bakes for as long as configured, and cleans up by draining', async () => {
    await serving();
    await world.deploy('app:v2');
    await world.until(at('BAKE_TIME'));
    await world.advance(100_000);
    expect((await world.deployment()).lifecycleStage).toBe('BAKE_TIME');
    await world.until(ended);
    const last = plain(await world.messages()).slice(-5);
    expect(last).toEqual([
      '(service s) has stopped 2 running tasks: (task <task>) (task <task>).',
      '(service s) deregistered 2 targets in (target-group <tg>)',
      '(service s, taskSet <deployment>) has begun draining connections on 2 tasks.',
      '(service s) (deployment <deployment>) deployment completed.',
      '(service s) has reached a steady state.',
    ]);
  });

  test('starts green at the desired count beside blue, whatever the percentages', async () => {
    await serving();
    await world.deploy('app:v2', { deploymentConfiguration: { maximumPercent: 100 } });
    await world.until(at('POST_SCALE_UP'));
    expect(await images()).toHaveLength(4);
  });

  test('follows a changed desired count on both sides', async () => {
    await serving();
    await world.deploy('app:v2');
    await world.until(at('BAKE_TIME'));
    await world.call('UpdateService', { cluster: 'c', service: 's', desiredCount: 3 });
    await world.advance(60_000);
    expect(await images()).toEqual(['app:v1', 'app:v1', 'app:v1', 'app:v2', 'app:v2', 'app:v2']);
    await world.until(ended);
    expect(await images()).toEqual(['app:v2', 'app:v2', 'app:v2']);
  });
});

describe('a rollback of a BLUE_GREEN deployment', () => {
  test.each(['SCALE_UP', 'POST_TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT', 'BAKE_TIME'])(
    'that is requested at %s brings all traffic back, then removes green',
    async (stage) => {
      await serving();
      await world.deploy('app:v2');
      const { serviceDeploymentArn } = await world.until(at(stage));
      await world.call('StopServiceDeployment', { serviceDeploymentArn, stopType: 'ROLLBACK' });
      await world.until(({ status }) => status === 'ROLLBACK_IN_PROGRESS');
      expect(await world.weights()).toEqual({ primary: 0, alternate: 100 });
      expect(await world.answers(20)).toEqual({ v1: 20 });
      expect(await world.until(ended)).toMatchObject({
        status: 'ROLLBACK_SUCCESSFUL',
        targetServiceRevision: { requestedProductionTrafficWeight: 0, runningTaskCount: 0 },
        sourceServiceRevisions: [{ requestedProductionTrafficWeight: 100, runningTaskCount: 2 }],
      });
      expect(await images()).toEqual(['app:v1', 'app:v1']);
      expect(await world.answers(20)).toEqual({ v1: 20 });
    },
  );

  test('that is requested during CLEAN_UP waits with the traffic until blue is there again', async () => {
    await serving();
    await world.deploy('app:v2');
    const { serviceDeploymentArn } = await world.until(at('CLEAN_UP'));
    await world.call('StopServiceDeployment', { serviceDeploymentArn, stopType: 'ROLLBACK' });
    for (let second = 0; second < 120; second++) {
      await world.advance(1000);
      expect(Object.keys(await world.answers(1))).not.toContain('503');
    }
    expect((await world.deployment()).status).toBe('ROLLBACK_SUCCESSFUL');
    expect(await world.answers(10)).toEqual({ v1: 10 });
  });

  test('happens at once when an alarm goes off while it bakes', async () => {
    let state = 'OK';
    await serving({ alarms: () => [{ AlarmName: 'red', StateValue: state, Period: 60, EvaluationPeriods: 1 }] });
    const alarms = { enable: true, rollback: true, alarmNames: ['red'] };
    await world.deploy('app:v2', { deploymentConfiguration: { alarms } });
    await world.until(at('BAKE_TIME'));
    state = 'ALARM';
    const deployment = await world.until(({ status }) => status === 'ROLLBACK_IN_PROGRESS');
    expect(deployment).toMatchObject({ alarms: { status: 'TRIGGERED', triggeredAlarmNames: ['red'] } });
    expect(await world.answers(20)).toEqual({ v1: 20 });
    expect((await world.until(ended)).status).toBe('ROLLBACK_SUCCESSFUL');
  });

  test('is not up to the circuit breaker, which is for rolling deployments only', async () => {
    await serving();
    await world.deploy('app:sick', {
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    });
    await world.advance(400_000);
    expect(await world.deployment()).toMatchObject({
      status: 'IN_PROGRESS',
      lifecycleStage: 'SCALE_UP',
      deploymentCircuitBreaker: { status: 'DISABLED' },
    });
    expect((await world.service()).deployments?.[0]?.failedTasks).toBeGreaterThan(2);
    expect(await world.answers(20)).toEqual({ v1: 20 });
  });
});

describe('what gets in the way of a BLUE_GREEN deployment', () => {
  test('an alarm without rollback: it stops where it is, and the next deployment takes the traffic back first', async () => {
    let state = 'OK';
    await serving({ alarms: () => [{ AlarmName: 'red', StateValue: state, Period: 60, EvaluationPeriods: 1 }] });
    const alarms = { enable: true, rollback: false, alarmNames: ['red'] };
    await world.deploy('app:v2', { deploymentConfiguration: { alarms } });
    await world.until(at('BAKE_TIME'));
    state = 'ALARM';
    expect((await world.until(ended)).status).toBe('STOPPED');
    expect(await images()).toHaveLength(4);
    state = 'OK';
    await world.deploy('app:v3');
    await world.until(at('RECONCILE_SERVICE'));
    expect(await world.answers(10)).toEqual({ v1: 10 });
    expect((await world.until(ended)).status).toBe('SUCCESSFUL');
    expect(await world.answers(10)).toEqual({ v3: 10 });
    expect(await images()).toEqual(['app:v3', 'app:v3']);
  });

  test('a first deployment that failed: what it started serves on until the next one has the traffic', async () => {
    world = await shiftWorld();
    await world.register({ image: 'app:v1' });
    await world.create({ loadBalancers: world.loadBalancers, deploymentConfiguration: BLUE_GREEN } as object);
    await world.until(at('BAKE_TIME'));
    const { serviceDeploymentArn } = await world.deployment();
    await world.call('StopServiceDeployment', { serviceDeploymentArn, stopType: 'ROLLBACK' });
    expect(await world.until(ended)).toMatchObject({
      status: 'ROLLBACK_FAILED',
      statusReason: 'No rollback candidate was found to run the rollback.',
    });
    await world.deploy('app:v2');
    for (let rest = await world.deployment(); !ended(rest); rest = await world.deployment()) {
      expect(Object.keys(await world.answers(2))).not.toContain('503');
      await world.advance(3000);
    }
    expect(await world.answers(10)).toEqual({ v2: 10 });
  });

  test('another deployment: the traffic goes back first, and what is left of the former makes room', async () => {
    await serving();
    await world.deploy('app:v2');
    await world.until(at('BAKE_TIME'));
    await world.deploy('app:v3');
    await world.until(at('RECONCILE_SERVICE'));
    expect(await world.answers(20)).toEqual({ v1: 20 });
    await world.until(at('SCALE_UP'));
    expect(await images()).toEqual(expect.not.arrayContaining(['app:v2']));
    await world.until(ended);
    expect(await world.answers(20)).toEqual({ v3: 20 });
    expect((await serviceDeployments(world)).map(({ status }) => status)).toEqual([
      'SUCCESSFUL',
      'STOPPED',
      'SUCCESSFUL',
    ]);
  });

  test('a rolling deployment, which goes on in the target group that serves', async () => {
    await serving();
    await world.deploy('app:v2');
    await world.until(at('BAKE_TIME'));
    await world.deploy('app:v3', { deploymentConfiguration: { strategy: 'ROLLING' } });
    for (let round = 0; round < 30; round++) {
      await world.advance(5000);
      expect(Object.keys(await world.answers(5))).not.toContain('503');
    }
    expect((await world.deployment()).status).toBe('SUCCESSFUL');
    expect(await world.answers(10)).toEqual({ v3: 10 });
    expect(await world.weights()).toEqual({ primary: 0, alternate: 100 });
  });

  test('the deletion of the service', async () => {
    await serving();
    await world.deploy('app:v2');
    await world.until(at('BAKE_TIME'));
    await world.call('DeleteService', { cluster: 'c', service: 's', force: true });
    await world.advance(60_000);
    expect(await images()).toEqual([]);
    expect((await world.service()).status).toBe('INACTIVE');
  });
});
