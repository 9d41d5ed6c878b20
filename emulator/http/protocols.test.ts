import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeChangeSetCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, GetMetricStatisticsCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import {
  AuthorizeSecurityGroupIngressCommand,
  DeleteVpcCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { DescribeServicesCommand, ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { DescribeTargetHealthCommand, ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AwsError } from '../core/errors.ts';
import type { Service } from '../core/world.ts';
import { decodeCbor, encodeCbor } from '../protocol/cbor.ts';
import type { TestFront } from './testing.ts';
import { clientOptions, openTestFront, signed } from './testing.ts';

const WHEN = Date.UTC(2026, 10, 1, 12, 34, 56, 789);
const AWKWARD = 'a <b> & "c"\r\n\u0000\u{1f600}';

/** Answers what the test says next, and keeps what it was asked. */
function scripted(operations: readonly string[]) {
  const seen: unknown[] = [];
  const next: { answer: () => unknown } = { answer: () => ({}) };
  const handler = (input: never): unknown => {
    seen.push(input);
    return next.answer();
  };
  const service: Service = { operations: Object.fromEntries(operations.map((name) => [name, handler])) };
  return {
    service,
    answering: (output: unknown) => {
      next.answer = () => output;
    },
    refusing: (error: AwsError) => {
      next.answer = () => {
        throw error;
      };
    },
    input: () => seen.at(-1),
  };
}

const cloudformation = scripted(['CreateStack', 'DescribeStacks', 'DescribeChangeSet']);
const autoscaling = scripted(['DescribeAutoScalingGroups']);
const elbv2 = scripted(['DescribeTargetHealth']);
const ec2 = scripted(['DescribeVpcs', 'DeleteVpc', 'AuthorizeSecurityGroupIngress']);
const ecs = scripted(['DescribeServices', 'UpdateService']);
const cloudwatch = scripted(['GetMetricStatistics', 'PutMetricData']);

let front: TestFront;
beforeAll(async () => {
  front = await openTestFront({
    autoscaling: autoscaling.service,
    cloudformation: cloudformation.service,
    cloudwatch: cloudwatch.service,
    ec2: ec2.service,
    ecs: ecs.service,
    elbv2: elbv2.service,
  });
});
afterAll(async () => {
  await front.close();
  expect(front.defects).toEqual([]);
});

describe('AWS Query', () => {
  const client = () => new CloudFormationClient(clientOptions(front.url));

  test('carries lists, structures, booleans, numbers and text as they are', async () => {
    cloudformation.answering({ StackId: 'arn:stack' });
    const input = {
      StackName: 'sample',
      TemplateBody: 'Resources: {}\r\n# あ <&> "\'',
      Parameters: [{ ParameterKey: 'a', ParameterValue: '' }],
      Capabilities: ['CAPABILITY_IAM' as const],
      Tags: [],
      DisableRollback: false,
      RollbackConfiguration: { RollbackTriggers: [], MonitoringTimeInMinutes: 0 },
    };
    expect(await client().send(new CreateStackCommand(input))).toMatchObject({ StackId: 'arn:stack' });
    expect(cloudformation.input()).toEqual(input);
  });

  test('answers nested lists, empty lists and timestamps', async () => {
    const stack = { StackName: 's', StackStatus: 'CREATE_COMPLETE', CreationTime: WHEN, Description: AWKWARD };
    cloudformation.answering({
      Stacks: [
        {
          ...stack,
          Capabilities: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'],
          Tags: [],
          Outputs: [{ OutputKey: 'k', OutputValue: ' v ' }],
        },
      ],
    });
    const { Stacks } = await client().send(new DescribeStacksCommand({}));
    expect(Stacks).toEqual([
      {
        StackName: 's',
        StackStatus: 'CREATE_COMPLETE',
        CreationTime: new Date(WHEN),
        Description: AWKWARD.replace('\u0000', '\ufffd'),
        Capabilities: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'],
        Tags: [],
        Outputs: [{ OutputKey: 'k', OutputValue: ' v ' }],
      },
    ]);
  });

  test.each(['ChangeSetNotFound', 'ChangeSetNotFoundException'])(
    'answers an error thrown as %s in the one way that AWS does',
    async (code) => {
      cloudformation.refusing(new AwsError(code, 'ChangeSet [c] does not exist'));
      const sent = client().send(new DescribeChangeSetCommand({ ChangeSetName: 'c', StackName: 's' }));
      await expect(sent).rejects.toMatchObject({
        name: 'ChangeSetNotFoundException',
        message: 'ChangeSet [c] does not exist',
        $metadata: { httpStatusCode: 404, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      });
      expect(front.requests().at(-1)).toMatchObject({
        operation: 'DescribeChangeSet',
        status: 404,
        errorCode: 'ChangeSetNotFound',
      });
    },
  );

  test('is what Auto Scaling and load balancing speak too', async () => {
    autoscaling.answering({
      AutoScalingGroups: [
        {
          AutoScalingGroupName: 'g',
          MinSize: 1,
          MaxSize: 4,
          DesiredCapacity: 2,
          DefaultCooldown: 300,
          AvailabilityZones: ['a'],
          HealthCheckType: 'EC2',
          CreatedTime: WHEN,
          Instances: [],
        },
      ],
    });
    const groups = await new AutoScalingClient(clientOptions(front.url)).send(
      new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: ['g'] }),
    );
    expect(groups.AutoScalingGroups).toMatchObject([{ MaxSize: 4, CreatedTime: new Date(WHEN), Instances: [] }]);
    elbv2.answering({
      TargetHealthDescriptions: [{ Target: { Id: 'i-1', Port: 80 }, TargetHealth: { State: 'healthy' } }],
    });
    const health = await new ElasticLoadBalancingV2Client(clientOptions(front.url)).send(
      new DescribeTargetHealthCommand({ TargetGroupArn: 'arn', Targets: [{ Id: 'i-1', Port: 80 }] }),
    );
    expect(health.TargetHealthDescriptions).toMatchObject([{ Target: { Id: 'i-1', Port: 80 } }]);
    expect(elbv2.input()).toEqual({ TargetGroupArn: 'arn', Targets: [{ Id: 'i-1', Port: 80 }] });
  });
});

describe('EC2’s query', () => {
  const client = () => new EC2Client(clientOptions(front.url));

  test('reads flat lists and answers sets', async () => {
    ec2.answering({
      Vpcs: [
        { VpcId: 'vpc-1', IsDefault: true, Tags: [{ Key: 'k', Value: 'v' }] },
        { VpcId: 'vpc-2', Tags: [] },
      ],
    });
    const { Vpcs } = await client().send(
      new DescribeVpcsCommand({ Filters: [{ Name: 'is-default', Values: ['true', 'false'] }] }),
    );
    expect(Vpcs).toMatchObject([
      { VpcId: 'vpc-1', IsDefault: true, Tags: [{ Key: 'k', Value: 'v' }] },
      { VpcId: 'vpc-2', Tags: [] },
    ]);
    expect(ec2.input()).toEqual({ Filters: [{ Name: 'is-default', Values: ['true', 'false'] }] });
  });

  test('reads rules that nest three levels deep', async () => {
    ec2.answering({ Return: true, SecurityGroupRules: [] });
    const input = {
      GroupId: 'sg-1',
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: 32_768, ToPort: 65_535, UserIdGroupPairs: [{ GroupId: 'sg-2' }] }],
    };
    const { Return } = await client().send(new AuthorizeSecurityGroupIngressCommand(input));
    expect(Return).toBe(true);
    expect(ec2.input()).toEqual(input);
  });

  test('answers operations without output, and errors', async () => {
    ec2.answering(undefined);
    await client().send(new DeleteVpcCommand({ VpcId: 'vpc-1' }));
    ec2.refusing(new AwsError('DependencyViolation', "The vpc 'vpc-1' has dependencies and cannot be deleted."));
    await expect(client().send(new DeleteVpcCommand({ VpcId: 'vpc-1' }))).rejects.toMatchObject({
      name: 'DependencyViolation',
      message: "The vpc 'vpc-1' has dependencies and cannot be deleted.",
    });
  });
});

describe('AWS JSON', () => {
  const client = () => new ECSClient(clientOptions(front.url));

  test('carries maps, numbers and timestamps', async () => {
    ecs.answering({ services: [{ serviceName: 's', createdAt: WHEN, desiredCount: 2, events: [] }], failures: [] });
    const { services } = await client().send(new DescribeServicesCommand({ services: ['s'] }));
    expect(services).toEqual([{ serviceName: 's', createdAt: new Date(WHEN), desiredCount: 2, events: [] }]);
  });

  test('answers errors as the exceptions that they are', async () => {
    ecs.refusing(new AwsError('ServiceNotFoundException', 'Service not found.'));
    await expect(client().send(new UpdateServiceCommand({ service: 's' }))).rejects.toMatchObject({
      name: 'ServiceNotFoundException',
      message: 'Service not found.',
      $metadata: { httpStatusCode: 400 },
    });
  });

  test('carries CloudWatch, whose clients still see the codes of its query protocol', async () => {
    const client = new CloudWatchClient(clientOptions(front.url));
    cloudwatch.answering({ Label: 'CPU', Datapoints: [{ Timestamp: WHEN, Average: 40.5 }] });
    const input = {
      Namespace: 'AWS/ECS',
      MetricName: 'CPU',
      StartTime: new Date(WHEN),
      EndTime: new Date(WHEN),
      Period: 60,
    };
    const { Datapoints } = await client.send(new GetMetricStatisticsCommand(input));
    expect(Datapoints).toEqual([{ Timestamp: new Date(WHEN), Average: 40.5 }]);
    expect(cloudwatch.input()).toEqual({ ...input, StartTime: WHEN, EndTime: WHEN });
    cloudwatch.refusing(new AwsError('InvalidParameterValue', 'no'));
    await expect(client.send(new GetMetricStatisticsCommand(input))).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
    });
  });

  test('is read when a client has compressed it', async () => {
    cloudwatch.answering(undefined);
    const MetricData = Array.from({ length: 500 }, (_, i) => ({ MetricName: `metric-${i}`, Value: i }));
    await new CloudWatchClient(clientOptions(front.url)).send(
      new PutMetricDataCommand({ Namespace: 'Test', MetricData }),
    );
    expect(cloudwatch.input()).toEqual({ Namespace: 'Test', MetricData });
  });
});

describe('RPC v2 CBOR', () => {
  const send = async (operation: string, input: unknown) => {
    const response = await fetch(`${front.url}/service/GraniteServiceVersion20100801/operation/${operation}`, {
      method: 'POST',
      headers: { ...signed('monitoring'), 'smithy-protocol': 'rpc-v2-cbor', 'content-type': 'application/cbor' },
      body: encodeCbor(input),
    });
    return { status: response.status, headers: response.headers, body: decodeCbor(await response.bytes()) };
  };

  test('carries instants and numbers', async () => {
    cloudwatch.answering({ Datapoints: [{ Timestamp: WHEN, Average: 40.5 }] });
    const input = { Namespace: 'n', MetricName: 'm', StartTime: new Date(WHEN), EndTime: new Date(WHEN), Period: 60 };
    const { status, body } = await send('GetMetricStatistics', input);
    expect([status, body]).toEqual([200, { Datapoints: [{ Timestamp: new Date(WHEN), Average: 40.5 }] }]);
    expect(cloudwatch.input()).toMatchObject({ StartTime: WHEN });
  });

  test('carries errors', async () => {
    const { status, body, headers } = await send('GetMetricStatistics', {
      Namespace: 'n',
      MetricName: 'm',
      Period: 60,
      EndTime: new Date(WHEN),
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({ __type: 'ValidationError', message: expect.stringContaining("at 'startTime'") });
    expect(headers.get('x-amzn-query-error')).toBe('ValidationError;Sender');
  });
});
