import type { Capacity, Cluster, LoadBalancer } from '../../src/model/cluster.ts';
import type { Service, ServiceLoadBalancer, TargetGroup } from '../../src/model/service.ts';

/** The cluster of the working example, without services. */
export function aCluster(overrides: Partial<Cluster> = {}): Cluster {
  return {
    name: 'sample-ecs-cluster',
    region: 'ap-northeast-1',
    account: '123456789012',
    network: { kind: 'default', availabilityZones: ['ap-northeast-1a', 'ap-northeast-1c'] },
    roles: {
      service: { kind: 'created', name: 'ecsServiceRole' },
      instance: { kind: 'created', name: 'ecsInstanceRole' },
    },
    capacity: aCapacity(),
    loadBalancer: aLoadBalancer(),
    tags: {},
    allow: [],
    services: [],
    source: { '': { file: 'config/sample-ecs-cluster/cluster.yaml', line: 1, column: 1 } },
    ...overrides,
  };
}

export function aCapacity(overrides: Partial<Capacity> = {}): Capacity {
  return {
    instanceScaling: 'managed',
    instanceType: 't2.medium',
    image: 'resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id',
    minSize: 2,
    maxSize: 4,
    targetCapacityPercent: 100,
    instanceWarmupSeconds: 120,
    associatePublicIpAddress: true,
    rootVolumeGiB: 30,
    agent: { ECS_IMAGE_PULL_BEHAVIOR: 'prefer-cached' },
    autoScalingGroupName: 'sample-autoscaling-group',
    launchTemplateName: 'sample-autoscaling-setting',
    securityGroupName: 'sample-autoscaling-sg',
    capacityProviderName: 'sample-capacity-provider',
    steps: { scaleOut: 1, scaleIn: -1, cooldownSeconds: 120 },
    ...overrides,
  };
}

export function aLoadBalancer(overrides: Partial<LoadBalancer> = {}): LoadBalancer {
  return {
    name: 'sample-ecs-alb',
    scheme: 'internet-facing',
    securityGroupName: 'sample-alb-sg',
    allowedCidrBlocks: ['0.0.0.0/0'],
    idleTimeoutSeconds: 60,
    deletionProtection: false,
    listeners: [
      {
        port: 80,
        protocol: 'HTTP',
        certificateArns: [],
        sslPolicy: undefined,
        defaultAction: { kind: 'fixed-response', statusCode: 404 },
      },
    ],
    ...overrides,
  };
}

/** The service of the working example: one target group behind port 80, and a log group. */
export function aService(overrides: Partial<Service> = {}): Service {
  return {
    name: 'sample-ecs-service',
    taskDefinition: { family: 'sample', definition: { networkMode: 'bridge' }, containers: [], source: {} },
    desiredCount: 2,
    loadBalancers: [aServiceLoadBalancer()],
    logGroup: { name: '/ecs/sample-ecs-service', retentionInDays: 30 },
    scaling: undefined,
    settings: {},
    verify: undefined,
    failFast: true,
    beforeDeployment: undefined,
    keepRevisions: undefined,
    scheduledTasks: [],
    dependsOn: [],
    tags: {},
    source: { '': { file: 'config/sample-ecs-cluster/services/sample-ecs-service/service.yaml', line: 1, column: 1 } },
    ...overrides,
  };
}

export function aServiceLoadBalancer(
  overrides: Partial<ServiceLoadBalancer> & { readonly targetGroup?: TargetGroup } = {},
): ServiceLoadBalancer {
  return {
    containerName: 'nginx',
    containerPort: 80,
    targetGroup: aTargetGroup(),
    rules: [
      {
        listenerPort: 80,
        priority: 100,
        conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/*'] } }],
      },
    ],
    ...overrides,
  };
}

export function aTargetGroup(overrides: Partial<TargetGroup> = {}): TargetGroup {
  return {
    name: 'sample-ecs-tg',
    protocol: 'HTTP',
    protocolVersion: 'HTTP1',
    healthCheck: {
      path: '/',
      matcher: '200',
      intervalSeconds: 5,
      timeoutSeconds: 4,
      healthyThresholdCount: 2,
      unhealthyThresholdCount: 2,
    },
    attributes: { 'deregistration_delay.timeout_seconds': '15' },
    ...overrides,
  };
}
