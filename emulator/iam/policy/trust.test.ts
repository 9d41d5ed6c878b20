import { describe, expect, test } from '@jest/globals';
import { conditionKeys } from './condition-keys.ts';
import type { Principal } from './trust.ts';
import { trustOf } from './trust.ts';

const PROVIDER = 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com';
const SESSION: Principal = {
  kind: 'AWS',
  account: '123456789012',
  names: ['arn:aws:sts::123456789012:assumed-role/ci/run-1', 'arn:aws:iam::123456789012:role/ci'],
};
const ECS: Principal = { kind: 'Service', names: ['ecs-tasks.amazonaws.com'] };
const GITHUB: Principal = { kind: 'Federated', names: [PROVIDER] };

const trust = (statements: object | object[], principal: Principal, keys: Record<string, string> = {}) =>
  trustOf(JSON.stringify({ Statement: statements }), {
    principal,
    action: principal.kind === 'Federated' ? 'sts:AssumeRoleWithWebIdentity' : 'sts:AssumeRole',
    keys: conditionKeys(keys),
  });

const allow = (Principal: object | string, more: object = {}) => ({
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal,
  ...more,
});

test.each<[string, object, Principal, string, boolean]>([
  ['its role', allow({ AWS: 'arn:aws:iam::123456789012:role/ci' }), SESSION, 'allowed', true],
  ['the session', allow({ AWS: ['arn:aws:sts::123456789012:assumed-role/ci/run-1'] }), SESSION, 'allowed', true],
  ['its account', allow({ AWS: '123456789012' }), SESSION, 'allowed', false],
  ['its account’s root', allow({ AWS: 'arn:aws:iam::123456789012:root' }), SESSION, 'allowed', false],
  ['everyone', allow('*'), SESSION, 'allowed', false],
  ['another role', allow({ AWS: 'arn:aws:iam::123456789012:role/other' }), SESSION, 'implicit-deny', false],
  ['a role under another path', allow({ AWS: 'arn:aws:iam::123456789012:role/x/ci' }), SESSION, 'implicit-deny', false],
  ['a service', allow({ Service: 'ecs-tasks.amazonaws.com' }), ECS, 'allowed', true],
  ['another service', allow({ Service: 'ec2.amazonaws.com' }), ECS, 'implicit-deny', false],
  ['an account, asked by a service', allow({ AWS: '123456789012' }), ECS, 'implicit-deny', false],
  ['a provider under the wrong action', allow({ Federated: PROVIDER }), GITHUB, 'implicit-deny', false],
])('a policy that names %s', (_what, statement, principal, verdict, direct) => {
  expect(trust(statement, principal)).toEqual({ verdict, direct });
});

test('a deny for everyone but one principal spares that one', () => {
  const others = { Effect: 'Deny', Action: 'sts:*', NotPrincipal: { AWS: 'arn:aws:iam::123456789012:role/ci' } };
  expect(trust([allow('*'), others], SESSION).verdict).toBe('allowed');
  const other = { ...SESSION, names: ['arn:aws:iam::123456789012:role/other'] };
  expect(trust([allow('*'), others], other).verdict).toBe('explicit-deny');
});

describe('conditions', () => {
  const github = (Condition: object) => ({
    Effect: 'Allow',
    Action: 'sts:AssumeRoleWithWebIdentity',
    Principal: { Federated: PROVIDER },
    Condition,
  });
  const HOST = 'token.actions.githubusercontent.com';
  const claims = { [`${HOST}:aud`]: 'sts.amazonaws.com', [`${HOST}:sub`]: 'repo:o/r:environment:production' };

  test.each<[string, object, string]>([
    ['that fit', { StringEquals: { [`${HOST}:sub`]: ['repo:o/r:environment:production'] } }, 'allowed'],
    ['that fit by wildcard', { StringLike: { [`${HOST}:sub`]: 'repo:o/*' } }, 'allowed'],
    [
      'that name another environment',
      { StringEquals: { [`${HOST}:sub`]: 'repo:o/r:environment:staging' } },
      'implicit-deny',
    ],
    ['on a claim that is not there', { StringEquals: { [`${HOST}:repository_id`]: '2' } }, 'implicit-deny'],
  ])('on claims %s', (_what, condition, verdict) => {
    expect(trust(github(condition), GITHUB, claims).verdict).toBe(verdict);
  });

  test('on the resource that a service acts for are taken for fulfilled', () => {
    const Condition = { ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:*' }, StringEquals: { 'aws:SourceAccount': '1' } };
    const statement = allow({ Service: 'ecs-tasks.amazonaws.com' }, { Condition });
    expect(trust(statement, ECS, { 'aws:SourceAccount': '1' }).verdict).toBe('allowed');
    expect(trust(statement, ECS, { 'aws:SourceAccount': '2' }).verdict).toBe('implicit-deny');
  });
});
