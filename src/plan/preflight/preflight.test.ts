import { describe, expect, test } from '@jest/globals';
import { aCluster, aService, aServiceLoadBalancer } from '../../../tests/builders/cluster.ts';
import type { JsonObject } from '../../model/json.ts';
import { isCovered } from './certificate-names.ts';
import { imageReference } from './image-reference.ts';
import { listenerHosts } from './listener-hosts.ts';
import { trusts } from './role-trust.ts';
import { secretReferences } from './secret-references.ts';

const REGISTRY = '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com';
const ECR = { kind: 'ecr', account: '123456789012', region: 'ap-northeast-1' } as const;
const HOME = { region: 'ap-northeast-1', account: '123456789012' };

test.each([
  [`${REGISTRY}/team/app:1.2`, { ...ECR, repository: 'team/app', id: { tag: '1.2' } }],
  [`${REGISTRY}/app`, { ...ECR, repository: 'app', id: { tag: 'latest' } }],
  [`${REGISTRY}/app@sha256:abc`, { ...ECR, repository: 'app', id: { digest: 'sha256:abc' } }],
  [`${REGISTRY}/app:1@sha256:abc`, { ...ECR, repository: 'app', id: { digest: 'sha256:abc' } }],
  ['123456789012.dkr-ecr.ap-northeast-1.on.aws/app:1', { ...ECR, repository: 'app', id: { tag: '1' } }],
  ['nginx:1.27', { kind: 'elsewhere', registry: 'Docker Hub' }],
  ['team/app', { kind: 'elsewhere', registry: 'Docker Hub' }],
  ['ghcr.io/team/app:1', { kind: 'elsewhere', registry: 'ghcr.io' }],
  ['public.ecr.aws/nginx/nginx:1', { kind: 'elsewhere', registry: 'public.ecr.aws' }],
  ['localhost:5000/app', { kind: 'elsewhere', registry: 'localhost:5000' }],
])('image %s is %o', (image, reference) => {
  expect(imageReference(image)).toEqual(reference);
});

describe('secrets of a task definition', () => {
  const SECRET = 'arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:db-AbCdEf';
  const PARAMETER = 'arn:aws:ssm:ap-northeast-1:123456789012:parameter';
  const of = (valueFrom: string) => {
    const definition = { containerDefinitions: [{ name: 'app', secrets: [{ name: 'DB', valueFrom }] }] };
    return secretReferences(definition, HOME).map(({ from }) => from);
  };

  test.each([
    [SECRET, { kind: 'secret', arn: SECRET, key: undefined }],
    [`${SECRET}:user::`, { kind: 'secret', arn: SECRET, key: 'user' }],
    [`${SECRET}::AWSPREVIOUS:`, { kind: 'secret', arn: SECRET, key: undefined }],
    ['/prod/db', { kind: 'parameter', names: ['/prod/db'] }],
    ['db', { kind: 'parameter', names: ['db'] }],
    [`${PARAMETER}/prod/db`, { kind: 'parameter', names: ['/prod/db'] }],
    [`${PARAMETER}/db`, { kind: 'parameter', names: ['db', '/db'] }],
    [
      SECRET.replace('123456789012', '999999999999'),
      { kind: 'elsewhere', why: 'it belongs to account 999999999999 in ap-northeast-1' },
    ],
    [
      SECRET.replace('ap-northeast-1', 'us-east-1'),
      { kind: 'elsewhere', why: 'it belongs to account 123456789012 in us-east-1' },
    ],
    ['/aws/reference/x', { kind: 'elsewhere', why: expect.stringContaining('public parameter of AWS') }],
  ])('%s is %o', (valueFrom, from) => {
    expect(of(valueFrom)).toEqual([from]);
  });

  test('are found wherever a container refers to one, with where that stands', () => {
    const definition: JsonObject = {
      containerDefinitions: [
        { name: 'proxy' },
        {
          name: 'app',
          secrets: [{ name: 'DB', valueFrom: '/db' }],
          logConfiguration: { logDriver: 'splunk', secretOptions: [{ name: 'splunk-token', valueFrom: '/token' }] },
          repositoryCredentials: { credentialsParameter: SECRET },
          environmentFiles: [{ value: 'arn:aws:s3:::bucket/app.env', type: 's3' }],
        },
      ],
    };
    expect(secretReferences(definition, HOME).map(({ subject, path }) => [subject, path.join('/')])).toEqual([
      ['secret DB of app', 'containerDefinitions/1/secrets/0/valueFrom'],
      ['log option splunk-token of app', 'containerDefinitions/1/logConfiguration/secretOptions/0/valueFrom'],
      ['registry credentials of app', 'containerDefinitions/1/repositoryCredentials/credentialsParameter'],
      ['environment file arn:aws:s3:::bucket/app.env of app', 'containerDefinitions/1/environmentFiles/0'],
    ]);
  });
});

test.each<[boolean, JsonObject]>([
  [true, { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ecs-tasks.amazonaws.com' } }],
  [
    true,
    {
      Effect: 'Allow',
      Action: ['sts:TagSession', 'sts:AssumeRole'],
      Principal: { Service: ['x', 'ecs-tasks.amazonaws.com'] },
    },
  ],
  [true, { Effect: 'Allow', Action: 'sts:*', Principal: '*' }],
  [false, { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } }],
  [false, { Effect: 'Deny', Action: 'sts:AssumeRole', Principal: { Service: 'ecs-tasks.amazonaws.com' } }],
  [
    false,
    { Effect: 'Allow', Action: 'sts:AssumeRoleWithWebIdentity', Principal: { Service: 'ecs-tasks.amazonaws.com' } },
  ],
])('that ECS may assume the role is %s for %o', (trusted, statement) => {
  expect(trusts({ Statement: statement }, 'ecs-tasks.amazonaws.com')).toBe(trusted);
  expect(trusts({ Statement: [statement] }, 'ecs-tasks.amazonaws.com')).toBe(trusted);
});

test.each([
  ['a.example.com', ['a.example.com'], true],
  ['A.Example.com', ['a.example.com'], true],
  ['a.example.com', ['*.example.com'], true],
  ['example.com', ['*.example.com'], false],
  ['b.a.example.com', ['*.example.com'], false],
  ['a.example.org', ['example.com', '*.example.com'], false],
])('%s is good for a certificate of %j: %s', (host, names, covered) => {
  expect(isCovered(host, names)).toBe(covered);
});

test("a listener's hosts are those of its rules and of verify, without patterns", () => {
  const rule = (listenerPort: number, hosts: readonly string[]) => ({
    listenerPort,
    priority: 1,
    conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: hosts } }],
  });
  const rules = [rule(443, ['b.example.com', '*.example.com']), rule(80, ['c.example.com'])];
  const service = aService({ loadBalancers: [aServiceLoadBalancer({ rules })] });
  expect(listenerHosts(aCluster({ services: [service] }), 443)).toEqual(['b.example.com']);
});
