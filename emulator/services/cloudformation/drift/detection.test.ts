import { expect, test } from '@jest/globals';
import type {
  DescribeStackDriftDetectionStatusOutput,
  DescribeStackResourceDriftsOutput,
  DetectStackResourceDriftOutput,
} from '../../../shapes/cloudformation.d.ts';
import { REGISTERED_TYPES } from '../resources/registry.ts';
import { describeRecorded, recordingOf } from '../testing/recordings.ts';
import type { StackWorld } from '../testing/stack-world.ts';
import { parameterResource, stackWorld } from '../testing/stack-world.ts';
import { readerOf } from './readers.ts';
import { propertyDifferences } from './report.ts';

const LOGS = { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/app', RetentionInDays: 7 } };
const ROLE = {
  Type: 'AWS::IAM::Role',
  Properties: { RoleName: 'app', AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] } },
};
const Capabilities = ['CAPABILITY_NAMED_IAM'];

async function stacked(Resources: object): Promise<StackWorld> {
  const world = stackWorld();
  const TemplateBody = JSON.stringify({ Resources });
  await world.deploy({ StackName: 's', ChangeSetType: 'CREATE', TemplateBody, Capabilities });
  return world;
}

async function detected({ call, advance }: StackWorld): Promise<DescribeStackDriftDetectionStatusOutput> {
  const begun = await call('DetectStackDrift', { StackName: 's' });
  const during = await call('DescribeStackDriftDetectionStatus', begun);
  expect(during).toMatchObject({ DetectionStatus: 'DETECTION_IN_PROGRESS' });
  expect(during['DriftedStackResourceCount']).toBeUndefined();
  await advance(10_000);
  return call('DescribeStackDriftDetectionStatus', begun);
}

test('what was changed and deleted by hand is detected, and described per resource', async () => {
  const world = await stacked({
    Logs: LOGS,
    Gone: parameterResource('x', { Name: '/gone' }),
    Kept: parameterResource('y'),
  });
  await world.world.call('logs', 'PutRetentionPolicy', { logGroupName: '/app', retentionInDays: 30 });
  await world.ssm('DeleteParameter', { Name: '/gone' });
  expect(await detected(world)).toMatchObject({
    DetectionStatus: 'DETECTION_COMPLETE',
    StackDriftStatus: 'DRIFTED',
    DriftedStackResourceCount: 2,
  });
  const { StackResourceDrifts: drifts } = await world.call<DescribeStackResourceDriftsOutput>(
    'DescribeStackResourceDrifts',
    { StackName: 's', StackResourceDriftStatusFilters: ['MODIFIED', 'DELETED'] },
  );
  expect(drifts).toEqual([
    expect.objectContaining({
      LogicalResourceId: 'Gone',
      StackResourceDriftStatus: 'DELETED',
      PropertyDifferences: [],
    }),
    expect.objectContaining({
      LogicalResourceId: 'Logs',
      PhysicalResourceId: '/app',
      StackResourceDriftStatus: 'MODIFIED',
      ExpectedProperties: '{"LogGroupName":"/app","RetentionInDays":7}',
      ActualProperties: '{"LogGroupName":"/app","RetentionInDays":30}',
      PropertyDifferences: [
        { PropertyPath: '/RetentionInDays', ExpectedValue: '7', ActualValue: '30', DifferenceType: 'NOT_EQUAL' },
      ],
    }),
  ]);
  expect(await world.stack('s')).toMatchObject({
    DriftInformation: { StackDriftStatus: 'DRIFTED', LastCheckTimestamp: expect.any(Number) },
  });
  expect(await world.call('DescribeStackResource', { StackName: 's', LogicalResourceId: 'Kept' })).toMatchObject({
    StackResourceDetail: { DriftInformation: { StackResourceDriftStatus: 'IN_SYNC' } },
  });
});

test('a stack as its template made it is in sync, and unchecked again after an update', async () => {
  const world = await stacked({ Logs: LOGS });
  expect(await detected(world)).toMatchObject({ StackDriftStatus: 'IN_SYNC', DriftedStackResourceCount: 0 });
  const TemplateBody = JSON.stringify({ Resources: { Logs: { ...LOGS, Properties: { LogGroupName: '/app' } } } });
  await world.deploy({ StackName: 's', TemplateBody });
  expect((await world.stack('s')).DriftInformation).toEqual({ StackDriftStatus: 'NOT_CHECKED' });
});

test('one resource is detected at once; a policy document is one place', async () => {
  const { world, call } = await stacked({ Role: ROLE });
  const Statement = [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }];
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  await world.call('iam', 'UpdateAssumeRolePolicy', { RoleName: 'app', PolicyDocument });
  const input = { StackName: 's', LogicalResourceId: 'Role' };
  const { StackResourceDrift: drift } = await call<DetectStackResourceDriftOutput>('DetectStackResourceDrift', input);
  expect(drift.PropertyDifferences).toEqual([
    {
      PropertyPath: '/AssumeRolePolicyDocument',
      ExpectedValue: JSON.stringify({ Version: '2012-10-17', Statement: [] }),
      ActualValue: PolicyDocument,
      DifferenceType: 'NOT_EQUAL',
    },
  ]);
});

test.each([
  [{ Retention: '7' }, {}, 'REMOVE', '/Retention', '7', 'null'],
  [{ Rules: ['a'] }, { Rules: ['a', 'b'] }, 'ADD', '/Rules/1', 'null', 'b'],
  [{ Port: { From: '1' } }, { Port: { From: '2' } }, 'NOT_EQUAL', '/Port/From', '1', '2'],
])('%j beside %j is %s', (expected, actual, DifferenceType, PropertyPath, ExpectedValue, ActualValue) => {
  expect(propertyDifferences(expected, actual, () => undefined)).toEqual([
    { PropertyPath, ExpectedValue, ActualValue, DifferenceType },
  ]);
});

test('every type that a stack may have can be read, but for what the AWS CDK notes down', () => {
  expect(REGISTERED_TYPES.filter((type) => !readerOf(type))).toEqual(['AWS::CDK::Metadata']);
});

test('a stack under way cannot be checked', async () => {
  const { call } = stackWorld();
  await call('CreateStack', { StackName: 's', TemplateBody: JSON.stringify({ Resources: { Logs: LOGS } }) });
  await expect(call('DetectStackDrift', { StackName: 's' })).rejects.toThrow('in state CREATE_IN_PROGRESS');
});

describeRecorded('Drift', () => {
  test('properties that differ are told as for a function', () => {
    const { StackResourceDrift: drift } = recordingOf('api__test_drift_detection', 'test_drift_detection_on_lambda')[
      'drift_detection'
    ];
    const { ExpectedProperties: expected, ActualProperties: actual, PropertyDifferences: differences } = drift;
    expect(propertyDifferences(expected, actual, () => undefined)).toEqual(differences);
  });
});
