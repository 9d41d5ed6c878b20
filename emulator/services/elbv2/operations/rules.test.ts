import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CreateRuleOutput, DescribeRulesOutput, Rule } from '../../../shapes/elbv2.d.ts';
import { ask } from '../testing/client.ts';
import type { Balanced, TestElb } from '../testing/elb.ts';
import { createTestElb } from '../testing/elb.ts';

const path = (...Values: string[]) => [{ Field: 'path-pattern', PathPatternConfig: { Values } }];
const fixed = (MessageBody: string) => [
  { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200', MessageBody } },
];

let elb: TestElb;
let balanced: Balanced;
beforeEach(async () => {
  elb = createTestElb();
  balanced = await elb.balance();
});
afterEach(() => elb.stop());

async function create(Priority: number, changes: object = {}): Promise<Rule> {
  const input = {
    ListenerArn: balanced.listenerArn,
    Priority,
    Conditions: path('/*'),
    Actions: fixed(`rule ${Priority}`),
    ...changes,
  };
  return (await elb.call<CreateRuleOutput>('CreateRule', input)).Rules?.[0] ?? {};
}

const described = async (): Promise<Rule[]> =>
  (await elb.call<DescribeRulesOutput>('DescribeRules', { ListenerArn: balanced.listenerArn })).Rules ?? [];

describe('rules', () => {
  test('are described by priority, the default one last', async () => {
    const late = await create(20);
    const early = await create(3, { Conditions: path('/early') });
    expect((await described()).map(({ Priority, IsDefault }) => [Priority, IsDefault])).toEqual([
      ['3', false],
      ['20', false],
      ['default', true],
    ]);
    expect(early).toEqual({
      RuleArn: expect.stringMatching(/:listener-rule\/app\/web\/[0-9a-f]{16}\/[0-9a-f]{16}\/[0-9a-f]{16}$/),
      Priority: '3',
      Conditions: [{ Field: 'path-pattern', Values: ['/early'], PathPatternConfig: { Values: ['/early'] } }],
      Actions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200', MessageBody: 'rule 3' } }],
      IsDefault: false,
    });
    expect(await elb.call('DescribeRules', { RuleArns: [late.RuleArn] })).toEqual({ Rules: [late] });
  });

  test('decide by priority, then the default one does', async () => {
    await create(20);
    await create(3, { Conditions: path('/early') });
    expect((await ask(balanced.address, { path: '/early?x=1' })).body).toBe('rule 3');
    expect((await ask(balanced.address, { path: '/other' })).body).toBe('rule 20');
    expect((await ask(balanced.address, { path: '*', method: 'OPTIONS' })).status).toBe(503);
  });

  test('change places all at once', async () => {
    const one = await create(1);
    const two = await create(2);
    const swap = [
      { RuleArn: one.RuleArn, Priority: 2 },
      { RuleArn: two.RuleArn, Priority: 1 },
    ];
    await elb.call('SetRulePriorities', { RulePriorities: swap });
    expect((await described()).map(({ RuleArn }) => RuleArn).slice(0, 2)).toEqual([two.RuleArn, one.RuleArn]);
    expect((await ask(balanced.address)).body).toBe('rule 2');
  });

  test('do not change to a priority in use', async () => {
    const one = await create(1);
    await create(2);
    const RulePriorities = [{ RuleArn: one.RuleArn, Priority: 2 }];
    await expect(elb.call('SetRulePriorities', { RulePriorities })).rejects.toMatchObject({
      code: 'PriorityInUse',
      message: "Priority '2' is currently in use",
    });
    expect((await described()).map(({ Priority }) => Priority)).toEqual(['1', '2', 'default']);
  });

  test('are modified in part and deleted', async () => {
    const { RuleArn } = await create(1);
    await elb.call('ModifyRule', { RuleArn, Conditions: path('/only') });
    expect((await ask(balanced.address, { path: '/only' })).body).toBe('rule 1');
    expect((await ask(balanced.address, { path: '/else' })).status).toBe(503);
    await elb.call('ModifyRule', { RuleArn, Actions: fixed('modified') });
    expect((await ask(balanced.address, { path: '/only' })).body).toBe('modified');
    await elb.call('DeleteRule', { RuleArn });
    expect(await described()).toHaveLength(1);
  });

  test('redirect', async () => {
    const RedirectConfig = { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' };
    await create(1, { Actions: [{ Type: 'redirect', RedirectConfig }] });
    const reply = await ask(balanced.address, { path: '/a?b=c', headers: { Host: 'web.example:1234' } });
    expect(reply).toMatchObject({
      status: 301,
      headers: { location: 'https://web.example:443/a?b=c', server: 'awselb/2.0' },
      body: expect.stringContaining('<h1>301 Moved Permanently</h1>'),
    });
  });

  test.each<[object, string, string]>([
    [{ Priority: 7 }, 'PriorityInUse', "Priority '7' is currently in use"],
    [{ Priority: 0 }, 'ValidationError', 'Member must have value greater than or equal to 1'],
    [{ Priority: 50_001 }, 'ValidationError', 'Member must have value less than or equal to 50000'],
    [{ Conditions: [] }, 'ValidationError', 'A condition must be specified'],
    [{ ListenerArn: 'x' }, 'ValidationError', "'x' is not a valid listener ARN"],
    [
      { Actions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '302' } }] },
      'ValidationError',
      'Member must satisfy regular expression pattern',
    ],
  ])('are refused with %j', async (changes, code, message) => {
    await create(7);
    await expect(create(8, changes)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  test('are a hundred at most', async () => {
    for (let priority = 1; priority <= 100; priority++) await create(priority);
    await expect(create(101)).rejects.toMatchObject({ code: 'TooManyRules' });
  });
});

test.each([
  ['DeleteRule', {}, 'cannot be deleted'],
  ['ModifyRule', { Conditions: path('/a') }, 'cannot be modified'],
])('%s is refused for the default rule', async (operation, input, message) => {
  const RuleArn = (await described())[0]?.RuleArn;
  await expect(elb.call(operation, { RuleArn, ...input })).rejects.toMatchObject({
    code: 'OperationNotPermitted',
    message: expect.stringContaining(message),
  });
});
