import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
  DescribeScalingActivitiesCommand as DescribeServiceActivitiesCommand,
  PutScalingPolicyCommand as PutServicePolicyCommand,
  RegisterScalableTargetCommand,
} from '@aws-sdk/client-application-auto-scaling';
import {
  AutoScalingClient,
  CreateAutoScalingGroupCommand,
  DescribeAutoScalingGroupsCommand,
  DescribeInstanceRefreshesCommand,
  DescribeScalingActivitiesCommand,
  PutScalingPolicyCommand,
  StartInstanceRefreshCommand,
} from '@aws-sdk/client-auto-scaling';
import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import {
  CreateLaunchTemplateCommand,
  DescribeInstanceAttributeCommand,
  DescribeInstancesCommand,
  DescribeSubnetsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DescribeServicesCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { seededRandom } from '../../core/random.ts';
import { virtualClock } from '../../core/virtual-clock.ts';
import { noneDriver } from '../../drivers/none.ts';
import { createActionUsage } from '../../http/action-usage.ts';
import { createFaults } from '../../http/faults.ts';
import { createRequestLog } from '../../http/request-log.ts';
import type { Front } from '../../http/server.ts';
import { openFront } from '../../http/server.ts';
import { clientOptions } from '../../http/testing.ts';
import { createRegions } from '../../regions.ts';

const IMAGE = 'resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id';
const UserData = Buffer.from('#!/bin/bash\necho ECS_CLUSTER=c >> /etc/ecs/ecs.config').toString('base64');
const METRIC = { Namespace: 'Sample', MetricName: 'Load' };
const NAME = { AutoScalingGroupName: 'g' };
const SERVICE = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/c/s',
  ScalableDimension: 'ecs:service:DesiredCount',
} as const;
const steps = () => [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }];

const clock = virtualClock(Date.UTC(2026, 10, 1));
const defects: unknown[] = [];
let front: Front;
let clients: ReturnType<typeof connect>;

function connect(url: string) {
  const options = clientOptions(url);
  return {
    autoscaling: new AutoScalingClient(options),
    services: new ApplicationAutoScalingClient(options),
    cloudwatch: new CloudWatchClient(options),
    ec2: new EC2Client(options),
    ecs: new ECSClient(options),
    iam: new IAMClient(options),
  };
}

/** The whole emulator behind its wire, in virtual time. */
beforeAll(async () => {
  const random = seededRandom(1);
  const onDefect = (error: unknown): void => void defects.push(error);
  const driver = () => noneDriver({ clock, outcomes: { 'app:v1': { status: 200 } } });
  const regions = createRegions({ account: '123456789012', clock, random, sabotage: [], driver, onDefect });
  const faults = createFaults(clock.now);
  front = await openFront(
    0,
    {
      now: clock.now,
      requestId: random.uuid,
      caller: regions.sts.caller,
      authorize: async () => ({ permissions: [] }),
      perform: (region, service, ...call) => regions.worldFor(region, service).perform(service, ...call),
      faults,
      log: () => {},
      defect: onDefect,
    },
    { requests: createRequestLog(), actions: createActionUsage(), faults, listeners: () => [], health: () => ({}) },
  );
  clients = connect(`http://127.0.0.1:${front.port}`);
});

afterAll(async () => {
  for (const client of Object.values(clients)) client.destroy();
  await front.close();
});

/** An instance profile with which instances may join a cluster. */
async function createInstanceProfile(): Promise<void> {
  const { iam } = clients;
  const statement = { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const RoleName = 'ecsInstanceRole';
  await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  const PolicyArn = 'arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role';
  await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: RoleName }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: RoleName, RoleName }));
  await clock.advance(30_000);
}

test('one alarm scales the tasks of a service and the instances under it, as the SDK sees it', async () => {
  const { autoscaling, services, cloudwatch, ec2, ecs } = clients;
  const { Subnets = [] } = await ec2.send(
    new DescribeSubnetsCommand({ Filters: [{ Name: 'default-for-az', Values: ['true'] }] }),
  );
  await createInstanceProfile();
  await ecs.send(new CreateClusterCommand({ clusterName: 'c' }));
  const LaunchTemplateData = {
    ImageId: IMAGE,
    InstanceType: 't3.medium',
    UserData,
    IamInstanceProfile: { Name: 'ecsInstanceRole' },
  } as const;
  await ec2.send(new CreateLaunchTemplateCommand({ LaunchTemplateName: 'hosts', LaunchTemplateData }));
  await autoscaling.send(
    new CreateAutoScalingGroupCommand({
      ...NAME,
      MinSize: 2,
      MaxSize: 4,
      LaunchTemplate: { LaunchTemplateName: 'hosts', Version: '$Latest' },
      VPCZoneIdentifier: Subnets.slice(0, 2)
        .map(({ SubnetId }) => SubnetId)
        .join(','),
      Tags: [{ Key: 'team', Value: 'web', PropagateAtLaunch: true }],
    }),
  );
  const containerDefinitions = [{ name: 'app', image: 'app:v1', memory: 128 }];
  await ecs.send(new RegisterTaskDefinitionCommand({ family: 'app', containerDefinitions }));
  await ecs.send(new CreateServiceCommand({ cluster: 'c', serviceName: 's', taskDefinition: 'app', desiredCount: 2 }));
  await clock.advance(300_000);

  const { Reservations = [] } = await ec2.send(
    new DescribeInstancesCommand({ Filters: [{ Name: 'tag:team', Values: ['web'] }] }),
  );
  const instances = Reservations.flatMap(({ Instances = [] }) => Instances);
  expect(instances.map(({ State, Placement }) => [State?.Name, Placement?.AvailabilityZone])).toEqual([
    ['running', 'ap-northeast-1a'],
    ['running', 'ap-northeast-1c'],
  ]);
  const [InstanceId] = instances.map((instance) => instance.InstanceId);
  const attribute = await ec2.send(new DescribeInstanceAttributeCommand({ InstanceId, Attribute: 'userData' }));
  expect(attribute.UserData?.Value).toBe(UserData);

  await services.send(new RegisterScalableTargetCommand({ ...SERVICE, MinCapacity: 2, MaxCapacity: 4 }));
  const servicePolicy = await services.send(
    new PutServicePolicyCommand({
      ...SERVICE,
      PolicyName: 'tasks',
      PolicyType: 'StepScaling',
      StepScalingPolicyConfiguration: { AdjustmentType: 'ChangeInCapacity', StepAdjustments: steps(), Cooldown: 60 },
    }),
  );
  const groupPolicy = await autoscaling.send(
    new PutScalingPolicyCommand({
      ...NAME,
      PolicyName: 'instances',
      PolicyType: 'StepScaling',
      AdjustmentType: 'ChangeInCapacity',
      StepAdjustments: steps(),
    }),
  );
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      ...METRIC,
      AlarmName: 'EcsScaleOutAlarm',
      Statistic: 'Average',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 40,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      AlarmActions: [servicePolicy.PolicyARN, groupPolicy.PolicyARN].filter((arn) => arn !== undefined),
    }),
  );
  await cloudwatch.send(
    new PutMetricDataCommand({
      Namespace: METRIC.Namespace,
      MetricData: [{ MetricName: METRIC.MetricName, Value: 55.5 }],
    }),
  );
  await clock.advance(240_000);

  const { MetricDataResults } = await cloudwatch.send(
    new GetMetricDataCommand({
      StartTime: new Date(clock.now() - 600_000),
      EndTime: new Date(clock.now()),
      MetricDataQueries: [{ Id: 'load', MetricStat: { Metric: METRIC, Period: 60, Stat: 'Average' } }],
    }),
  );
  expect(MetricDataResults).toMatchObject([{ Timestamps: [expect.any(Date)], Values: [55.5] }]);
  const { MetricAlarms } = await cloudwatch.send(new DescribeAlarmsCommand({}));
  expect(MetricAlarms).toMatchObject([{ StateUpdatedTimestamp: expect.any(Date), Threshold: 40 }]);
  const { services: described } = await ecs.send(new DescribeServicesCommand({ cluster: 'c', services: ['s'] }));
  expect(described).toMatchObject([{ desiredCount: 4, runningCount: 4 }]);
  const { AutoScalingGroups } = await autoscaling.send(new DescribeAutoScalingGroupsCommand({}));
  expect(AutoScalingGroups).toMatchObject([{ DesiredCapacity: 3, CreatedTime: expect.any(Date) }]);
  expect(AutoScalingGroups?.[0]?.Instances?.map(({ LifecycleState }) => LifecycleState)).toEqual(
    Array(3).fill('InService'),
  );
  const { Activities } = await autoscaling.send(new DescribeScalingActivitiesCommand(NAME));
  expect(Activities?.[0]?.Cause).toContain(
    'a monitor alarm EcsScaleOutAlarm in state ALARM triggered policy instances',
  );
  const { ScalingActivities } = await services.send(new DescribeServiceActivitiesCommand({ ServiceNamespace: 'ecs' }));
  expect(ScalingActivities?.map(({ StatusCode }) => StatusCode)).toEqual(['Successful', 'Successful']);
  const { ScalableTargets } = await services.send(new DescribeScalableTargetsCommand({ ServiceNamespace: 'ecs' }));
  expect(ScalableTargets).toMatchObject([{ CreationTime: expect.any(Date), MinCapacity: 2 }]);
  expect(defects).toEqual([]);
});

test('an instance refresh replaces what there is', async () => {
  const { autoscaling } = clients;
  const Preferences = { MinHealthyPercentage: 100, MaxHealthyPercentage: 200, InstanceWarmup: 30 };
  const { InstanceRefreshId } = await autoscaling.send(new StartInstanceRefreshCommand({ ...NAME, Preferences }));
  await clock.advance(300_000);
  const { InstanceRefreshes } = await autoscaling.send(new DescribeInstanceRefreshesCommand(NAME));
  expect(InstanceRefreshes).toMatchObject([
    {
      InstanceRefreshId,
      Status: 'Successful',
      PercentageComplete: 100,
      StartTime: expect.any(Date),
      EndTime: expect.any(Date),
    },
  ]);
  expect(defects).toEqual([]);
});
