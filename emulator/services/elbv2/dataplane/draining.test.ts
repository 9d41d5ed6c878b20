import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ask, eventually } from '../testing/client.ts';
import type { Balanced, TestElb } from '../testing/elb.ts';
import { createTestElb } from '../testing/elb.ts';

const A = { Id: 'i-0000000a', Port: 32_768 };
const C = { Id: 'i-0000000c', Port: 32_769 };
const NOT_REGISTERED = {
  State: 'unused',
  Reason: 'Target.NotRegistered',
  Description: 'Target is not registered to the target group',
};
const DRAINING = {
  State: 'draining',
  Reason: 'Target.DeregistrationInProgress',
  Description: 'Target deregistration is in progress',
};

let elb: TestElb;
afterEach(() => elb.stop());

/** Target A answers when told to; with `begun`, it has sent the first half at once. */
async function slowTarget(options: { readonly begun?: boolean } = {}) {
  const balanced = await elb.balance();
  await elb.call('ModifyTargetGroupAttributes', {
    TargetGroupArn: balanced.groupArn,
    Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '15' }],
  });
  const waiting: ServerResponse[] = [];
  await elb.serve(A.Id, A.Port, (request, response) => {
    if (request.url === '/health') return void response.end();
    if (options.begun) response.write('half');
    waiting.push(response);
  });
  await elb.register(balanced.groupArn, A);
  return { ...balanced, waiting };
}

const deregister = ({ groupArn }: Balanced): Promise<unknown> =>
  elb.call('DeregisterTargets', { TargetGroupArn: groupArn, Targets: [A] });

describe('a draining target', () => {
  test('gets no new requests and finishes those that it has', async () => {
    elb = createTestElb();
    const slow = await slowTarget();
    const asked = ask(slow.address);
    const response = await eventually(() => slow.waiting[0]);
    await deregister(slow);
    expect(await ask(slow.address)).toMatchObject({ status: 503 });
    await elb.advance(14_000);
    response.end('in time');
    expect(await asked).toMatchObject({ status: 200, body: 'in time' });
  });

  test('is cut off when the deregistration delay ends: 502', async () => {
    elb = createTestElb();
    const slow = await slowTarget();
    const asked = ask(slow.address);
    await eventually(() => slow.waiting[0]);
    await deregister(slow);
    await elb.advance(14_900);
    expect(await elb.health(slow.groupArn, A)).toEqual(DRAINING);
    await elb.advance(200);
    expect(await asked).toMatchObject({ status: 502, headers: { server: 'awselb/2.0' } });
    expect(await elb.health(slow.groupArn, A)).toEqual(NOT_REGISTERED);
    expect(await elb.health(slow.groupArn)).toBeUndefined();
  });

  test('is cut off in the middle of an answer', async () => {
    elb = createTestElb();
    const slow = await slowTarget({ begun: true });
    const asked = ask(slow.address).catch((error: Error) => error.message);
    await eventually(() => slow.waiting[0]);
    await deregister(slow);
    await elb.advance(15_100);
    expect(await asked).toBe('aborted');
  });

  test('is draining for the whole delay, though nothing is in flight', async () => {
    elb = createTestElb();
    const slow = await slowTarget();
    await deregister(slow);
    await elb.advance(14_900);
    expect(await elb.health(slow.groupArn)).toEqual(DRAINING);
    await elb.advance(200);
    expect(await elb.health(slow.groupArn)).toBeUndefined();
  });

  test('is cut off at once under the sabotage short-drain', async () => {
    elb = createTestElb({ sabotage: ['short-drain'] });
    const slow = await slowTarget();
    const asked = ask(slow.address);
    await eventually(() => slow.waiting[0]);
    await deregister(slow);
    await elb.advance(1);
    expect(await asked).toMatchObject({ status: 502 });
    expect(await elb.health(slow.groupArn, A)).toEqual(NOT_REGISTERED);
  });

  test('serves again once registered again', async () => {
    elb = createTestElb();
    const slow = await slowTarget();
    await deregister(slow);
    await elb.register(slow.groupArn, A);
    await elb.advance(60_000);
    expect(await elb.health(slow.groupArn)).toEqual({ State: 'healthy' });
  });

  test('leaves the requests to the others, none of which fails', async () => {
    elb = createTestElb();
    const slow = await slowTarget();
    await elb.serve(C.Id, C.Port, (_request, response) => void response.end('c'));
    await elb.register(slow.groupArn, C);
    await deregister(slow);
    for (let i = 0; i < 4; i++) expect(await ask(slow.address)).toMatchObject({ status: 200, body: 'c' });
  });
});

test('a target that no listener uses leaves without draining', async () => {
  elb = createTestElb();
  const { groupArn, listenerArn } = await elb.balance();
  await elb.call('DeleteListener', { ListenerArn: listenerArn });
  await elb.call('RegisterTargets', { TargetGroupArn: groupArn, Targets: [A] });
  await elb.call('DeregisterTargets', { TargetGroupArn: groupArn, Targets: [A] });
  expect(await elb.health(groupArn)).toBeUndefined();
});
