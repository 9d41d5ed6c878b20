import type { ContainerView, TaskView } from '../../src/model/service-views.ts';
import { REVISION } from './live-service.ts';

/** A running task of the working example, as ECS describes it joined with its instance. */
export function aTask(overrides: Partial<TaskView> = {}): TaskView {
  return {
    arn: 'arn:aws:ecs:ap-northeast-1:123456789012:task/sample-ecs-cluster/0123456789abcdef0123456789abcdef',
    taskDefinition: `${REVISION}:2`,
    startedBy: 'ecs-svc/2',
    lastStatus: 'RUNNING',
    desiredStatus: 'RUNNING',
    healthStatus: undefined,
    stopCode: undefined,
    stoppedReason: undefined,
    createdAt: 1_000,
    startedAt: 2_000,
    stoppedAt: undefined,
    containerInstanceArn: 'arn:instance/1',
    ec2InstanceId: 'i-1',
    containers: [aContainer({ name: 'nginx', bindings: [{ containerPort: 80, hostPort: 32768 }] }), aContainer()],
    ...overrides,
  };
}

export function aContainer(overrides: Partial<ContainerView> = {}): ContainerView {
  return { name: 'app', lastStatus: 'RUNNING', exitCode: undefined, reason: undefined, bindings: [], ...overrides };
}

export function aStoppedTask(overrides: Partial<TaskView> = {}): TaskView {
  return aTask({ lastStatus: 'STOPPED', desiredStatus: 'STOPPED', stoppedAt: 3_000, ...overrides });
}
