import { AwsError } from '../../core/errors.ts';
import { fakeAlarms } from '../../core/fake-alarms.ts';
import type { TestWorld } from '../../core/testing.ts';
import { createTestWorld } from '../../core/testing.ts';
import type { Service } from '../../core/world.ts';
import type {
  DescribeScalingActivitiesResponse,
  PutScalingPolicyResponse,
  ScalingActivity,
} from '../../shapes/application-autoscaling.d.ts';
import { createService } from './service.ts';

/** The ECS service that is scaled, as the stand-in for ECS knows it. */
export interface FakeService {
  exists: boolean;
  desiredCount: number;
  runningCount: number;
  isDeploying: boolean;
  /** Refuses the next updates with this message. */
  refusal: string | undefined;
}

export const TARGET = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/sample-ecs-cluster/sample-ecs-service',
  ScalableDimension: 'ecs:service:DesiredCount',
};

export interface ApplicationAutoScalingTest extends TestWorld {
  readonly service: FakeService;
  readonly alarms: Map<string, object>;
  call<Output = unknown>(operation: string, input: object): Promise<Output>;
  putPolicy(PolicyName: string, policy: object): Promise<string>;
  /** An alarm acts on a policy; returns when what comes of it has come. */
  alarm(actionArn: string, value: number, threshold?: number): Promise<void>;
  activities(options?: object): Promise<ScalingActivity[]>;
}

function fakeEcs(service: FakeService): Service {
  return {
    operations: {
      DescribeServices: ({ services }: { services: string[] }) => {
        if (!service.exists) return { services: [], failures: services.map((arn) => ({ arn, reason: 'MISSING' })) };
        const { desiredCount, runningCount } = service;
        const deployments = [{ rolloutState: service.isDeploying ? 'IN_PROGRESS' : 'COMPLETED' }];
        return { services: [{ status: 'ACTIVE', desiredCount, runningCount, deployments }] };
      },
      UpdateService: ({ desiredCount }: { desiredCount: number }) => {
        if (service.refusal !== undefined) throw new AwsError('ServiceNotActiveException', service.refusal);
        service.desiredCount = desiredCount;
        return {};
      },
    },
  };
}

/** Application Auto Scaling among stand-ins for ECS, with a service of two tasks, and CloudWatch. */
export function createApplicationAutoScalingTest(): ApplicationAutoScalingTest {
  const service: FakeService = {
    exists: true,
    desiredCount: 2,
    runningCount: 2,
    isDeploying: false,
    refusal: undefined,
  };
  const alarms = new Map<string, object>();
  const test = createTestWorld({
    services: (world) => ({
      'application-autoscaling': createService(world),
      ecs: fakeEcs(service),
      cloudwatch: fakeAlarms(alarms),
    }),
  });
  const call = <Output = unknown>(operation: string, input: object) =>
    test.world.call<Output>('application-autoscaling', operation, input);
  return {
    ...test,
    service,
    alarms,
    call,
    putPolicy: async (PolicyName, policy) =>
      (await call<PutScalingPolicyResponse>('PutScalingPolicy', { ...TARGET, PolicyName, ...policy })).PolicyARN,
    alarm: async (actionArn, value, threshold = 40) => {
      test.world.emit('alarm-action', { actionArn, alarmName: 'EcsScaleOutAlarm', value, threshold });
      await test.advance(5_000);
    },
    activities: async (options = {}) =>
      (
        await call<DescribeScalingActivitiesResponse>('DescribeScalingActivities', {
          ServiceNamespace: 'ecs',
          ...options,
        })
      ).ScalingActivities ?? [],
  };
}
