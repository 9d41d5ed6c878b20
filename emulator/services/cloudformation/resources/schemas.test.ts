import { describe, expect, test } from '@jest/globals';
import { seededRandom } from '../../../core/random.ts';
import type { Json, JsonObject } from '../template/json.ts';
import { coerced } from './coerce.ts';
import { generatedName, generatedShortName } from './names.ts';
import type { ResourceContext } from './resource-type.ts';
import { violations } from './violations.ts';

const TARGET_GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';

test.each<[string, string, JsonObject, readonly string[]]>([
  ['text for a number', TARGET_GROUP, { Port: '80', HealthCheckEnabled: 'true' }, []],
  ['a number for text', 'AWS::SSM::Parameter', { Type: 'String', Value: 5 }, []],
  ['what is not known yet', TARGET_GROUP, { Port: '{{changeSet:KNOWN_AFTER_APPLY}}' }, []],
  ['no number', TARGET_GROUP, { Port: 'http' }, ['#/Port: expected type: Integer, found: String']],
  [
    'no boolean',
    TARGET_GROUP,
    { HealthCheckEnabled: 'yes' },
    ['#/HealthCheckEnabled: expected type: Boolean, found: String'],
  ],
  ['a list for one', TARGET_GROUP, { Targets: {} }, ['#/Targets: expected type: JSONArray, found: JSONObject']],
  [
    'nested keys',
    TARGET_GROUP,
    { Targets: [{ Id: 'i', Foo: 1 }, {}] },
    ['#/Targets/0: extraneous key [Foo] is not permitted', '#/Targets/1: required key [Id] not found'],
  ],
  [
    'a value outside an enumeration',
    'AWS::ECS::CapacityProvider',
    { AutoScalingGroupProvider: { AutoScalingGroupArn: 'a', ManagedDraining: 'MAYBE' } },
    ['#/AutoScalingGroupProvider/ManagedDraining: MAYBE is not a valid enum value'],
  ],
  [
    'a document that is neither JSON nor text',
    'AWS::IAM::Role',
    { AssumeRolePolicyDocument: 5, Tags: [{ Key: 'k', Worth: 'v' }] },
    ['#/Tags/0: expected type: JSONObject, found: JSONObject'],
  ],
])('%s in properties', (_what, type, properties, expected) => {
  expect(violations(type, properties).map(({ pointer, message }) => `#${pointer}: ${message}`)).toEqual(expected);
});

test.each<[string, JsonObject, Json]>([
  [
    TARGET_GROUP,
    { Port: '80', HealthCheckEnabled: 'false', Name: 5 },
    { Port: 80, HealthCheckEnabled: false, Name: '5' },
  ],
  [TARGET_GROUP, { Targets: [{ Id: 'i', Port: '1' }] }, { Targets: [{ Id: 'i', Port: 1 }] }],
  ['AWS::SSM::Parameter', { Value: true, Tags: { a: 1 } }, { Value: 'true', Tags: { a: '1' } }],
  ['AWS::IAM::Role', { AssumeRolePolicyDocument: { n: 1 } }, { AssumeRolePolicyDocument: { n: 1 } }],
])('properties of %s take the types of its schema: %j', (type, properties, expected) => {
  expect(coerced(type, properties)).toEqual(expected);
});

describe('generated names', () => {
  const context = (stackName: string, logicalId: string): ResourceContext =>
    ({ stackName, logicalId, random: seededRandom(1) }) as unknown as ResourceContext;

  test.each([
    ['s', 'Role', 64, /^s-Role-\w{12}$/],
    [
      'amplify-projectrespawnwebsite',
      'OverlaySourceOverlaySource',
      64,
      /^amplify-projectrespawnweb-OverlaySourceOverlaySourc-\w{12}$/,
    ],
    ['short', 'AVeryLongLogicalIdThatFillsTheRestOfTheRoomThereIs', 64, /^short-\w{45}-\w{12}$/],
  ])('%s-%s fit into %d characters', (stack, id, limit, pattern) => {
    const name = generatedName(limit)(context(stack, id));
    expect(name).toMatch(pattern);
    expect(name.length).toBeLessThanOrEqual(limit);
  });

  test('of load balancers are short', () => {
    expect(generatedShortName(context('sample-ecs-cluster', 'TargetGroup'))).toMatch(/^sample-Targe-\w{12}$/);
  });
});
