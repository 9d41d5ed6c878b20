import { describe, expect, test } from '@jest/globals';
import { aCluster, aService, aServiceLoadBalancer, aTargetGroup } from '../../tests/builders/cluster.ts';
import type { JsonObject } from '../model/json.ts';
import type { Service } from '../model/service.ts';
import { serviceTemplate } from './service-template.ts';

const ROLE = { kind: 'created', name: 'sample-ecs' } as const;

function template(overrides: Partial<Service> = {}) {
  const loadBalancers = [aServiceLoadBalancer({ alternate: true })];
  const built = serviceTemplate(aCluster(), aService({ loadBalancers, infrastructureRole: ROLE, ...overrides }), {});
  if (!built) throw new Error('no template');
  return { ...built, outputs: JSON.parse(built.body).Outputs };
}

describe('the stack of a service whose traffic ECS shifts', () => {
  test('has a second target group like the first, without its name', () => {
    const { resources } = template();
    const alternate = resources['TargetGroupSampleEcsTgAlternate']?.['Properties'];
    expect(alternate).not.toHaveProperty('Name');
    expect(resources['TargetGroupSampleEcsTg']?.['Properties']).toEqual({
      Name: 'sample-ecs-tg',
      ...(alternate as JsonObject),
    });
  });

  test('sends everything to the first where nothing is live yet', () => {
    expect(template().resources['Listener80Rule100']?.['Properties']).toMatchObject({
      Actions: [
        {
          Type: 'forward',
          ForwardConfig: {
            TargetGroups: [
              { TargetGroupArn: { Ref: 'TargetGroupSampleEcsTg' }, Weight: 100 },
              { TargetGroupArn: { Ref: 'TargetGroupSampleEcsTgAlternate' }, Weight: 0 },
            ],
          },
        },
      ],
    });
  });

  test('has the role that lets ECS change the rules, and says all that a deployment names', () => {
    const testListenerRule = { listenerPort: 8080, priority: 1, conditions: [] };
    const { resources, outputs, parameters } = template({
      loadBalancers: [aServiceLoadBalancer({ alternate: true, testListenerRule })],
    });
    expect(resources['InfrastructureRole']?.['Properties']).toMatchObject({
      RoleName: 'sample-ecs',
      AssumeRolePolicyDocument: { Statement: [{ Principal: { Service: 'ecs.amazonaws.com' } }] },
      ManagedPolicyArns: [
        {
          // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's
          'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers',
        },
      ],
    });
    expect(outputs).toMatchObject({
      TargetGroup1Arn: { Value: { Ref: 'TargetGroupSampleEcsTg' } },
      AlternateTargetGroup1Arn: { Value: { Ref: 'TargetGroupSampleEcsTgAlternate' } },
      ProductionRule1Arn: { Value: { Ref: 'Listener80Rule100' } },
      TestRule1Arn: { Value: { Ref: 'Listener8080Rule1' } },
      InfrastructureRoleArn: { Value: { 'Fn::GetAtt': ['InfrastructureRole', 'Arn'] } },
    });
    expect(Object.keys(parameters)).toEqual(['VpcId', 'Listener80Arn', 'Listener8080Arn']);
  });

  test('uses a role that exists', () => {
    const { resources, outputs } = template({ infrastructureRole: { kind: 'existing', arn: 'arn:role' } });
    expect(resources['InfrastructureRole']).toBeUndefined();
    expect(outputs['InfrastructureRoleArn']).toEqual({ Value: 'arn:role' });
  });
});

describe('the stack of a service with Lambda hooks', () => {
  test('lets ECS invoke the functions that name no role of their own, each once', () => {
    const hook = (hookTargetArn: string, roleArn?: string) => ({ hookTargetArn, ...(roleArn ? { roleArn } : {}) });
    const lifecycleHooks = [
      hook('arn:b'),
      hook('arn:a'),
      hook('arn:a'),
      hook('arn:c', 'arn:own'),
      { targetType: 'PAUSE' },
    ];
    const { resources, outputs } = template({
      hookRole: { kind: 'created', name: 'sample-hook' },
      settings: { deploymentConfiguration: { strategy: 'BLUE_GREEN', lifecycleHooks } },
    });
    expect(resources['HookRole']?.['Properties']).toMatchObject({
      RoleName: 'sample-hook',
      Policies: [
        { PolicyDocument: { Statement: [{ Action: 'lambda:InvokeFunction', Resource: ['arn:a', 'arn:b'] }] } },
      ],
    });
    expect(outputs['HookRoleArn']).toEqual({ Value: { 'Fn::GetAtt': ['HookRole', 'Arn'] } });
  });
});

describe('a target group', () => {
  test('has the default port that config gives', () => {
    const targetGroup = aTargetGroup({ port: 8080 });
    const { resources } = template({ loadBalancers: [aServiceLoadBalancer({ targetGroup })] });
    expect(resources['TargetGroupSampleEcsTg']?.['Properties']).toMatchObject({ Port: 8080, Protocol: 'HTTP' });
  });
});
