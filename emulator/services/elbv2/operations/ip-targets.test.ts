import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { hostAt } from '../../../core/network.ts';
import type { DescribeTargetGroupsOutput, DescribeTargetHealthOutput } from '../../../shapes/elbv2.d.ts';
import { ask, eventually } from '../testing/client.ts';
import { VPC } from '../testing/ec2.ts';
import type { TestElb } from '../testing/elb.ts';
import { createTestElb } from '../testing/elb.ts';

const TASK = { Id: '10.0.0.20', Port: 8080 };

let elb: TestElb;
beforeEach(() => {
  elb = createTestElb();
});
afterEach(() => elb.stop());

test('a target that is an address is checked and served by its own address, and drains', async () => {
  const { groupArn, address } = await elb.balance({ TargetType: 'ip' });
  const seen: (string | undefined)[] = [];
  await elb.serve(hostAt(VPC, TASK.Id), TASK.Port, ({ headers }, response) => {
    seen.push(headers.host);
    response.end('from the task');
  });
  await elb.register(groupArn, TASK);
  expect(seen).toEqual(['10.0.0.20:8080']);
  expect(await ask(address)).toMatchObject({ status: 200, body: 'from the task' });
  const { TargetHealthDescriptions } = await elb.call<DescribeTargetHealthOutput>('DescribeTargetHealth', {
    TargetGroupArn: groupArn,
  });
  expect(TargetHealthDescriptions?.[0]?.Target).toEqual({ ...TASK, AvailabilityZone: 'ap-northeast-1a' });
  await elb.call('DeregisterTargets', { TargetGroupArn: groupArn, Targets: [TASK] });
  expect(await elb.health(groupArn, TASK)).toMatchObject({ State: 'draining' });
  expect(await ask(address)).toMatchObject({ status: 503 });
});

test('an address that nothing has any longer times out', async () => {
  const { groupArn } = await elb.balance({ TargetType: 'ip' });
  elb.world.network.setFirewall(() => false);
  await elb.call('RegisterTargets', { TargetGroupArn: groupArn, Targets: [TASK] });
  await elb.advance(1_500);
  await elb.advance(30_000);
  await eventually(async () => (await elb.health(groupArn, TASK))?.Reason === 'Target.Timeout');
});

test('the type of a group is described, and another one is another group', async () => {
  const { groupArn } = await elb.provision({ TargetType: 'ip' });
  const { TargetGroups } = await elb.call<DescribeTargetGroupsOutput>('DescribeTargetGroups', {
    TargetGroupArns: [groupArn],
  });
  expect(TargetGroups?.[0]?.TargetType).toBe('ip');
  await expect(elb.provision({ TargetType: 'instance' })).rejects.toMatchObject({ code: 'DuplicateTargetGroupName' });
});

describe('RegisterTargets refuses', () => {
  test.each([
    [{ Id: 'i-0000000a' }, "The IP address 'i-0000000a' is not a valid IPv4 address"],
    [{ Id: '10.9.0.1' }, "The Availability Zone is required for IP address '10.9.0.1' because it is not in the VPC"],
    [
      { Id: '10.0.0.20', AvailabilityZone: 'all' },
      "The IP address '10.0.0.20' is within the VPC, and cannot have its Availability Zone overridden to 'all' from 'ap-northeast-1a'",
    ],
  ])('%j', async (target, message) => {
    const { groupArn } = await elb.provision({ TargetType: 'ip' });
    await expect(elb.call('RegisterTargets', { TargetGroupArn: groupArn, Targets: [target] })).rejects.toThrow(message);
  });

  test('an address in a group of instances', async () => {
    const { groupArn } = await elb.provision();
    await expect(elb.call('RegisterTargets', { TargetGroupArn: groupArn, Targets: [TASK] })).rejects.toThrow(
      "Instance ID '10.0.0.20' is not valid",
    );
  });
});
