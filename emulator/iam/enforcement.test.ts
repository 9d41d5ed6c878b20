import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  waitUntilStackCreateComplete,
} from '@aws-sdk/client-cloudformation';
import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  DescribeServicesCommand,
  ECSClient,
  ListClustersCommand,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import {
  AttachRolePolicyCommand,
  CreateOpenIDConnectProviderCommand,
  CreateRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Emulator } from '../emulator.ts';
import { startEmulator } from '../emulator.ts';
import { MANAGED_POLICIES } from '../services/iam/managed-policies.ts';
import { managedPolicy } from './managed-documents.ts';

const ACCOUNT = 'arn:aws:iam::123456789012';
const HOST = 'token.actions.githubusercontent.com';

/** At this test's scale an hour would be over in 360 ms. */
const LONGEST_SECONDS = 43_200;

let emulator: Emulator;
const defects: unknown[] = [];

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}
const ADMIN: Keys = { accessKeyId: 'AKIAADMIN', secretAccessKey: 'x' };
const options = (credentials: Keys) => ({
  endpoint: emulator.url,
  region: 'ap-northeast-1',
  credentials,
  maxAttempts: 1,
});

beforeAll(async () => {
  emulator = await startEmulator({
    // Fast enough that a new role has propagated by the next request.
    scale: 10_000,
    driver: 'none',
    enforceIam: true,
    adminKeys: [ADMIN.accessKeyId],
    acceptUnprovenTokens: true,
    onDefect: (error) => void defects.push(error),
  });
});
afterAll(async () => {
  await emulator.stop();
  expect(defects).toEqual([]);
});

interface RoleFacts {
  readonly trust: object;
  readonly allows?: readonly object[];
  readonly attached?: string;
  readonly boundary?: string;
}

async function createRole(RoleName: string, { trust, allows, attached, boundary }: RoleFacts): Promise<string> {
  const iam = new IAMClient(options(ADMIN));
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', ...trust } });
  const role = {
    RoleName,
    AssumeRolePolicyDocument,
    PermissionsBoundary: boundary,
    MaxSessionDuration: LONGEST_SECONDS,
  };
  await iam.send(new CreateRoleCommand(role));
  if (allows) {
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: allows });
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'p', PolicyDocument }));
  }
  if (attached) await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: attached }));
  return `${ACCOUNT}:role/${RoleName}`;
}

const BY_ACCOUNT = { Action: 'sts:AssumeRole', Principal: { AWS: '123456789012' } };
const keysOf = (
  given: { AccessKeyId?: string | undefined; SecretAccessKey?: string | undefined } | undefined,
): Keys => ({
  accessKeyId: given?.AccessKeyId ?? '',
  secretAccessKey: given?.SecretAccessKey ?? '',
});

async function assume(RoleArn: string, by = ADMIN, more: object = {}): Promise<Keys> {
  const sts = new STSClient(options(by));
  // On AWS, too, a role becomes assumable some seconds after it was made.
  for (let attempt = 0; ; attempt++)
    try {
      const DurationSeconds = by === ADMIN ? LONGEST_SECONDS : 3600;
      const request = new AssumeRoleCommand({ RoleArn, RoleSessionName: 'run-1', DurationSeconds, ...more });
      return keysOf((await sts.send(request)).Credentials);
    } catch (error) {
      if (attempt >= 20 || (error as Error).message.includes('policy')) throw error;
    }
}

const DEPLOYER = [
  { Effect: 'Allow', Action: ['ecs:Describe*', 'ecs:RegisterTaskDefinition'], Resource: '*' },
  {
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: `${ACCOUNT}:role/task`,
    Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
  },
  { Effect: 'Deny', Action: 'ecs:Describe*', Resource: 'arn:aws:ecs:*:*:service/secret/*' },
];

describe('a session of a role', () => {
  test('may do what the role’s policies allow, and nothing else', async () => {
    const keys = await assume(await createRole('deployer', { trust: BY_ACCOUNT, allows: DEPLOYER }));
    const user = 'User: arn:aws:sts::123456789012:assumed-role/deployer/run-1';
    const ecs = new ECSClient(options(keys));
    const services = (cluster: string) => ecs.send(new DescribeServicesCommand({ cluster, services: ['web'] }));
    const register = (executionRoleArn: string) =>
      ecs.send(
        new RegisterTaskDefinitionCommand({
          family: 'web',
          executionRoleArn,
          containerDefinitions: [{ name: 'web', image: 'web', memory: 64 }],
        }),
      );
    await expect(services('shop')).rejects.toMatchObject({ name: 'ClusterNotFoundException' });
    await expect(services('secret')).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `${user} is not authorized to perform: ecs:DescribeServices on resource: arn:aws:ecs:ap-northeast-1:123456789012:service/secret/web with an explicit deny in an identity-based policy`,
    });
    await expect(ecs.send(new ListClustersCommand({}))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `${user} is not authorized to perform: ecs:ListClusters on resource: * because no identity-based policy allows the ecs:ListClusters action`,
    });
    await expect(register(`${ACCOUNT}:role/task`)).resolves.toMatchObject({ taskDefinition: { revision: 1 } });
    await expect(register(`${ACCOUNT}:role/admin`)).rejects.toMatchObject({
      message: `${user} is not authorized to perform: iam:PassRole on resource: ${ACCOUNT}:role/admin because no identity-based policy allows the iam:PassRole action`,
    });
    await expect(new EC2Client(options(keys)).send(new DescribeVpcsCommand({}))).rejects.toMatchObject({
      name: 'UnauthorizedOperation',
      message: `You are not authorized to perform this operation. ${user} is not authorized to perform: ec2:DescribeVpcs on resource: * because no identity-based policy allows the ec2:DescribeVpcs action`,
    });
    const stacks = new CloudFormationClient(options(keys)).send(new DescribeStacksCommand({ StackName: 'shop' }));
    await expect(stacks).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('on resource: arn:aws:cloudformation:ap-northeast-1:123456789012:stack/shop/*'),
    });
    expect(await new STSClient(options(keys)).send(new GetCallerIdentityCommand({}))).toMatchObject({
      Arn: 'arn:aws:sts::123456789012:assumed-role/deployer/run-1',
    });
  });

  test.each([
    ['its boundary', { boundary: `arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess` }, {}, 'no permissions boundary'],
    [
      'its own policy',
      {},
      { Policy: JSON.stringify({ Statement: { Effect: 'Allow', Action: 'ec2:*', Resource: '*' } }) },
      'no session policy',
    ],
    [
      'its own managed policy',
      {},
      { PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess' }] },
      'no session policy',
    ],
  ])('stays within %s', async (what, facts, request, reason) => {
    const attached = 'arn:aws:iam::aws:policy/AdministratorAccess';
    const role = await createRole(what.replaceAll(' ', '-'), { trust: BY_ACCOUNT, attached, ...facts });
    const keys = await assume(role, ADMIN, request);
    await expect(new EC2Client(options(keys)).send(new DescribeVpcsCommand({}))).resolves.toBeDefined();
    const clusters = new ECSClient(options(keys)).send(new ListClustersCommand({}));
    await expect(clusters).rejects.toThrow(`because ${reason} allows the ecs:ListClusters action`);
  });

  test('assumes another role where that trusts it by name, or its own policies allow it', async () => {
    const first = await assume(await createRole('first', { trust: BY_ACCOUNT }));
    const byName = { Action: 'sts:AssumeRole', Principal: { AWS: `${ACCOUNT}:role/first` } };
    await expect(assume(await createRole('second', { trust: byName }), first)).resolves.toBeDefined();
    await expect(assume(await createRole('third', { trust: BY_ACCOUNT }), first)).rejects.toThrow(
      `on resource: ${ACCOUNT}:role/third because no identity-based policy allows the sts:AssumeRole action`,
    );
  });
});

test('what CloudFormation does in a caller’s name is judged by the caller’s policies', async () => {
  const allows = [
    { Effect: 'Allow', Action: 'cloudformation:*', Resource: '*' },
    { Effect: 'Allow', Action: 'logs:*', Resource: '*' },
  ];
  const keys = await assume(await createRole('stacker', { trust: BY_ACCOUNT, allows }));
  const cloudFormation = new CloudFormationClient(options(keys));
  const Resources = {
    Logs: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/stacker' } },
    Topic: { Type: 'AWS::SNS::Topic', DependsOn: 'Logs', Properties: { TopicName: 'stacker' } },
  };
  const request = { StackName: 'stacker', TemplateBody: JSON.stringify({ Resources }), DisableRollback: true };
  await cloudFormation.send(new CreateStackCommand(request));
  const waiting = { client: new CloudFormationClient(options(ADMIN)), maxWaitTime: 20, minDelay: 0.1, maxDelay: 0.1 };
  const ended = await waitUntilStackCreateComplete(waiting, { StackName: 'stacker' }).catch((error: Error) => error);
  expect(ended).toBeInstanceOf(Error);
  const { StackEvents = [] } = await waiting.client.send(new DescribeStackEventsCommand({ StackName: 'stacker' }));
  const failed = StackEvents.filter(({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED');
  expect(
    failed.map(({ LogicalResourceId, ResourceStatusReason }) => [LogicalResourceId, ResourceStatusReason]),
  ).toEqual(expect.arrayContaining([['Topic', expect.stringContaining('is not authorized to perform: sns:')]]));
});

describe('a web identity', () => {
  const token = (claims: object): string =>
    [{ alg: 'RS256' }, { iss: `https://${HOST}`, aud: 'sts.amazonaws.com', ...claims }, 'signature']
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
  const anonymous = (WebIdentityToken: string) =>
    new STSClient(options(ADMIN)).send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: `${ACCOUNT}:role/github`,
        RoleSessionName: 'run-7',
        WebIdentityToken,
      }),
    );

  test('is refused where the account does not know its issuer', async () => {
    await expect(anonymous(token({ sub: 's' }))).rejects.toMatchObject({
      message: `No OpenIDConnect provider found in your account for https://${HOST}`,
    });
  });

  test('gets the role whose trust policy fits its claims', async () => {
    const provider = { Url: `https://${HOST}`, ClientIDList: ['sts.amazonaws.com'] };
    await new IAMClient(options(ADMIN)).send(new CreateOpenIDConnectProviderCommand(provider));
    const arn = await createRole('github', {
      trust: {
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: { Federated: `${ACCOUNT}:oidc-provider/${HOST}` },
        Condition: {
          StringEquals: { [`${HOST}:aud`]: 'sts.amazonaws.com', [`${HOST}:repository_id`]: '2' },
          StringLike: { [`${HOST}:sub`]: 'repo:o/r:*' },
        },
      },
      allows: [{ Effect: 'Allow', Action: 'ecs:ListClusters', Resource: '*' }],
    });
    expect(arn).toBe(`${ACCOUNT}:role/github`);
    const claims = { sub: 'repo:o/r:environment:production', repository_id: '2' };
    let answer: Awaited<ReturnType<typeof anonymous>> | undefined;
    for (let attempt = 0; attempt < 20 && !answer; attempt++)
      answer = await anonymous(token(claims)).catch(() => undefined);
    expect(answer).toMatchObject({
      SubjectFromWebIdentityToken: 'repo:o/r:environment:production',
      Provider: `${ACCOUNT}:oidc-provider/${HOST}`,
      Audience: 'sts.amazonaws.com',
      AssumedRoleUser: { Arn: 'arn:aws:sts::123456789012:assumed-role/github/run-7' },
    });
    const ecs = new ECSClient(options(keysOf(answer?.Credentials)));
    await expect(ecs.send(new ListClustersCommand({}))).resolves.toMatchObject({ clusterArns: [] });
    for (const others of [
      { sub: 'repo:o/other:x', repository_id: '2' },
      { ...claims, repository_id: '3' },
      { sub: claims.sub },
    ])
      await expect(anonymous(token(others))).rejects.toMatchObject({
        name: 'AccessDenied',
        message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
      });
  });

  test.each([
    ['Incorrect token audience', { aud: 'others' }],
    ['Token expired: current date/time must be before the expiration date/time', { exp: 1 }],
  ])('is told "%s"', async (message, claims) => {
    await expect(anonymous(token({ sub: 's', ...claims }))).rejects.toMatchObject({ message });
  });

  test('is not believed without a flag', async () => {
    const careful = await startEmulator({ scale: 10_000, driver: 'none' });
    const here = { ...options(ADMIN), endpoint: careful.url };
    const provider = { Url: `https://${HOST}`, ClientIDList: ['sts.amazonaws.com'] };
    await new IAMClient(here).send(new CreateOpenIDConnectProviderCommand(provider));
    const request = {
      RoleArn: `${ACCOUNT}:role/github`,
      RoleSessionName: 'run-7',
      WebIdentityToken: token({ sub: 's' }),
    };
    const refused = new STSClient(here).send(new AssumeRoleWithWebIdentityCommand(request));
    await expect(refused).rejects.toThrow("Couldn't retrieve verification key from your identity provider");
    await careful.stop();
  });

  test.each(['text', 'a.b.c', token({})])('is refused with %s for a token', async (text) => {
    await expect(anonymous(text)).rejects.toMatchObject({ name: 'InvalidIdentityTokenException' });
  });
});

test('an access key that nobody has is refused', async () => {
  const keys = { accessKeyId: 'AKIANOBODY', secretAccessKey: 'x' };
  await expect(new ECSClient(options(keys)).send(new ListClustersCommand({}))).rejects.toMatchObject({
    name: 'UnrecognizedClientException',
  });
  await expect(new EC2Client(options(keys)).send(new DescribeVpcsCommand({}))).rejects.toMatchObject({
    name: 'AuthFailure',
  });
});

test('what callers needed and what they were denied is told', async () => {
  const keys = await assume(await createRole('curious', { trust: BY_ACCOUNT }));
  await expect(new ECSClient(options(keys)).send(new ListClustersCommand({}))).rejects.toThrow();
  const caller = 'arn:aws:sts::123456789012:assumed-role/curious/run-1';
  const response = await fetch(`${emulator.url}/_emulator/actions`);
  const { callers } = (await response.json()) as { callers: { caller: string }[] };
  expect(callers.find((use) => use.caller === caller)).toEqual({
    caller,
    actions: [{ action: 'ecs:ListClusters', requests: 1, denied: 1 }],
  });
  expect(emulator.requests.since(0).requests.at(-1)).toMatchObject({
    caller,
    permissions: [{ action: 'ecs:ListClusters', resource: '*', decision: 'implicit-deny' }],
    status: 400,
    errorCode: 'AccessDeniedException',
  });
});

test('the document of every managed policy that can be attached is known', () => {
  expect([...MANAGED_POLICIES].filter((arn) => managedPolicy(arn).length === 0)).toEqual([]);
});
