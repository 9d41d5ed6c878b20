import { describe, expect, test } from '@jest/globals';
import { aCluster, aService, aServiceLoadBalancer, aTargetGroup } from '../../tests/builders/cluster.ts';
import type { Service } from '../model/service.ts';
import { serviceTemplate } from './service-template.ts';

const OUTPUTS = { VpcId: 'vpc-1', Listener80Arn: 'arn:listener/80' };

function template(service: Service) {
  const built = serviceTemplate(aCluster(), service, OUTPUTS);
  if (!built) throw new Error('no template');
  return built;
}

const rule = (listenerPort: number, priority: number) => ({
  listenerPort,
  priority,
  conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/*'] } }],
});

describe('the stack of a service', () => {
  test('holds its target groups, their rules and its log group', () => {
    const { name, resources, parameters } = template(aService());
    expect(name).toBe('sample-ecs-cluster-sample-ecs-service');
    expect(Object.keys(resources)).toEqual(['TargetGroupSampleEcsTg', 'Listener80Rule100', 'LogGroup']);
    expect(parameters).toEqual({ VpcId: 'vpc-1', Listener80Arn: 'arn:listener/80' });
  });

  test('does not exist for a service that needs nothing', () => {
    expect(serviceTemplate(aCluster(), aService({ loadBalancers: [], logGroup: undefined }), OUTPUTS)).toBeUndefined();
  });

  test('does not exist for a service that only uses a role which exists already', () => {
    const hookRole = { kind: 'existing', arn: 'arn:aws:iam::123456789012:role/hook' } as const;
    const service = aService({ loadBalancers: [], logGroup: undefined, hookRole });
    expect(serviceTemplate(aCluster(), service, OUTPUTS)).toBeUndefined();
  });

  test('leaves open what the cluster does not say yet', () => {
    expect(serviceTemplate(aCluster(), aService(), {})?.parameters).toEqual({
      VpcId: undefined,
      Listener80Arn: undefined,
    });
  });

  test.each([
    ['bridge', 'instance'],
    ['awsvpc', 'ip'],
  ])('registers tasks in %s mode by %s', (networkMode, targetType) => {
    const taskDefinition = { family: 'sample', definition: { networkMode }, containers: [], source: {} };
    const { resources } = template(aService({ taskDefinition }));
    expect(resources['TargetGroupSampleEcsTg']?.['Properties']).toMatchObject({
      TargetType: targetType,
      HealthCheckPort: 'traffic-port',
      Matcher: { HttpCode: '200' },
    });
  });

  test('checks gRPC targets by gRPC codes', () => {
    const targetGroup = aTargetGroup({
      protocolVersion: 'GRPC',
      healthCheck: { ...aTargetGroup().healthCheck, matcher: '0-99' },
    });
    const { resources } = template(aService({ loadBalancers: [aServiceLoadBalancer({ targetGroup })] }));
    expect(resources['TargetGroupSampleEcsTg']?.['Properties']).toMatchObject({ Matcher: { GrpcCode: '0-99' } });
  });

  test('keeps the logical id of a target group when the one before it is taken out', () => {
    const first = aServiceLoadBalancer();
    const second = aServiceLoadBalancer({ targetGroup: aTargetGroup({ name: 'next-tg' }), rules: [rule(80, 200)] });
    const both = template(aService({ loadBalancers: [first, second] }));
    const one = template(aService({ loadBalancers: [second] }));
    expect(one.resources['TargetGroupNextTg']).toEqual(both.resources['TargetGroupNextTg']);
    expect(JSON.parse(both.body).Outputs['TargetGroup2Arn']).toEqual({ Value: { Ref: 'TargetGroupNextTg' } });
  });

  test('gives target groups without a name ids of their own', () => {
    const unnamed = (priority: number) =>
      aServiceLoadBalancer({ targetGroup: aTargetGroup({ name: undefined }), rules: [rule(80, priority)] });
    const { resources } = template(aService({ loadBalancers: [unnamed(1), unnamed(2)] }));
    expect(Object.keys(resources)).toEqual([
      'TargetGroupNginx',
      'Listener80Rule1',
      'TargetGroupNginxNo2',
      'Listener80Rule2',
      'LogGroup',
    ]);
    expect(resources['TargetGroupNginx']?.['Properties']).not.toHaveProperty('Name');
  });

  test('keeps the log group when the stack goes', () => {
    expect(template(aService()).resources['LogGroup']).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('is refused with its size where CloudFormation would not take it', () => {
    const rules = Array.from({ length: 200 }, (_, index) => rule(80, index + 1));
    expect(() => template(aService({ loadBalancers: [aServiceLoadBalancer({ rules })] }))).toThrow(/has \d+ bytes/);
  });

  test('is written without white space where it is large', () => {
    const rules = Array.from({ length: 140 }, (_, index) => rule(80, index + 1));
    const { body } = template(aService({ loadBalancers: [aServiceLoadBalancer({ rules })] }));
    expect(body).not.toContain('\n');
  });
});
