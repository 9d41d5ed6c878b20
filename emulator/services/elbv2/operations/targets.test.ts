import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ask, eventually } from '../testing/client.ts';
import type { TestElb } from '../testing/elb.ts';
import { createTestElb } from '../testing/elb.ts';

const A = { Id: 'i-0000000a', Port: 32_768 };
const D = { Id: 'i-0000000d', Port: 32_768 };

let elb: TestElb;
beforeEach(() => {
  elb = createTestElb();
});
afterEach(() => elb.stop());

const register = (TargetGroupArn: string, ...Targets: object[]) =>
  elb.call('RegisterTargets', { TargetGroupArn, Targets });

/** Lets one health check happen and its result be known. */
async function nextCheck(checks: () => number): Promise<void> {
  const before = checks();
  await elb.advance(10_000);
  await eventually(() => checks() > before);
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
}

describe('a new target', () => {
  test('is registered first, then checked, and healthy after one passed check', async () => {
    const { groupArn } = await elb.balance();
    let seen: unknown;
    await elb.serve(A.Id, A.Port, ({ url, headers }, response) => {
      seen = { url, host: headers.host, agent: headers['user-agent'] };
      response.end();
    });
    await register(groupArn, A);
    expect(await elb.health(groupArn)).toEqual({
      State: 'initial',
      Reason: 'Elb.RegistrationInProgress',
      Description: 'Target registration is in progress',
    });
    await elb.advance(1_500);
    await eventually(async () => (await elb.health(groupArn))?.State === 'healthy');
    expect(await elb.health(groupArn)).toEqual({ State: 'healthy' });
    expect(seen).toEqual({ url: '/health', host: '10.0.0.10:32768', agent: 'ELB-HealthChecker/2.0' });
  });

  test('that fails is initial until the unhealthy threshold, then says with which code', async () => {
    const { groupArn } = await elb.balance();
    let checks = 0;
    await elb.serve(A.Id, A.Port, (_request, response) => {
      checks++;
      response.writeHead(404).end();
    });
    await register(groupArn, A);
    await elb.advance(1_500);
    await eventually(() => checks === 1);
    expect(await elb.health(groupArn)).toEqual({
      State: 'initial',
      Reason: 'Elb.InitialHealthChecking',
      Description: 'Initial health checks in progress',
    });
    await nextCheck(() => checks);
    expect(await elb.health(groupArn)).toEqual({
      State: 'unhealthy',
      Reason: 'Target.ResponseCodeMismatch',
      Description: 'Health checks failed with these codes: [404]',
    });
  });

  test('where nothing listens fails its health checks', async () => {
    const { groupArn } = await elb.balance();
    await register(groupArn, A);
    await elb.advance(11_600);
    expect(await elb.health(groupArn)).toEqual({
      State: 'unhealthy',
      Reason: 'Target.FailedHealthChecks',
      Description: 'Health checks failed',
    });
  });

  test('behind a closed security group times out', async () => {
    const { groupArn } = await elb.balance();
    elb.world.network.setFirewall(() => false);
    await register(groupArn, A);
    await elb.advance(11_600);
    expect((await elb.health(groupArn))?.State).toBe('initial');
    await elb.advance(5_000);
    expect(await elb.health(groupArn)).toEqual({
      State: 'unhealthy',
      Reason: 'Target.Timeout',
      Description: 'Request timed out',
    });
  });

  test('waits for its load balancer to become active', async () => {
    const { groupArn } = await elb.provision();
    await elb.serve(A.Id, A.Port, (_request, response) => void response.end());
    await register(groupArn, A);
    await elb.advance(119_000);
    expect(await elb.health(groupArn)).toMatchObject({ State: 'initial', Reason: 'Elb.RegistrationInProgress' });
    await elb.advance(61_000);
    await eventually(() => elb.service.listeners?.()[0]);
    await elb.advance(1_500);
    await eventually(async () => (await elb.health(groupArn))?.State === 'healthy');
  });
});

test('a target that was unhealthy needs the healthy threshold', async () => {
  const { groupArn } = await elb.balance({ HealthyThresholdCount: 3 });
  let code = 500;
  let checks = 0;
  await elb.serve(A.Id, A.Port, (_request, response) => {
    checks++;
    response.writeHead(code).end();
  });
  await register(groupArn, A);
  await elb.advance(1_500);
  await eventually(() => checks === 1);
  await nextCheck(() => checks);
  code = 200;
  const states: unknown[] = [];
  for (let i = 0; i < 3; i++) {
    await nextCheck(() => checks);
    states.push((await elb.health(groupArn))?.State);
  }
  expect(states).toEqual(['unhealthy', 'unhealthy', 'healthy']);
});

describe('a target is unused', () => {
  test('while no listener uses its group', async () => {
    const { groupArn, listenerArn } = await elb.balance();
    await elb.serve(A.Id, A.Port, (_request, response) => void response.end());
    await elb.register(groupArn, A);
    await elb.call('DeleteListener', { ListenerArn: listenerArn });
    expect(await elb.health(groupArn)).toEqual({
      State: 'unused',
      Reason: 'Target.NotInUse',
      Description: 'Target group is not configured to receive traffic from the load balancer',
    });
  });

  test('in a zone that the load balancer lacks, until it gets it', async () => {
    const { groupArn, loadBalancerArn } = await elb.balance();
    await elb.serve(D.Id, D.Port, (_request, response) => void response.end());
    await register(groupArn, D);
    expect(await elb.health(groupArn)).toEqual({
      State: 'unused',
      Reason: 'Target.NotInUse',
      Description: 'Target is in an Availability Zone that is not enabled for the load balancer',
    });
    await elb.call('SetSubnets', { LoadBalancerArn: loadBalancerArn, Subnets: ['subnet-a', 'subnet-d'] });
    await elb.advance(1_500);
    await eventually(async () => (await elb.health(groupArn))?.State === 'healthy');
  });

  test('once its instance is terminated', async () => {
    const { groupArn } = await elb.balance();
    await elb.serve(A.Id, A.Port, (_request, response) => void response.end());
    await elb.register(groupArn, A);
    elb.world.emit('instance-state', { instanceId: A.Id, state: 'terminated' });
    await elb.advance(1);
    expect(await elb.health(groupArn)).toMatchObject({ State: 'unused', Reason: 'Target.InvalidState' });
  });

  test('where it was never registered', async () => {
    const { groupArn } = await elb.balance();
    expect(await elb.call('DescribeTargetHealth', { TargetGroupArn: groupArn, Targets: [A] })).toEqual({
      TargetHealthDescriptions: [
        {
          Target: A,
          TargetHealth: {
            State: 'unused',
            Reason: 'Target.NotRegistered',
            Description: 'Target is not registered to the target group',
          },
        },
      ],
    });
  });
});

describe('RegisterTargets', () => {
  test("takes the group's port where none is given, and the same target twice as one", async () => {
    const { groupArn } = await elb.balance();
    await register(groupArn, { Id: A.Id }, { Id: A.Id, Port: 80 });
    expect(await elb.call('DescribeTargetHealth', { TargetGroupArn: groupArn, Include: ['AnomalyDetection'] })).toEqual(
      {
        TargetHealthDescriptions: [
          {
            Target: { Id: A.Id, Port: 80 },
            HealthCheckPort: '80',
            TargetHealth: expect.objectContaining({ State: 'initial' }),
            AnomalyDetection: { Result: 'normal', MitigationInEffect: 'no' },
          },
        ],
      },
    );
  });

  test.each([
    [{ Id: '10.0.0.1' }, 'ValidationError', "Instance ID '10.0.0.1' is not valid"],
    [{ Id: 'i-0123456789abcdef0' }, 'InvalidTarget', "The following instances do not exist: 'i-0123456789abcdef0'"],
    [
      { Id: 'i-0000000f' },
      'InvalidTarget',
      "The following targets are not in a running state and cannot be registered: 'i-0000000f'",
    ],
    [{ Id: A.Id, Port: 0 }, 'ValidationError', 'Member must have value greater than or equal to 1'],
    [{ Id: A.Id, AvailabilityZone: 'all' }, 'ValidationError', 'An Availability Zone'],
  ])('refuses %j', async (target, code, message) => {
    const { groupArn } = await elb.balance();
    await expect(register(groupArn, target)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
    expect(await elb.health(groupArn)).toBeUndefined();
  });
});

test('DeregisterTargets succeeds for a target that is not registered', async () => {
  const { groupArn } = await elb.balance();
  expect(await elb.call('DeregisterTargets', { TargetGroupArn: groupArn, Targets: [A] })).toEqual({});
});

test('a target that runs as nothing is judged and answers by its status', async () => {
  const { groupArn, address } = await elb.balance();
  elb.world.network.publish(A.Id, A.Port, { host: '127.0.0.1', port: 1, answers: 200 });
  await register(groupArn, A);
  await elb.advance(1_500);
  expect(await elb.health(groupArn)).toEqual({ State: 'healthy' });
  expect(await ask(address)).toMatchObject({ status: 200, body: '' });
});
