import { describe, expect, test } from '@jest/globals';
import { api, shop } from '../../../tests/builders/config-files.ts';

const HEAD = 'region: ap-northeast-1\naccount: "123456789012"\n';

describe('the smallest cluster.yaml', () => {
  test('has everything by default', () => {
    const { services: _, source: __, ...cluster } = shop();
    expect(cluster).toEqual({
      name: 'shop',
      region: 'ap-northeast-1',
      account: '123456789012',
      network: { kind: 'default', availabilityZones: undefined },
      roles: { service: undefined, instance: { kind: 'created', name: 'shop-instance-role' } },
      capacity: {
        instanceScaling: 'managed',
        instanceType: 't3.medium',
        image: 'resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id',
        minSize: 2,
        maxSize: 4,
        targetCapacityPercent: 100,
        instanceWarmupSeconds: 60,
        associatePublicIpAddress: true,
        rootVolumeGiB: 30,
        agent: {},
        autoScalingGroupName: 'shop-autoscaling-group',
        launchTemplateName: 'shop-autoscaling-setting',
        securityGroupName: 'shop-autoscaling-sg',
        capacityProviderName: 'capacity-shop',
        steps: { scaleOut: 1, scaleIn: -1, cooldownSeconds: 300 },
      },
      loadBalancer: {
        name: 'shop-alb',
        scheme: 'internet-facing',
        securityGroupName: 'shop-alb-sg',
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
      },
      tags: {},
      allow: [],
    });
  });

  test.each([
    ['t4g.small', 'arm64/recommended'],
    ['c7gn.large', 'arm64/recommended'],
    ['a1.large', 'arm64/recommended'],
    ['g4dn.xlarge', 'amazon-linux-2023/recommended'],
    ['m7i.large', 'amazon-linux-2023/recommended'],
  ])('finds the image for %s', (instanceType, expected) => {
    const { capacity } = shop({ 'cluster.yaml': `${HEAD}capacity: { instanceType: ${instanceType} }\n` });
    expect(capacity.image).toContain(expected);
  });

  test.each([
    ['vpc-0123456789abcdef0, subnets: [subnet-11111111, subnet-22222222]', '{}', true],
    ['vpc-0123456789abcdef0, subnets: [subnet-11111111, subnet-22222222]', '{ scheme: internal }', false],
    [
      'vpc-0123456789abcdef0, subnets: [subnet-11111111, subnet-22222222], instanceSubnets: [subnet-33333333]',
      '{}',
      false,
    ],
    ['create', '{ scheme: internal }', true],
  ])('gives instances public addresses where their subnets need them: %s %s', (vpc, loadBalancer, expected) => {
    const cluster = shop({ 'cluster.yaml': `${HEAD}network: { vpc: ${vpc} }\nloadBalancer: ${loadBalancer}\n` });
    expect(cluster.capacity.associatePublicIpAddress).toBe(expected);
  });

  test('speaks HTTPS where there are certificates', () => {
    const arn = 'arn:aws:acm:ap-northeast-1:123456789012:certificate/a';
    const listeners = `[{ port: 80, defaultAction: { type: redirect-to-https } }, { port: 443, certificates: ["${arn}"] }]`;
    const cluster = shop({ 'cluster.yaml': `${HEAD}loadBalancer: { listeners: ${listeners} }\n` });
    expect(cluster.loadBalancer.listeners[1]).toMatchObject({
      protocol: 'HTTPS',
      sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
    });
    expect(cluster.services[0]?.loadBalancers[0]?.rules[0]?.listenerPort).toBe(443);
  });
});

describe('the smallest service.yaml', () => {
  test('is fast and safe by default', () => {
    const service = api();
    expect(service).toMatchObject({
      name: 'api',
      desiredCount: 2,
      logGroup: undefined,
      scaling: undefined,
      verify: undefined,
      failFast: true,
      dependsOn: [],
      tags: {},
    });
    expect(service.loadBalancers).toEqual([
      {
        containerName: 'web',
        containerPort: 8080,
        targetGroup: {
          name: undefined,
          protocol: 'HTTP',
          port: undefined,
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
        },
        rules: [
          {
            listenerPort: 80,
            priority: 50000,
            conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/*'] } }],
          },
        ],
        attached: true,
        alternate: false,
        testListenerRule: undefined,
      },
    ]);
    expect(service.settings).toEqual({
      healthCheckGracePeriodSeconds: 30,
      availabilityZoneRebalancing: 'ENABLED',
      placementStrategy: [
        { type: 'spread', field: 'attribute:ecs.availability-zone' },
        { type: 'spread', field: 'instanceId' },
      ],
      capacityProviderStrategy: [{ capacityProvider: 'capacity-shop', weight: 1, base: 0 }],
      deploymentConfiguration: {
        strategy: 'ROLLING',
        minimumHealthyPercent: 100,
        maximumPercent: 200,
        deploymentCircuitBreaker: {
          enable: true,
          rollback: true,
          resetOnHealthyTask: true,
          thresholdConfiguration: { type: 'COUNT', value: 3 },
        },
        earlySuccessCriteria: { enable: true, healthyPercent: 100, sourceServiceRevisionCleanup: 'DEFERRED' },
      },
      enableECSManagedTags: true,
      propagateTags: 'SERVICE',
    });
    expect(service.taskDefinition).toMatchObject({
      family: 'shop-api',
      containers: [{ name: 'web', image: { kind: 'config', image: 'example/web:1' } }],
    });
    expect(service.taskDefinition.definition).not.toHaveProperty('family');
  });

  test.each([
    ['launchType: EC2\n', { launchType: 'EC2', availabilityZoneRebalancing: 'ENABLED' }, ['capacityProviderStrategy']],
    [
      'capacityProviderStrategy: [{ capacityProvider: FARGATE_SPOT }]\n',
      { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }] },
      ['placementStrategy'],
    ],
    [
      'placementStrategy: [{ type: binpack, field: memory }]\n',
      { availabilityZoneRebalancing: 'DISABLED', placementStrategy: [{ type: 'binpack', field: 'memory' }] },
      ['launchType'],
    ],
    [
      'deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 100 }\n',
      { availabilityZoneRebalancing: 'DISABLED' },
      [],
    ],
  ])('drops what cannot be used with %s', (lines, expected, absent) => {
    const { settings } = api(lines);
    expect(settings).toMatchObject(expected);
    for (const key of absent) expect(settings).not.toHaveProperty(key);
  });

  test('drops what cannot be used with launchType: FARGATE', () => {
    const { settings } = api(
      'launchType: FARGATE\nnetworkConfiguration: { awsvpcConfiguration: { subnets: [a], securityGroups: [b] } }\n',
      {
        'services/api/task-definition.yaml':
          'networkMode: awsvpc\ncpu: "256"\nmemory: "512"\ncontainerDefinitions: [{ name: web, image: b:1, portMappings: [{ containerPort: 8080 }] }]\n',
      },
    );
    expect(settings).toMatchObject({ launchType: 'FARGATE' });
    for (const key of ['capacityProviderStrategy', 'placementStrategy']) expect(settings).not.toHaveProperty(key);
  });

  test.each([
    ['{ maximumPercent: 150 }', { maximumPercent: 150, minimumHealthyPercent: 100 }],
    [
      '{ deploymentCircuitBreaker: { enable: false } }',
      { deploymentCircuitBreaker: { enable: false, rollback: false } },
    ],
    [
      '{ deploymentCircuitBreaker: { rollback: false } }',
      { deploymentCircuitBreaker: { enable: true, rollback: false, resetOnHealthyTask: true } },
    ],
    [
      '{ deploymentCircuitBreaker: { thresholdConfiguration: { type: BOUNDED_PERCENT, value: 50 } } }',
      { deploymentCircuitBreaker: { enable: true, thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: 50 } } },
    ],
    ['{ earlySuccessCriteria: { enable: false } }', { earlySuccessCriteria: { enable: false } }],
    [
      '{ alarms: { alarmNames: [Errors] } }',
      { alarms: { alarmNames: ['Errors'], enable: true, rollback: true }, strategy: 'ROLLING' },
    ],
  ])('completes the deployment configuration %s', (given, expected) => {
    expect(api(`deploymentConfiguration: ${given}\n`).settings['deploymentConfiguration']).toMatchObject(expected);
  });

  test('without load balancers has no grace period, and another strategy no early success', () => {
    const { settings } = api('', {
      'services/api/service.yaml': 'deploymentConfiguration: { strategy: BLUE_GREEN, bakeTimeInMinutes: 5 }\n',
    });
    expect(settings).not.toHaveProperty('healthCheckGracePeriodSeconds');
    expect(settings['deploymentConfiguration']).toEqual({
      strategy: 'BLUE_GREEN',
      bakeTimeInMinutes: 5,
      minimumHealthyPercent: 100,
      maximumPercent: 200,
    });
  });
});

describe('service.yaml', () => {
  test('names alarms and policies after the service', () => {
    const { scaling, desiredCount } = api(
      'scaling: { minCapacity: 3, maxCapacity: 6, scaleOut: { threshold: 40 }, scaleIn: { threshold: 20 }, targetTracking: [{ predefinedMetricType: ECSServiceAverageMemoryUtilization, targetValue: 60 }] }\n',
    );
    expect(desiredCount).toBe(3);
    expect(scaling).toEqual({
      minCapacity: 3,
      maxCapacity: 6,
      drivesInstances: false,
      predictive: [],
      steps: {
        scaleOut: {
          alarmName: 'shop-api-scale-out',
          policyName: 'shop-api-scale-out',
          metricName: 'CPUUtilization',
          comparisonOperator: 'GreaterThanOrEqualToThreshold',
          thresholdPercent: 40,
          periodSeconds: 60,
          evaluationPeriods: 1,
          adjustment: 1,
          adjustmentType: 'ChangeInCapacity',
          cooldownSeconds: 60,
        },
        scaleIn: {
          alarmName: 'shop-api-scale-in',
          policyName: 'shop-api-scale-in',
          metricName: 'CPUUtilization',
          comparisonOperator: 'LessThanThreshold',
          thresholdPercent: 20,
          periodSeconds: 60,
          evaluationPeriods: 3,
          adjustment: -1,
          adjustmentType: 'ChangeInCapacity',
          cooldownSeconds: 60,
        },
      },
      targetTracking: [
        {
          policyName: 'shop-api-ECSServiceAverageMemoryUtilization',
          metricType: 'ECSServiceAverageMemoryUtilization',
          targetValue: 60,
          scaleInCooldownSeconds: 300,
          scaleOutCooldownSeconds: 60,
          disableScaleIn: false,
        },
      ],
    });
  });

  test("adds the cluster's tags to its own", () => {
    const service = api('tags: { team: api }\n', { 'cluster.yaml': `${HEAD}tags: { team: shop, stage: live }\n` });
    expect(service.tags).toEqual({ team: 'api', stage: 'live' });
  });

  test.each([
    ['field: host-header, values: [a.example]', { Field: 'host-header', HostHeaderConfig: { Values: ['a.example'] } }],
    [
      'field: path-pattern, regexValues: ["^/v\\\\d"]',
      { Field: 'path-pattern', PathPatternConfig: { RegexValues: ['^/v\\d'] } },
    ],
    [
      'field: http-header, httpHeaderName: X-Preview, values: [pr-1]',
      { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X-Preview', Values: ['pr-1'] } },
    ],
    [
      'field: http-request-method, values: [GET]',
      { Field: 'http-request-method', HttpRequestMethodConfig: { Values: ['GET'] } },
    ],
    [
      'field: query-string, values: ["v=2=3", all]',
      { Field: 'query-string', QueryStringConfig: { Values: [{ Key: 'v', Value: '2=3' }, { Value: 'all' }] } },
    ],
    ['field: source-ip, values: [10.0.0.0/8]', { Field: 'source-ip', SourceIpConfig: { Values: ['10.0.0.0/8'] } }],
  ])('turns the condition {%s} into CloudFormation’s', (condition, expected) => {
    const rules = `[{ priority: 7, conditions: [{ ${condition} }] }]`;
    expect(api(`    rules: ${rules}\n`).loadBalancers[0]?.rules).toEqual([
      { listenerPort: 80, priority: 7, conditions: [expected] },
    ]);
  });

  test('verifies what the health check asks for, with the version of the load-balanced container', () => {
    expect(
      api('    targetGroup: { healthCheck: { path: /ok } }\nverify: { version: { header: x-v, equals: "1" } }\n')
        .verify,
    ).toEqual({
      listenerPort: 80,
      path: '/ok',
      host: undefined,
      expectStatus: '200',
      expectBody: undefined,
      version: { header: 'x-v', equals: '1', container: 'web' },
      consecutive: 3,
      timeoutSeconds: 120,
      probesPerSecond: 1,
      maxFailures: 0,
    });
  });

  test('asks gRPC services as gRPC does', () => {
    const { loadBalancers } = api('    targetGroup: { protocolVersion: GRPC }\n');
    expect(loadBalancers[0]?.targetGroup.healthCheck).toMatchObject({ path: '/AWS.ALB/healthcheck', matcher: '12' });
  });
});

test('a container with an external image has none in the definition', () => {
  const { taskDefinition } = api('', {
    'services/api/task-definition.yaml':
      'family: web\ncontainerDefinitions:\n  - { name: web, image: external, initialImage: "a:1", memory: 8, portMappings: [{ containerPort: 8080 }] }\n',
  });
  expect(taskDefinition.family).toBe('web');
  expect(taskDefinition.containers).toEqual([{ name: 'web', image: { kind: 'external', initialImage: 'a:1' } }]);
  expect(taskDefinition.definition).toEqual({
    containerDefinitions: [{ name: 'web', memory: 8, portMappings: [{ containerPort: 8080 }] }],
  });
});

test('a consent for the stack of the cluster may name it or not', () => {
  const allowed = 'allow: [{ resource: A }, { stack: shop, resource: A }, { stack: shop-api, resource: A }]\n';
  const { allow } = shop({ 'cluster.yaml': `${HEAD}${allowed}` });
  expect(allow.map(({ stack }) => stack)).toEqual([undefined, undefined, 'shop-api']);
});
