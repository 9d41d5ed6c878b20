import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DescribeLogGroupsCommand,
  GetLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  CreateRoleCommand,
  GetRoleCommand,
  IAMClient,
  ListRolesCommand,
  waitUntilRoleExists,
} from '@aws-sdk/client-iam';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Emulator } from './emulator.ts';
import { startEmulator } from './emulator.ts';
import { clientOptions } from './http/testing.ts';

const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: '210987654321' }, Action: 'sts:AssumeRole' }],
});

let emulator: Emulator;
const defects: unknown[] = [];
const options = (region = 'ap-northeast-1') => ({ ...clientOptions(emulator.url), region });

beforeAll(async () => {
  emulator = await startEmulator({
    account: '210987654321',
    // Fast enough that a new role has propagated by the next request.
    scale: 10_000,
    driver: 'none',
    onDefect: (error) => void defects.push(error),
  });
});
afterAll(async () => {
  await emulator.stop();
  expect(defects).toEqual([]);
});

describe('an account', () => {
  test('tells its callers who they are, as themselves and in a role', async () => {
    const sts = new STSClient(options());
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: '210987654321',
      Arn: 'arn:aws:iam::210987654321:user/emulator',
    });
    const iam = new IAMClient(options());
    const { Role } = await iam.send(new CreateRoleCommand({ RoleName: 'deployer', AssumeRolePolicyDocument: TRUST }));
    await waitUntilRoleExists({ client: iam, maxWaitTime: 5 }, { RoleName: 'deployer' });
    const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn: Role?.Arn, RoleSessionName: 'run-1' }));
    const inRole = new STSClient({
      ...options(),
      credentials: {
        accessKeyId: Credentials?.AccessKeyId ?? '',
        secretAccessKey: Credentials?.SecretAccessKey ?? '',
        sessionToken: Credentials?.SessionToken ?? '',
      },
    });
    const arn = 'arn:aws:sts::210987654321:assumed-role/deployer/run-1';
    expect(await inRole.send(new GetCallerIdentityCommand({}))).toMatchObject({ Arn: arn });
    expect(emulator.requests.since(0).requests.at(-1)).toMatchObject({ operation: 'GetCallerIdentity', caller: arn });
  });

  test('has one IAM for all regions, and answers its errors by their names', async () => {
    const iam = new IAMClient(options('eu-west-1'));
    await iam.send(
      new CreateRoleCommand({ RoleName: 'shared', AssumeRolePolicyDocument: TRUST, Tags: [{ Key: 'a', Value: '' }] }),
    );
    const { Role } = await new IAMClient(options('us-west-2')).send(new GetRoleCommand({ RoleName: 'shared' }));
    expect(Role).toMatchObject({ Tags: [{ Key: 'a', Value: '' }], CreateDate: expect.any(Date) });
    expect((await iam.send(new ListRolesCommand({ PathPrefix: '/none/' }))).Roles).toEqual([]);
    await expect(iam.send(new GetRoleCommand({ RoleName: 'nobody' }))).rejects.toMatchObject({
      name: 'NoSuchEntityException',
      $metadata: { httpStatusCode: 404 },
    });
  });

  test('keeps regions apart', async () => {
    const logGroupName = '/ecs/sample';
    await new CloudWatchLogsClient(options('eu-west-1')).send(new CreateLogGroupCommand({ logGroupName }));
    const groupsIn = async (region: string) => {
      const { logGroups } = await new CloudWatchLogsClient(options(region)).send(new DescribeLogGroupsCommand({}));
      return logGroups?.map(({ arn }) => arn);
    };
    expect(await groupsIn('eu-west-1')).toEqual(['arn:aws:logs:eu-west-1:210987654321:log-group:/ecs/sample:*']);
    expect(await groupsIn('eu-central-1')).toEqual([]);
    const { Vpcs } = await new EC2Client(options('eu-central-1')).send(new DescribeVpcsCommand({}));
    expect(Vpcs).toMatchObject([{ IsDefault: true }]);
  });

  test('keeps parameters, and refuses in the words of the service', async () => {
    const ssm = new SSMClient(options());
    await ssm.send(new PutParameterCommand({ Name: '/app/colour', Value: '青', Type: 'String' }));
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: '/app/colour' }));
    expect(Parameter).toMatchObject({ Value: '青', Version: 1, LastModifiedDate: expect.any(Date) });
    await expect(ssm.send(new GetParameterCommand({ Name: '/app/size' }))).rejects.toMatchObject({
      name: 'ParameterNotFound',
    });
    const logs = new CloudWatchLogsClient(options());
    const missing = new GetLogEventsCommand({ logGroupName: 'nobody', logStreamName: 'nothing' });
    await expect(logs.send(missing)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'The specified log group does not exist.',
    });
  });
});

describe('the request log', () => {
  test('counts as writes what IAM calls neither List nor Read', async () => {
    const { cursor } = emulator.requests.since(0);
    const ssm = new SSMClient(options());
    await ssm.send(new PutParameterCommand({ Name: 'p', Value: 'v', Type: 'String' }));
    await ssm.send(new GetParameterCommand({ Name: 'p' }));
    const { requests } = emulator.requests.since(cursor);
    expect(requests.map(({ operation, write }) => [operation, write])).toEqual([
      ['PutParameter', true],
      ['GetParameter', false],
    ]);
  });
});

describe('starting and stopping', () => {
  test('is refused on a port that is taken', async () => {
    await expect(startEmulator({ port: emulator.port, driver: 'none' })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('leaves nobody listening', async () => {
    const other = await startEmulator({ driver: 'none' });
    await fetch(`${other.url}/_emulator/health`);
    await other.stop();
    await expect(fetch(`${other.url}/_emulator/health`)).rejects.toThrow('fetch failed');
  });
});
