import { describe, expect, test } from '@jest/globals';
import { api, issuesOf, serviceIssues } from '../../../tests/builders/config-files.ts';

const strategy = (more: string) => `deploymentConfiguration: { ${more} }\n`;
const hook = (more: string) => strategy(`strategy: BLUE_GREEN, lifecycleHooks: [{ ${more} }]`);
const FUNCTION = 'arn:aws:lambda:ap-northeast-1:123456789012:function:check';
const rule = (priority: number, path: string) =>
  `{ priority: ${priority}, conditions: [{ field: path-pattern, values: [${path}] }] }`;

describe('a strategy that shifts traffic', () => {
  test.each<[string, string, string[]]>([
    ['has defaults for all it needs', strategy('strategy: CANARY'), []],
    ['has canary settings with CANARY', strategy('strategy: CANARY, canaryConfiguration: { canaryPercent: 0.1 }'), []],
    [
      'has them with no other',
      strategy('strategy: LINEAR, canaryConfiguration: { canaryPercent: 10 }'),
      ['4:67 canaryConfiguration cannot be used with "strategy: LINEAR". Write "strategy: CANARY", or remove it.'],
    ],
    [
      'moves at least three percent a step',
      strategy('strategy: LINEAR, linearConfiguration: { stepPercent: 2.5 }'),
      ['4:82 deploymentConfiguration.linearConfiguration.stepPercent is the number 2.5. Give at least 3.'],
    ],
    [
      'does not bake for more than a day',
      strategy('strategy: CANARY, bakeTimeInMinutes: 1441'),
      ['4:65 deploymentConfiguration.bakeTimeInMinutes is the number 1441. Give at most 1440.'],
    ],
    [
      'has no early success',
      strategy('strategy: BLUE_GREEN, earlySuccessCriteria: { enable: true }'),
      [
        '4:72 earlySuccessCriteria cannot be used with "strategy: BLUE_GREEN". Remove it: only a rolling deployment has it.',
      ],
    ],
    [
      'shifts the traffic of one rule',
      `    rules: [${rule(1, '/a')}, ${rule(2, '/b')}]\n${strategy('strategy: BLUE_GREEN')}`,
      [
        '4:83 ECS shifts the traffic of one rule for each pair of target groups. Put the conditions into one rule, or give this one an entry of loadBalancers of its own.',
      ],
    ],
    [
      'needs the alternate target group',
      `    alternateTargetGroup: false\n${strategy('strategy: BLUE_GREEN')}`,
      [
        '4:27 A strategy that shifts traffic needs the alternate target group. Remove this key, or write "strategy: ROLLING".',
      ],
    ],
    [
      'has a test rule beside the production rule',
      `    testListenerRule: ${rule(1, '/a')}\n${strategy('strategy: BLUE_GREEN')}`,
      [],
    ],
    [
      'has a test rule with a priority of its own',
      `    rules: [${rule(1, '/a')}]\n    testListenerRule: ${rule(1, '/b')}\n${strategy('strategy: BLUE_GREEN')}`,
      ['5:35 Priority 1 on port 80 is taken by service api. Give another, like 2.'],
    ],
    [
      'has a test rule on a listener that exists',
      `    testListenerRule: { listener: 8080, priority: 1, conditions: [{ field: source-ip, values: [10.0.0.0/8] }] }\n${strategy('strategy: BLUE_GREEN')}`,
      ['4:35 The load balancer has no listener on port 8080. It listens on 80, as cluster.yaml says.'],
    ],
    ['pauses where no traffic moves', hook('targetType: PAUSE, lifecycleStages: [POST_SCALE_UP]'), []],
    [
      'does not pause while it shifts',
      hook('targetType: PAUSE, lifecycleStages: [PRODUCTION_TRAFFIC_SHIFT]'),
      [
        '4:106 A deployment cannot pause at PRODUCTION_TRAFFIC_SHIFT, while traffic is shifted. Write PRE_PRODUCTION_TRAFFIC_SHIFT.',
      ],
    ],
    [
      'invokes nothing in a pause',
      hook(`targetType: PAUSE, lifecycleStages: [POST_SCALE_UP], hookTargetArn: ${FUNCTION}`),
      ['4:137 A PAUSE hook invokes nothing, so hookTargetArn has no effect. Remove it.'],
    ],
    [
      'names the function of a Lambda hook',
      hook('lifecycleStages: [POST_SCALE_UP]'),
      ['4:67 A Lambda hook needs hookTargetArn, the function to invoke. Add it, or write "targetType: PAUSE".'],
    ],
    [
      'creates a role or uses one',
      `roles: { infrastructure: { name: a, arn: arn:aws:iam::123456789012:role/b } }\n${strategy('strategy: BLUE_GREEN')}`,
      [
        '4:26 roles.infrastructure has both name and arn. Give "name" for a role to create, or "arn" for one that exists.',
      ],
    ],
  ])('%s', (_, lines, expected) => {
    expect(serviceIssues(lines)).toEqual(expected.map((issue) => `services/api/service.yaml:${issue}`));
  });

  test.each(['LINEAR', 'CANARY'])('has traffic to shift: %s', (name) => {
    expect(issuesOf({ 'services/api/service.yaml': strategy(`strategy: ${name}`) })).toEqual([
      `services/api/service.yaml:1:38 "strategy: ${name}" shifts the traffic of a load balancer, and this service has none. Add "loadBalancers:", or write "strategy: ROLLING".`,
    ]);
  });

  test('is completed, so that nothing is left to what ECS does by default', () => {
    const { settings, loadBalancers, infrastructureRole, hookRole } = api(
      strategy(`strategy: CANARY, lifecycleHooks: [{ hookTargetArn: ${FUNCTION}, lifecycleStages: [POST_SCALE_UP] }]`),
    );
    expect(settings['deploymentConfiguration']).toEqual({
      strategy: 'CANARY',
      minimumHealthyPercent: 100,
      maximumPercent: 200,
      bakeTimeInMinutes: 5,
      canaryConfiguration: { canaryPercent: 5, canaryBakeTimeInMinutes: 10 },
      lifecycleHooks: [{ targetType: 'AWS_LAMBDA', hookTargetArn: FUNCTION, lifecycleStages: ['POST_SCALE_UP'] }],
    });
    expect(loadBalancers[0]).toMatchObject({ alternate: true, attached: true });
    expect(infrastructureRole).toEqual({ kind: 'created', name: 'shop-api-ecs' });
    expect(hookRole).toEqual({ kind: 'created', name: 'shop-api-hook' });
  });
});

describe('a rolling strategy', () => {
  test('has no hooks', () => {
    const lines = strategy('lifecycleHooks: [{ targetType: PAUSE, lifecycleStages: [POST_SCALE_UP] }]');
    expect(serviceIssues(lines)).toEqual([
      'services/api/service.yaml:4:44 A rolling deployment has no stages for lifecycle hooks. Choose a strategy that shifts traffic, like BLUE_GREEN, or remove them.',
    ]);
  });

  test('has no test traffic', () => {
    expect(serviceIssues(`    testListenerRule: ${rule(1, '/a')}\n`)).toEqual([
      'services/api/service.yaml:4:23 There is no test traffic without an alternate target group. Remove it, or choose a strategy that shifts traffic.',
    ]);
  });

  test('needs no role and keeps an alternate target group only where told', () => {
    expect(api('')).toMatchObject({ loadBalancers: [{ alternate: false }] });
    expect(api('').infrastructureRole).toBeUndefined();
    expect(api('    alternateTargetGroup: true\n')).toMatchObject({
      loadBalancers: [{ alternate: true }],
      infrastructureRole: { kind: 'created' },
    });
  });

  test('may lead the same requests from one target group to another', () => {
    const second = `  - containerName: web\n    containerPort: 8080\n    targetGroup: { name: next }\n    rules: [${rule(9, '/*')}]\n`;
    expect(serviceIssues(second)).toEqual([]);
  });
});
