import { afterEach, expect, test } from '@jest/globals';
import type { Service } from '../../../core/world.ts';
import type { DescribeRulesOutput } from '../../../shapes/elbv2.d.ts';
import { createService as createElb } from '../../elbv2/service.ts';
import { createEc2 } from '../../elbv2/testing/ec2.ts';
import type { StackWorld } from '../testing/stack-world.ts';
import { stackWorld } from '../testing/stack-world.ts';

const template = (path: string, tag: string): string => `
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: { Name: web, Subnets: [subnet-a, subnet-c] }
  One: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { Port: 80, Protocol: HTTP, VpcId: vpc-1 } }
  Two: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { Port: 80, Protocol: HTTP, VpcId: vpc-1 } }
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 80
      Protocol: HTTP
      DefaultActions: [{ Type: fixed-response, FixedResponseConfig: { StatusCode: '404' } }]
  Rule:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !Ref Listener
      Priority: 1
      Tags: [{ Key: t, Value: ${tag} }]
      Conditions: [{ Field: path-pattern, PathPatternConfig: { Values: ['${path}'] } }]
      Actions:
        - Type: forward
          ForwardConfig:
            TargetGroups:
              - { TargetGroupArn: !Ref One, Weight: 1 }
              - { TargetGroupArn: !Ref Two, Weight: 0 }
Outputs:
  Rule: { Value: !Ref Rule }
`;

let balancer: Service | undefined;
afterEach(() => balancer?.stop?.());

function balancedStacks(): StackWorld {
  return stackWorld((world) => {
    balancer = createElb(world);
    return { elbv2: balancer, ec2: createEc2(() => {}) };
  });
}

async function weights(world: StackWorld): Promise<readonly (number | undefined)[]> {
  const { Outputs = [] } = await world.stack('s');
  const RuleArns = [Outputs[0]?.OutputValue ?? ''];
  const { Rules } = await world.world.call<DescribeRulesOutput>('elbv2', 'DescribeRules', { RuleArns });
  return (Rules?.[0]?.Actions?.[0]?.ForwardConfig?.TargetGroups ?? []).map(({ Weight }) => Weight);
}

test('a rule forwards by weight to two target groups', async () => {
  const world = balancedStacks();
  await world.deploy({ StackName: 's', ChangeSetType: 'CREATE', TemplateBody: template('/*', 'a') });
  expect((await world.stack('s')).StackStatus).toBe('CREATE_COMPLETE');
  expect(await weights(world)).toEqual([1, 0]);
});

test('an update of its conditions sends the weights of the template again, an update of its tags does not', async () => {
  const world = balancedStacks();
  await world.deploy({ StackName: 's', ChangeSetType: 'CREATE', TemplateBody: template('/*', 'a') });
  const { Outputs = [] } = await world.stack('s');
  const RuleArn = Outputs[0]?.OutputValue ?? '';
  const { Rules } = await world.world.call<DescribeRulesOutput>('elbv2', 'DescribeRules', { RuleArns: [RuleArn] });
  const groups = Rules?.[0]?.Actions?.[0]?.ForwardConfig?.TargetGroups ?? [];
  const TargetGroups = groups.map((group, index) => ({ ...group, Weight: index * 100 }));
  const Actions = [{ Type: 'forward', ForwardConfig: { TargetGroups } }];
  await world.world.call('elbv2', 'ModifyRule', { RuleArn, Actions });
  await world.deploy({ StackName: 's', TemplateBody: template('/*', 'b') });
  expect(await weights(world)).toEqual([0, 100]);
  await world.deploy({ StackName: 's', TemplateBody: template('/app*', 'b') });
  expect(await weights(world)).toEqual([1, 0]);
});
