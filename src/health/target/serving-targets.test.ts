import { describe, expect, test } from '@jest/globals';
import type { ServiceView, TargetView, TaskView } from '../../model/service-views.ts';
import { assessServing } from './serving-targets.ts';

const service = { taskDefinition: 'arn:aws:ecs:r:a:task-definition/web:2' } as ServiceView;
const task = (revision: number, hostPort: number, lastStatus = 'RUNNING') =>
  ({
    taskDefinition: `arn:aws:ecs:r:a:task-definition/web:${revision}`,
    lastStatus,
    ec2InstanceId: 'i-1',
    containers: [{ bindings: [{ containerPort: 80, hostPort }] }],
  }) as unknown as TaskView;
const target = (port: number, state: string, description?: string): TargetView => ({
  id: 'i-1',
  port,
  state,
  reason: undefined,
  description,
});

describe('the targets of the serving revision', () => {
  test('are healthy when each running task of it is a healthy target', () => {
    const serving = { service, tasks: [task(2, 1), task(2, 2)], targets: [target(1, 'healthy'), target(2, 'healthy')] };
    expect(assessServing(serving)).toEqual({
      state: 'healthy',
      message: '2 of 2 running tasks of web:2 are healthy targets',
    });
  });

  test('are awaited while one of them is not healthy', () => {
    const serving = { service, tasks: [task(2, 1), task(2, 2)], targets: [target(1, 'healthy'), target(2, 'initial')] };
    expect(assessServing(serving).state).toBe('pending');
  });

  test('say why they are not healthy, each reason once, and nothing of other tasks', () => {
    const targets = [target(1, 'unused', 'No rule'), target(2, 'unused', 'No rule'), target(3, 'unhealthy', 'Old')];
    expect(assessServing({ service, tasks: [task(2, 1), task(2, 2)], targets }).message).toBe(
      '0 of 2 running tasks of web:2 are healthy targets (No rule)',
    );
  });

  test('do not count where only the old revision is healthy', () => {
    expect(assessServing({ service, tasks: [task(1, 1)], targets: [target(1, 'healthy')] })).toEqual({
      state: 'pending',
      message: 'no task of web:2 is running',
    });
  });

  test('fail where there is no service', () => {
    expect(assessServing({ service: undefined, tasks: [], targets: [] }).state).toBe('failed');
  });
});
