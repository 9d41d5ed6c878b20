import { describe, expect, test } from '@jest/globals';
import type { AutoScalingGroup } from '../../shapes/autoscaling.d.ts';
import { createAutoScalingTest, SUBNETS } from './testing.ts';

const NAME = { AutoScalingGroupName: 'g' };

describe('a group', () => {
  test('spreads its first instances over the zones and says why it launched them', async () => {
    const asg = createAutoScalingTest();
    await asg.createGroup();
    expect(
      (await asg.instances()).map(({ AvailabilityZone, LifecycleState }) => [AvailabilityZone, LifecycleState]),
    ).toEqual([
      ['ap-northeast-1a', 'InService'],
      ['ap-northeast-1c', 'InService'],
    ]);
    const [activity] = await asg.activities();
    expect(activity).toMatchObject({
      Description: 'Launching a new EC2 instance: i-2',
      StatusCode: 'Successful',
      Progress: 100,
    });
    expect((await asg.activities())[1]?.Cause).toMatch(
      /^At 2026-11-01T00:00:00Z a user request created an AutoScalingGroup changing the desired capacity from 0 to 2\. {2}At 2026-11-01T00:00:0\dZ an instance was started in response to a difference between desired and actual capacity, increasing the capacity from 0 to 2\.$/,
    );
  });

  test("has AWS's defaults", async () => {
    const asg = createAutoScalingTest();
    await asg.createGroup();
    expect(await asg.group()).toMatchObject({
      DefaultCooldown: 300,
      DesiredCapacity: 2,
      HealthCheckType: 'EC2',
      HealthCheckGracePeriod: 0,
      NewInstancesProtectedFromScaleIn: false,
      TerminationPolicies: ['Default'],
      VPCZoneIdentifier: SUBNETS.join(','),
      LaunchTemplate: { LaunchTemplateId: 'lt-1', LaunchTemplateName: 'lt', Version: '$Latest' },
      ServiceLinkedRoleARN: expect.stringMatching(/AWSServiceRoleForAutoScaling$/),
    });
  });

  test.each<[object, string]>([
    [
      { LaunchTemplate: { LaunchTemplateId: 'lt-2' } },
      'You must use a valid fully-formed launch template. no such template',
    ],
    [{ LaunchTemplate: undefined }, 'Valid requests must contain either LaunchTemplate'],
    [{ MinSize: 5 }, 'Max bound, 4, must be greater than or equal to min bound, 5'],
    [{ DesiredCapacity: 5 }, 'Desired capacity:5 must be between the specified min size:2 and max size:4'],
    [{ VPCZoneIdentifier: 'subnet-x' }, "The subnet ID 'subnet-x' does not exist"],
    [{ VPCZoneIdentifier: undefined }, 'At least one Availability Zone or VPC Subnet is required.'],
    [{ AvailabilityZones: ['ap-northeast-1d'] }, 'do not match'],
    [{ TargetGroupARNs: ['arn:x'] }, 'This emulator does not serve groups that register'],
    [{ TerminationPolicies: ['Youngest'] }, "Termination policy 'Youngest' is not valid."],
  ])('with %j is refused: %s', async (input, message) => {
    const asg = createAutoScalingTest();
    await expect(asg.createGroup(input)).rejects.toThrow(message);
    await expect(asg.group()).rejects.toThrow('there is no group');
  });

  test('has a name of its own', async () => {
    const asg = createAutoScalingTest();
    await asg.createGroup();
    await expect(asg.createGroup()).rejects.toMatchObject({
      code: 'AlreadyExists',
      message: 'AutoScalingGroup by this name already exists - A group with the name g already exists',
    });
  });

  test('follows its bounds when they are changed', async () => {
    const asg = createAutoScalingTest();
    await asg.createGroup();
    await asg.call('UpdateAutoScalingGroup', { ...NAME, MinSize: 3 });
    await asg.advance(30_000);
    expect(await asg.instances()).toHaveLength(3);
    expect((await asg.activities())[0]?.Cause).toContain(
      'a user request update of AutoScalingGroup constraints to min: 3, max: 4, desired: 3 changing the desired capacity from 2 to 3.',
    );
  });

  test('keeps a launch that fails in its activities, and tries again', async () => {
    const asg = createAutoScalingTest();
    const reason = 'Value (x) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name';
    asg.ec2.refusal = reason;
    await asg.createGroup();
    expect((await asg.activities())[0]).toMatchObject({
      StatusCode: 'Failed',
      Description: `Launching a new EC2 instance.  Status Reason: ${reason}. Launching EC2 instance failed.`,
      StatusMessage: `${reason}. Launching EC2 instance failed.`,
    });
    asg.ec2.refusal = undefined;
    await asg.advance(90_000);
    expect(await asg.instances()).toHaveLength(2);
  });

  test('whose template and subnets are gone goes on trying', async () => {
    const asg = createAutoScalingTest();
    await asg.createGroup();
    asg.ec2.isGone = true;
    await asg.call('SetDesiredCapacity', { ...NAME, DesiredCapacity: 3 });
    await asg.call('StartInstanceRefresh', { ...NAME, Preferences: { SkipMatching: true } });
    await asg.advance(120_000);
    expect((await asg.activities())[0]).toMatchObject({
      StatusCode: 'Failed',
      StatusMessage: expect.stringContaining('gone'),
    });
    asg.ec2.isGone = false;
    await asg.advance(90_000);
    expect(await asg.instances()).toHaveLength(3);
  });

  test('replaces an instance that somebody else terminated', async () => {
    const asg = createAutoScalingTest();
    await asg.createGroup();
    asg.ec2.kill('i-1');
    await asg.advance(150_000);
    expect((await asg.instances()).map(({ InstanceId }) => InstanceId)).toEqual(['i-2', 'i-3']);
    const causes = (await asg.activities()).map(({ Cause }) => Cause);
    expect(causes[0]).toContain(
      'an instance was launched in response to an unhealthy instance needing to be replaced.',
    );
    expect(causes[1]).toContain(
      'an instance was taken out of service in response to an EC2 health check indicating it has been terminated or stopped.',
    );
  });

  test('does not replace it while ReplaceUnhealthy is suspended', async () => {
    const asg = createAutoScalingTest();
    await asg.createGroup();
    await asg.call('SuspendProcesses', { ...NAME, ScalingProcesses: ['ReplaceUnhealthy'] });
    asg.ec2.kill('i-1');
    await asg.advance(150_000);
    expect((await asg.instances()).map(({ HealthStatus }) => HealthStatus)).toEqual(['Unhealthy', 'Healthy']);
    await asg.call('ResumeProcesses', NAME);
    await asg.advance(60_000);
    expect((await asg.instances()).map(({ HealthStatus }) => HealthStatus)).toEqual(['Healthy', 'Healthy']);
  });
});

describe('deleting a group', () => {
  test('is refused while it has instances, and takes a moment afterwards', async () => {
    const asg = createAutoScalingTest();
    await asg.createGroup();
    await expect(asg.call('DeleteAutoScalingGroup', NAME)).rejects.toMatchObject({
      code: 'ResourceInUse',
      message:
        'You cannot delete an AutoScalingGroup while there are instances or pending Spot instance request(s) still in the group.',
    });
    await asg.call('UpdateAutoScalingGroup', { ...NAME, MinSize: 0, MaxSize: 0 });
    await asg.advance(60_000);
    await asg.call('DeleteAutoScalingGroup', NAME);
    expect((await asg.group()).Status).toBe('Delete in progress');
    await asg.advance(10_000);
    await expect(asg.group()).rejects.toThrow('there is no group');
  });

  test('by force waits neither for protection nor for hooks', async () => {
    const asg = createAutoScalingTest();
    await asg.createGroup({
      NewInstancesProtectedFromScaleIn: true,
      LifecycleHookSpecificationList: [
        { LifecycleHookName: 'drain', LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING' },
      ],
    });
    await asg.call('DeleteAutoScalingGroup', { ...NAME, ForceDelete: true });
    await asg.advance(10_000);
    expect((await asg.instances()).map(({ LifecycleState }) => LifecycleState)).toEqual(['Terminating', 'Terminating']);
    await expect(asg.call('SetDesiredCapacity', { ...NAME, DesiredCapacity: 2 })).rejects.toThrow('pending delete');
    await asg.advance(40_000);
    await expect(asg.group()).rejects.toThrow('there is no group');
    expect(asg.ec2.running.size).toBe(0);
  });

  test('is refused by deletion protection', async () => {
    const asg = createAutoScalingTest();
    await asg.createGroup({ DeletionProtection: 'prevent-force-deletion' });
    await expect(asg.call('DeleteAutoScalingGroup', { ...NAME, ForceDelete: true })).rejects.toThrow(
      'prevent-force-deletion',
    );
  });
});

test('tags are described, changed and found by', async () => {
  const asg = createAutoScalingTest();
  await asg.createGroup({ Tags: [{ Key: 'team', Value: 'web', PropagateAtLaunch: true }] });
  const tag = { ResourceId: 'g', ResourceType: 'auto-scaling-group' };
  await asg.call('CreateOrUpdateTags', {
    Tags: [{ ...tag, Key: 'AmazonECSManaged', Value: '', PropagateAtLaunch: true }],
  });
  await asg.call('DeleteTags', { Tags: [{ ...tag, Key: 'team' }] });
  expect((await asg.group()).Tags).toEqual([{ ...tag, Key: 'AmazonECSManaged', Value: '', PropagateAtLaunch: true }]);
  const byTag = async (Name: string, Values: string[]) =>
    (
      await asg.call<{ AutoScalingGroups: AutoScalingGroup[] }>('DescribeAutoScalingGroups', {
        Filters: [{ Name, Values }],
      })
    ).AutoScalingGroups.length;
  expect(await byTag('tag-key', ['AmazonECSManaged'])).toBe(1);
  expect(await byTag('tag:team', ['web'])).toBe(0);
});
