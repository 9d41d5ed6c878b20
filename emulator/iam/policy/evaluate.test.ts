import { describe, expect, test } from '@jest/globals';
import { conditionKeys } from './condition-keys.ts';
import { parsePolicy } from './document.ts';
import type { Verdict } from './evaluate.ts';
import { evaluate } from './evaluate.ts';

const SERVICE = 'arn:aws:ecs:ap-northeast-1:123456789012:service/shop/web';
const keys = conditionKeys({ 'ecs:cluster': 'arn:aws:ecs:ap-northeast-1:123456789012:cluster/shop', team: 'shop' });
const attempt = { action: 'ecs:UpdateService', resource: SERVICE, keys };

const verdict = (statements: readonly object[], tried: Partial<typeof attempt> = {}): Verdict =>
  evaluate(parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements })), { ...attempt, ...tried });

const allow = (parts: object) => ({ Effect: 'Allow', Action: '*', Resource: '*', ...parts });
const deny = (parts: object) => ({ Effect: 'Deny', Action: '*', Resource: '*', ...parts });

test('what nothing allows is denied implicitly', () => {
  expect(verdict([])).toBe('implicit-deny');
});

test.each<[string, object[]]>([
  ['of everything', [deny({})]],
  ['of the action in another case', [deny({ Action: 'ECS:updateSERVICE' })]],
  ['of every other action', [deny({ NotAction: 'ecs:Describe*' })]],
  ['of every other resource', [deny({ NotResource: 'arn:aws:ecs:*:*:service/other/*' })]],
])('a deny %s wins over an allow', (_what, denials) => {
  expect(verdict([allow({}), ...denials])).toBe('explicit-deny');
});

describe('an allow', () => {
  test.each<[string, object, Verdict]>([
    ['of the action', { Action: 'ecs:UpdateService' }, 'allowed'],
    ['of actions by wildcard', { Action: ['ec2:*', 'ecs:Update*'] }, 'allowed'],
    ['of actions by single characters', { Action: 'ecs:UpdateServic?' }, 'allowed'],
    ['of another action', { Action: 'ecs:UpdateServices' }, 'implicit-deny'],
    ['of all actions but this', { Action: undefined, NotAction: 'ecs:UpdateService' }, 'implicit-deny'],
    ['of all actions but others', { Action: undefined, NotAction: 'ecs:Delete*' }, 'allowed'],
    ['on the resource', { Resource: SERVICE }, 'allowed'],
    ['on resources by wildcard', { Resource: 'arn:aws:ecs:*:123456789012:service/shop/*' }, 'allowed'],
    ['on an ARN that ends early', { Resource: 'arn:aws:ecs' }, 'allowed'],
    ['on a resource in another case', { Resource: SERVICE.replace('web', 'Web') }, 'implicit-deny'],
    ['on resources of another account', { Resource: 'arn:aws:ecs:*:999999999999:*' }, 'implicit-deny'],
    [
      'with a wildcard that would have to reach over a colon',
      { Resource: 'arn:aws:e*:service/shop/web' },
      'implicit-deny',
    ],
    ['on all resources but this', { Resource: undefined, NotResource: SERVICE }, 'implicit-deny'],
    ['on a resource named by a variable', { Resource: `arn:aws:ecs:*:*:service/\${team}/*` }, 'allowed'],
    ['on a resource named by an absent variable', { Resource: `arn:aws:ecs:*:*:service/\${stage}/*` }, 'implicit-deny'],
    [
      'on a resource named by a variable’s default',
      { Resource: `arn:aws:ecs:*:*:service/\${stage, 'shop'}/*` },
      'allowed',
    ],
    [
      'under a condition that holds',
      { Condition: { ArnEquals: { 'ecs:cluster': '*:cluster/shop' } } },
      'implicit-deny',
    ],
    [
      'under a condition on an ARN',
      { Condition: { ArnEquals: { 'ECS:Cluster': 'arn:*:*:*:*:cluster/shop' } } },
      'allowed',
    ],
    [
      'under two conditions of which one fails',
      { Condition: { StringEquals: { team: 'shop' }, StringLike: { 'ecs:cluster': '*other' } } },
      'implicit-deny',
    ],
  ])('%s', (_what, parts, expected) => {
    expect(verdict([allow(parts)])).toBe(expected);
  });

  test('on some resource does not cover an action without resources', () => {
    expect(verdict([allow({ Resource: 'arn:aws:ecs:*:*:*' })], { resource: '*' })).toBe('implicit-deny');
    expect(verdict([allow({ Resource: '*' })], { resource: '*' })).toBe('allowed');
  });

  test('of a narrower name does not cover a request that leaves the name open', () => {
    const open = { resource: 'arn:aws:cloudformation:ap-northeast-1:123456789012:stack/shop/*' };
    const on = (name: string) => allow({ Resource: `arn:aws:cloudformation:*:*:stack/${name}` });
    expect(verdict([on('shop/*')], open)).toBe('allowed');
    expect(verdict([on('shop/0a1b')], open)).toBe('implicit-deny');
  });
});
