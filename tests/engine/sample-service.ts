import type { JsonObject } from '../../src/model/json.ts';
import type { Service, StepPolicy, TargetGroup } from '../../src/model/service.ts';
import { aService, aServiceLoadBalancer, aTargetGroup } from '../builders/cluster.ts';

export const SERVICE_NAME = 'sample-ecs-service';

function step(name: string, overrides: Partial<StepPolicy>): StepPolicy {
  return {
    alarmName: `Ecs${name}Alarm`,
    policyName: `${SERVICE_NAME}-${name}`,
    metricName: 'CPUUtilization',
    comparisonOperator: 'GreaterThanOrEqualToThreshold',
    thresholdPercent: 90,
    periodSeconds: 60,
    evaluationPeriods: 5,
    adjustment: 1,
    cooldownSeconds: 60,
    ...overrides,
  };
}

export interface SampleVersion {
  readonly container?: JsonObject;
  /** Of the task definition. */
  readonly task?: JsonObject;
  /** Of the whole service. */
  readonly overrides?: Partial<Service>;
  readonly deployment?: JsonObject;
}

/** The working example's service with one container, which ECS gives up after two failed tasks. */
export function version(
  image: string,
  { container: more = {}, task = {}, overrides = {}, deployment = {} }: SampleVersion = {},
): Service {
  const container = {
    name: 'nginx',
    image,
    cpu: 128,
    memory: 128,
    portMappings: [{ containerPort: 80 }],
    logConfiguration: {
      logDriver: 'awslogs',
      options: {
        'awslogs-group': '/ecs/sample-ecs-service',
        'awslogs-region': 'ap-northeast-1',
        'awslogs-stream-prefix': 'sample',
      },
    },
    ...more,
  };
  return aService({
    name: SERVICE_NAME,
    taskDefinition: {
      family: 'sample',
      definition: { networkMode: 'bridge', ...task, containerDefinitions: [container] },
      containers: [{ name: 'nginx', image: { kind: 'config', image } }],
      source: {},
    },
    loadBalancers: [aServiceLoadBalancer()],
    scaling: {
      minCapacity: 2,
      maxCapacity: 4,
      steps: {
        scaleOut: step('ScaleOut', {}),
        scaleIn: step('ScaleIn', { comparisonOperator: 'LessThanThreshold', thresholdPercent: 1, adjustment: -1 }),
      },
      targetTracking: [],
      drivesInstances: false,
    },
    settings: {
      healthCheckGracePeriodSeconds: 10,
      placementStrategy: [{ type: 'spread', field: 'host' }],
      deploymentConfiguration: {
        strategy: 'ROLLING',
        minimumHealthyPercent: 100,
        maximumPercent: 200,
        deploymentCircuitBreaker: {
          enable: true,
          rollback: true,
          thresholdConfiguration: { type: 'COUNT', value: 2 },
        },
        earlySuccessCriteria: { enable: true, healthyPercent: 100, sourceServiceRevisionCleanup: 'DEFERRED' },
        ...deployment,
      },
    },
    ...overrides,
  });
}

/** With a health check that a busy machine passes, however fast emulated time runs. */
export function patientTargetGroup(overrides: Partial<TargetGroup> = {}): TargetGroup {
  const group = aTargetGroup(overrides);
  const patience = { intervalSeconds: 20, timeoutSeconds: 19, unhealthyThresholdCount: 10 };
  return { ...group, healthCheck: { ...group.healthCheck, ...patience } };
}
