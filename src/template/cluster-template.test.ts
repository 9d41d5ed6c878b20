import { describe, expect, test } from '@jest/globals';
import { aCapacity, aCluster, aLoadBalancer } from '../../tests/builders/cluster.ts';
import type { Cluster } from '../model/cluster.ts';
import { clusterTemplate } from './cluster-template.ts';

const GIVEN = { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'], instanceSubnetIds: ['subnet-1', 'subnet-2'] };

/** Properties of one resource. */
function properties(cluster: Cluster, logicalId: string): unknown {
  return clusterTemplate(cluster, GIVEN).resources[logicalId]?.['Properties'];
}

describe('the stack of a cluster', () => {
  test('holds what the services share, and nothing else', () => {
    const { resources } = clusterTemplate(aCluster(), GIVEN);
    expect(Object.keys(resources)).toEqual([
      'ServiceRole',
      'InstanceRole',
      'InstanceProfile',
      'LoadBalancerSecurityGroup',
      'InstanceSecurityGroup',
      'Cluster',
      'LaunchTemplate',
      'AutoScalingGroup',
      'CapacityProvider',
      'CapacityProviderAssociations',
      'LoadBalancer',
      'Listener80',
    ]);
  });

  test('tells apart by tag which cluster it is', () => {
    const { name, tags } = clusterTemplate(aCluster({ tags: { team: 'web' } }), GIVEN);
    expect({ name, tags }).toEqual({
      name: 'sample-ecs-cluster',
      tags: { team: 'web', 'ecs-gitops:cluster': 'sample-ecs-cluster' },
    });
  });

  test('is given the ids of a network that it does not create', () => {
    const { parameters, body } = clusterTemplate(aCluster(), { ...GIVEN, instanceSubnetIds: ['subnet-8'] });
    expect(parameters).toEqual({ VpcId: 'vpc-1', SubnetIds: 'subnet-1,subnet-2', InstanceSubnetIds: 'subnet-8' });
    expect(JSON.parse(body).Parameters.InstanceSubnetIds).toEqual({ Type: 'List<AWS::EC2::Subnet::Id>' });
  });

  test('creates a network with public subnets in two zones', () => {
    const { resources, parameters } = clusterTemplate(
      aCluster({ network: { kind: 'created', cidrBlock: '10.0.0.0/16', availabilityZones: undefined } }),
      undefined,
    );
    expect(parameters).toEqual({});
    expect(resources['PublicSubnet2']?.['Properties']).toMatchObject({
      CidrBlock: '10.0.16.0/20',
      AvailabilityZone: { 'Fn::Select': [1, { 'Fn::GetAZs': '' }] },
    });
    expect(resources['LoadBalancer']?.['DependsOn']).toContain('PublicRoute');
  });

  test('lets instances join the cluster through user data that refers to it', () => {
    expect(properties(aCluster(), 'LaunchTemplate')).toMatchObject({
      LaunchTemplateName: 'sample-autoscaling-setting',
      LaunchTemplateData: {
        MetadataOptions: { HttpTokens: 'required' },
        UserData: {
          'Fn::Base64': {
            'Fn::Join': [
              '',
              [
                "#!/bin/bash\ncat >> /etc/ecs/ecs.config <<'SETTINGS'\nECS_CLUSTER=",
                { Ref: 'Cluster' },
                '\nECS_IMAGE_PULL_BEHAVIOR=prefer-cached\nSETTINGS\n',
              ],
            ],
          },
        },
      },
    });
  });

  test('never states the desired capacity of the group', () => {
    expect(properties(aCluster(), 'AutoScalingGroup')).not.toHaveProperty('DesiredCapacity');
  });

  test('admits to instances only the load balancer, on the ports that Docker gives out', () => {
    expect(properties(aCluster(), 'InstanceSecurityGroup')).toMatchObject({
      SecurityGroupIngress: [
        {
          IpProtocol: 'tcp',
          FromPort: 32768,
          ToPort: 65535,
          SourceSecurityGroupId: { Ref: 'LoadBalancerSecurityGroup' },
        },
      ],
    });
  });

  test.each([
    ['managed', true, { ManagedScaling: { Status: 'ENABLED' }, ManagedTerminationProtection: 'ENABLED' }],
    ['alarms', false, { ManagedScaling: { Status: 'DISABLED' }, ManagedTerminationProtection: 'DISABLED' }],
  ] as const)('in %s mode protects instances: %s', (instanceScaling, isProtected, provider) => {
    const cluster = aCluster({ capacity: aCapacity({ instanceScaling }) });
    expect(properties(cluster, 'AutoScalingGroup')).toMatchObject({ NewInstancesProtectedFromScaleIn: isProtected });
    expect(properties(cluster, 'CapacityProvider')).toMatchObject({
      AutoScalingGroupProvider: { ...provider, ManagedDraining: 'ENABLED' },
    });
  });

  test('has the two policies of the group as outputs in alarms mode', () => {
    const { body } = clusterTemplate(aCluster({ capacity: aCapacity({ instanceScaling: 'alarms' }) }), GIVEN);
    expect(JSON.parse(body).Outputs).toMatchObject({
      ScaleOutPolicyArn: { Value: { Ref: 'ScaleOutPolicy' } },
      ScaleInPolicyArn: { Value: { Ref: 'ScaleInPolicy' } },
    });
  });

  test('uses a role that exists by the last part of its ARN', () => {
    const { resources } = clusterTemplate(
      aCluster({ roles: { instance: { kind: 'existing', arn: 'arn:aws:iam::123456789012:role/app/nodes' } } }),
      GIVEN,
    );
    expect(resources).not.toHaveProperty('InstanceRole');
    expect(resources).not.toHaveProperty('ServiceRole');
    expect(resources['InstanceProfile']?.['Properties']).toEqual({ Roles: ['nodes'] });
  });

  test('attaches further certificates to an HTTPS listener', () => {
    const loadBalancer = aLoadBalancer({
      listeners: [
        {
          port: 443,
          protocol: 'HTTPS',
          certificateArns: ['arn:one', 'arn:two'],
          sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
          defaultAction: { kind: 'fixed-response', statusCode: 404 },
        },
        {
          port: 80,
          protocol: 'HTTP',
          certificateArns: [],
          sslPolicy: undefined,
          defaultAction: { kind: 'redirect-to-https' },
        },
      ],
    });
    const cluster = aCluster({ loadBalancer });
    expect(properties(cluster, 'Listener443')).toMatchObject({ Certificates: [{ CertificateArn: 'arn:one' }] });
    expect(properties(cluster, 'Listener443Certificates')).toMatchObject({
      Certificates: [{ CertificateArn: 'arn:two' }],
    });
    expect(properties(cluster, 'Listener80')).toMatchObject({
      DefaultActions: [{ RedirectConfig: { Protocol: 'HTTPS', StatusCode: 'HTTP_301' } }],
    });
  });

  test('says its digest in an output, which changes with the template and with nothing else', () => {
    const first = clusterTemplate(aCluster(), GIVEN);
    const elsewhere = clusterTemplate(aCluster(), { ...GIVEN, vpcId: 'vpc-2' });
    const larger = clusterTemplate(aCluster({ capacity: aCapacity({ maxSize: 5 }) }), GIVEN);
    expect(JSON.parse(first.body).Outputs.TemplateDigest).toEqual({ Value: first.digest });
    expect(elsewhere.body).toBe(first.body);
    expect(larger.digest).not.toBe(first.digest);
  });

  test('names the line of config that each resource comes from', () => {
    const line = (number: number) => ({ file: 'cluster.yaml', line: number, column: 3 });
    const cluster = aCluster({ source: { '': line(1), capacity: line(7), 'loadBalancer/listeners/0': line(20) } });
    const { sources } = clusterTemplate(cluster, GIVEN);
    expect(sources).toMatchObject({ AutoScalingGroup: line(7), Listener80: line(20), InstanceRole: line(1) });
  });
});
