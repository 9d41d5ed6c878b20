import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ShiftWorld, shiftWorld } from '../testing/shift-world.ts';

const BLUE_GREEN = { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0 };
let world: ShiftWorld;
beforeEach(async () => {
  world = await shiftWorld();
  await world.register({ image: 'app:v1' });
});
afterEach(() => world.stop());

interface Change {
  readonly advanced?: object | undefined;
  readonly balancers?: (given: object) => object[];
  readonly configuration?: object;
}
function create({
  advanced = {},
  balancers = (given) => [given],
  configuration = BLUE_GREEN,
}: Change): Promise<object> {
  const [plain] = world.loadBalancers as [{ advancedConfiguration: object }];
  const given = { ...plain, advancedConfiguration: { ...plain.advancedConfiguration, ...advanced } };
  return world.create({ loadBalancers: balancers(given), deploymentConfiguration: configuration } as object);
}
const onlyPrimary = (RuleArn: string): Promise<unknown> =>
  world.elb('ModifyRule', { RuleArn, Actions: [{ Type: 'forward', TargetGroupArn: world.primary }] });

describe('a service that shifts traffic is refused', () => {
  test.each<[string, () => Change, string]>([
    [
      'without a second target group',
      () => ({ advanced: { alternateTargetGroupArn: undefined } }),
      'alternateTargetGroupArn must be specified in advancedConfiguration.',
    ],
    ['without a role', () => ({ advanced: { roleArn: undefined } }), 'roleArn must be specified'],
    [
      'with the same target group twice',
      () => ({ advanced: { alternateTargetGroupArn: world.primary } }),
      'Duplicate targetGroupArn found: arn:aws:elasticloadbalancing:',
    ],
    [
      'with one rule for both kinds of traffic',
      () => ({ advanced: { testListenerRule: world.productionRule } }),
      'The following rules cannot be used as both production and test listener rules: arn:aws:',
    ],
    [
      'with a listener in the place of a rule',
      () => ({ advanced: { productionListenerRule: world.productionRule.replace('listener-rule/', 'listener/') } }),
      'productionListenerRule has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. Got: arn:aws:',
    ],
    [
      'with a rule that does not exist',
      () => ({ advanced: { productionListenerRule: `${world.productionRule.slice(0, -4)}0000` } }),
      'Unable to describe the productionListenerRule arn:aws:',
    ],
    [
      'with advancedConfiguration for one load balancer of two',
      () => ({ balancers: (given) => [given, { ...given, advancedConfiguration: undefined }] }),
      'Either all or none of the provided loadBalancers must have advancedConfiguration defined',
    ],
    [
      'with percentages between the tenths',
      () => ({ configuration: { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 0.15 } } }),
      'canaryPercent must be a multiple of 0.1 between 0.1 and 100.0.',
    ],
    [
      'with a step that is too small',
      () => ({ configuration: { strategy: 'LINEAR', linearConfiguration: { stepPercent: 2.9 } } }),
      'stepPercent must be a multiple of 0.1 between 3.0 and 100.0.',
    ],
    [
      "with another strategy's configuration",
      () => ({ configuration: { ...BLUE_GREEN, canaryConfiguration: { canaryPercent: 5 } } }),
      'canaryConfiguration is only valid when the deployment strategy is CANARY.',
    ],
    [
      'without a bake time',
      () => ({ configuration: { strategy: 'BLUE_GREEN' } }),
      'bakeTimeInMinutes must be specified when the deployment strategy is BLUE_GREEN.',
    ],
    [
      'with early success',
      () => ({ configuration: { ...BLUE_GREEN, earlySuccessCriteria: { enable: true, healthyPercent: 100 } } }),
      'earlySuccessCriteria is only supported with the ROLLING deployment strategy.',
    ],
    [
      'with a pause while traffic shifts',
      () => ({
        configuration: {
          ...BLUE_GREEN,
          lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['PRODUCTION_TRAFFIC_SHIFT'] }],
        },
      }),
      'Invalid lifecycle stage provided for Pause Hook',
    ],
    [
      'with a hook without a function',
      () => ({ configuration: { ...BLUE_GREEN, lifecycleHooks: [{ lifecycleStages: ['PRE_SCALE_UP'] }] } }),
      'hookTargetArn and roleArn must be specified for an AWS_LAMBDA lifecycle hook.',
    ],
  ])('%s', async (_, change, message) => {
    await expect(create(change())).rejects.toThrow(message);
  });

  test('where the production rule knows one target group only and there is no test rule', async () => {
    await onlyPrimary(world.productionRule);
    await expect(create({ advanced: { testListenerRule: undefined } })).rejects.toThrow(
      'For Application LoadBalancer, testListenerRule is required when productionListenerRule is not associated with both targetGroup and alternateTargetGroup',
    );
  });
});

describe('a deployment that shifts traffic fails when it starts', () => {
  const failing = async (break_: () => Promise<unknown>, advanced: object = {}): Promise<string> => {
    await create({});
    await world.until(({ status }) => status === 'SUCCESSFUL');
    await break_();
    const [plain] = world.loadBalancers as [{ advancedConfiguration: object }];
    const loadBalancers = [{ ...plain, advancedConfiguration: { ...plain.advancedConfiguration, ...advanced } }];
    await world.deploy('app:v2', { loadBalancers });
    const { status, statusReason = '' } = await world.until(({ finishedAt }) => finishedAt !== undefined);
    expect(status).toBe('ROLLBACK_SUCCESSFUL');
    return statusReason;
  };

  test('where two target groups get traffic', async () => {
    const TargetGroups = [world.primary, world.alternate].map((TargetGroupArn) => ({ TargetGroupArn, Weight: 1 }));
    const actions = [{ Type: 'forward', ForwardConfig: { TargetGroups } }];
    const reason = await failing(() => world.elb('ModifyRule', { RuleArn: world.productionRule, Actions: actions }));
    expect(reason).toBe(
      `Service deployment rolled back because of invalid networking configuration. productionListenerRule ${world.productionRule} should have exactly one target group serving traffic but found 2 target groups which are serving traffic`,
    );
  });

  test('where the role may not change the rule', async () => {
    const document = (Action: string) =>
      JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Deny', Action, Resource: '*' } });
    const reason = await failing(() =>
      world.world.call('iam', 'PutRolePolicy', {
        RoleName: 'infrastructure',
        PolicyName: 'p',
        PolicyDocument: document('elasticloadbalancing:ModifyRule'),
      }),
    );
    expect(reason).toBe(
      `Service deployment rolled back because TEST_TRAFFIC_SHIFT lifecycle hook(s) failed. User: arn:aws:sts::123456789012:assumed-role/infrastructure/ECSNetworkingWithELB is not authorized to perform: elasticloadbalancing:ModifyRule on resource: ${world.testRule} with an explicit deny in an identity-based policy`,
    );
  });

  test('where ECS cannot assume the role', async () => {
    const roleArn = 'arn:aws:iam::123456789012:role/none';
    expect(await failing(async () => {}, { roleArn })).toBe(
      `Service deployment rolled back because of invalid networking configuration. ECS was unable to manage the ELB resources due to missing permissions on ECS Infrastructure Role '${roleArn}'.`,
    );
  });
});
