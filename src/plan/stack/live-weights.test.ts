import { describe, expect, test } from '@jest/globals';
import { aCluster, aService, aServiceLoadBalancer } from '../../../tests/builders/cluster.ts';
import type { Service } from '../../model/service.ts';
import type { PropertyDetailView } from '../../model/stack-views.ts';
import { serviceTemplate } from '../../template/service-template.ts';
import { isAboutWeights, type LiveRules, liveWeights, ruleArns, withLiveWeights } from './live-weights.ts';

const RULE = { listenerPort: 80, priority: 100, conditions: [] };
const resource = (logicalId: string, physicalId: string, kind: string) => ({
  logicalId,
  physicalId,
  type: `AWS::ElasticLoadBalancingV2::${kind}`,
  status: 'CREATE_COMPLETE',
});
const RESOURCES = [
  resource('TargetGroupSampleEcsTg', 'arn:blue', 'TargetGroup'),
  resource('TargetGroupSampleEcsTgAlternate', 'arn:green', 'TargetGroup'),
  resource('Listener80Rule100', 'arn:rule', 'ListenerRule'),
];

function shifting(overrides: Parameters<typeof aServiceLoadBalancer>[0] = {}): Service {
  return aService({ loadBalancers: [aServiceLoadBalancer({ alternate: true, rules: [RULE], ...overrides })] });
}

function live(blue: number, green: number, overrides: Partial<LiveRules> = {}): LiveRules {
  const targetGroups = [
    { arn: 'arn:green', weight: green },
    { arn: 'arn:blue', weight: blue },
  ];
  return {
    resources: RESOURCES,
    outputs: { ProductionRule1Arn: 'arn:rule' },
    forwards: [{ ruleArn: 'arn:rule', targetGroups }],
    ...overrides,
  };
}

describe('the weights of a rule', () => {
  test('are those of the live rule, the first target group before its alternate', () => {
    expect(liveWeights(shifting(), live(30, 70))).toEqual({ Listener80Rule100: [30, 70] });
  });

  test('are those of before where the rule has forwarded to one group so far', () => {
    const forwards = [{ ruleArn: 'arn:rule', targetGroups: [{ arn: 'arn:blue', weight: 1 }] }];
    expect(liveWeights(shifting(), live(0, 0, { forwards }))).toEqual({ Listener80Rule100: [1, 0] });
  });

  test('are those of the production rule where a rule is new', () => {
    const moved = shifting({ rules: [{ ...RULE, priority: 90 }], testListenerRule: { ...RULE, priority: 80 } });
    expect(liveWeights(moved, live(0, 100))).toEqual({ Listener80Rule90: [0, 100], Listener80Rule80: [0, 100] });
  });

  test('are not known where there is no such rule', () => {
    expect(liveWeights(shifting(), live(0, 0))).toEqual({});
    expect(liveWeights(aService(), live(1, 0))).toEqual({});
  });

  test('are asked of every rule that the stack has', () => {
    expect(ruleArns([...RESOURCES, resource('Listener80Rule1', '', 'ListenerRule')])).toEqual(['arn:rule']);
  });
});

describe('a template', () => {
  const template = (weights: Parameters<typeof serviceTemplate>[3]) => {
    const built = serviceTemplate(aCluster(), shifting(), {}, weights);
    return { digest: built?.digest, content: JSON.parse(built?.body ?? '{}') };
  };

  test('has live weights in its text and not in its digest', () => {
    const [one, other] = [template({}), template({ Listener80Rule100: [0, 100] })];
    expect(one.digest).toBe(other.digest);
    expect(other.content.Resources.Listener80Rule100.Properties.Actions[0].ForwardConfig.TargetGroups).toEqual([
      { TargetGroupArn: { Ref: 'TargetGroupSampleEcsTg' }, Weight: 0 },
      { TargetGroupArn: { Ref: 'TargetGroupSampleEcsTgAlternate' }, Weight: 100 },
    ]);
  });

  test('gets the weights that are live, and nothing else', () => {
    const settled = withLiveWeights(template({}).content, { Listener80Rule100: [0, 100] });
    expect(settled).toEqual(template({ Listener80Rule100: [0, 100] }).content);
  });

  test('that has them is left alone', () => {
    expect(
      withLiveWeights(template({}).content, { Listener80Rule100: [100, 0], Listener80Rule7: [0, 1] }),
    ).toBeUndefined();
  });
});

describe('a property of a rule', () => {
  const groups = (weight: number) => JSON.stringify([{ TargetGroupArn: 'arn:blue', Weight: weight }]);

  test.each<[string, string, string, boolean]>([
    ['/Properties/Actions/0/ForwardConfig/TargetGroups/0/Weight', '100', '0', true],
    ['/Properties/Actions/0/ForwardConfig/TargetGroups', groups(100), groups(0), true],
    ['/Properties/Actions', '[{"TargetGroupArn":"arn:blue"}]', groups(0), false],
    ['/Properties/Conditions', '["/a"]', '["/b"]', false],
    ['/Properties/Actions', '{"Weight": 1', '{"Weight": 2', false],
  ])('%s is about weights alone or not', (path, before, after, expected) => {
    const detail: PropertyDetailView = { path, before, after, requiresRecreation: 'Never', evaluation: 'Static' };
    expect(isAboutWeights(detail)).toBe(expected);
  });
});
