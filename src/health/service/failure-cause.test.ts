import { describe, expect, test } from '@jest/globals';
import { aContainer, aStoppedTask, aTask } from '../../../tests/builders/task.ts';
import type { TargetView, TaskView } from '../../model/service-views.ts';
import { unhealthyTargets } from '../target/unhealthy-targets.ts';
import { groupStops } from '../task/stopped-tasks.ts';
import { explainFailure } from './failure-cause.ts';
import { tellingEvents } from './service-events.ts';

const EXITED = 'Essential container in task exited';
const REPLACED = aStoppedTask({ stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)' });

function exited(...exits: readonly (readonly [name: string, exitCode: number])[]): TaskView {
  return aStoppedTask({
    stopCode: 'EssentialContainerExited',
    stoppedReason: EXITED,
    containers: exits.map(([name, exitCode]) => aContainer({ name, exitCode })),
  });
}

describe('why a task stopped', () => {
  test.each<[string, TaskView, string, string]>([
    [
      'an image that cannot be pulled',
      aStoppedTask({
        stopCode: 'TaskFailedToStart',
        stoppedReason: 'Task failed to start',
        containers: [aContainer({ reason: 'CannotPullContainerError: app:9 not found' })],
      }),
      'image',
      'the image of container app cannot be pulled: CannotPullContainerError: app:9 not found',
    ],
    [
      'the container that failed, not the one killed with it',
      exited(['nginx', 137], ['app', 1]),
      'exit',
      'container app exits with code 1',
    ],
    [
      'a container that ends by itself',
      exited(['nginx', 143], ['app', 0]),
      'exit',
      'container app exits with code 0, which ends the task, since the container is essential',
    ],
    [
      'memory',
      aStoppedTask({
        stopCode: 'EssentialContainerExited',
        containers: [aContainer({ exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' })],
      }),
      'memory',
      'container app runs out of memory: OutOfMemoryError: Container killed due to memory usage',
    ],
    [
      'the load balancer',
      aStoppedTask({
        stopCode: 'ServiceSchedulerInitiated',
        stoppedReason: 'Task failed ELB health checks in (target-group tg)',
      }),
      'target-health',
      'Task failed ELB health checks in (target-group tg)',
    ],
    [
      'a resource that cannot be set up',
      aStoppedTask({ stopCode: 'TaskFailedToStart', stoppedReason: 'ResourceInitializationError: no secret' }),
      'start',
      'ResourceInitializationError: no secret',
    ],
    [
      'a spot instance',
      aStoppedTask({ stopCode: 'SpotInterruption', stoppedReason: 'Spot interruption' }),
      'instance',
      'Spot interruption',
    ],
    ['nothing', aStoppedTask(), 'other', 'ECS gives no reason'],
  ])('is %s', (_, task, cause, text) => {
    expect(groupStops([task])).toEqual([{ cause, text, tasks: [task] }]);
  });

  test('is counted once for all tasks that stopped so, replaced ones aside', () => {
    const groups = groupStops([exited(['app', 2]), REPLACED, exited(['app', 1]), exited(['app', 1])]);
    expect(groups.map(({ text, tasks }) => [text, tasks.length])).toEqual([
      ['container app exits with code 1', 2],
      ['container app exits with code 2', 1],
    ]);
  });
});

describe('why a deployment failed', () => {
  const target: TargetView = {
    id: 'i-1',
    port: 32768,
    state: 'unhealthy',
    reason: 'Target.ResponseCodeMismatch',
    description: 'Health checks failed with these codes: [503]',
  };

  test('is the most frequent end of its tasks', () => {
    const { cause, evidence } = explainFailure({ stopped: [exited(['app', 1])], targets: [], events: [] });
    expect(cause).toBe('container app exits with code 1');
    expect(evidence).toEqual([
      `1 task stopped: container app exits with code 1 [${EXITED}] (0123456789abcdef0123456789abcdef)`,
    ]);
  });

  test('is what the load balancer says of its targets', () => {
    const targets = unhealthyTargets([aTask()], [target, { ...target, port: 1 }]);
    const stopped = [aStoppedTask({ stoppedReason: 'Task failed ELB health checks in (target-group tg)' })];
    const { cause, evidence } = explainFailure({ stopped, targets, events: [] });
    expect(cause).toBe('the load balancer finds the new tasks unhealthy: Health checks failed with these codes: [503]');
    expect(evidence[1]).toMatch(/^target i-1:32768 \(container nginx of task 0123.*Target\.ResponseCodeMismatch/);
  });

  test('is what the load balancer said when it was found so, rather than of a target whose task is stopping', () => {
    const message = '(service s) (port 1) is unhealthy in (target-group tg) due to (reason codes: [503]).';
    const targets = unhealthyTargets([aTask()], [{ ...target, description: 'Health checks failed' }]);
    const { cause } = explainFailure({ stopped: [], targets, events: [{ id: '1', at: 1, message }] });
    expect(cause).toBe('the load balancer finds the new tasks unhealthy: codes: [503]');
  });

  test('finds the targets of tasks that have an address of their own', () => {
    const task = aTask({ ec2InstanceId: 'i-1', privateIpv4Address: '10.0.0.7', containers: [aContainer()] });
    const found = unhealthyTargets([task], [{ ...target, id: '10.0.0.7', port: 80 }, target]);
    expect(found.map(({ target: { id }, containerName }) => [id, containerName])).toEqual([['10.0.0.7', 'app']]);
    const proxied = { ...task, containers: [aContainer(), aContainer({ name: 'proxy' })] };
    const [one] = unhealthyTargets([proxied], [{ ...target, id: '10.0.0.7', port: 80 }]);
    const { evidence } = explainFailure({ stopped: [], targets: one ? [one] : [], events: [] });
    expect(evidence[0]).toMatch(/^target 10\.0\.0\.7:80 \(task 0123\w+\) is unhealthy/);
  });

  test("is what ECS's event says of a target that is gone by now", () => {
    const message =
      '(service s) (task t) (instance i-1) (port 32768) is unhealthy in (target-group tg) due to (reason Request timed out).';
    const { cause, nextStep } = explainFailure({ stopped: [], targets: [], events: [{ id: '1', at: 1, message }] });
    expect(cause).toBe('the load balancer finds the new tasks unhealthy: Request timed out');
    expect(nextStep).toContain('security group lets the load balancer in');
  });

  test('is the lack of room where no task could start', () => {
    const message =
      '(service s) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 1) has insufficient memory available. For more information, see the Troubleshooting section.';
    const { cause } = explainFailure({ stopped: [REPLACED], targets: [], events: [{ id: '1', at: 1, message }] });
    expect(cause).toBe(
      'ECS cannot place the new tasks: unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 1) has insufficient memory available.',
    );
  });

  test('is the lack of network interfaces where ECS names them, and the next step is about these', () => {
    const message =
      '(service s) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 1) encountered error "RESOURCE:ENI". For more information, see the Troubleshooting section.';
    const { cause, nextStep } = explainFailure({ stopped: [], targets: [], events: [{ id: '1', at: 1, message }] });
    expect(cause).toContain('encountered error "RESOURCE:ENI"');
    expect(nextStep).toContain('as its type has network interfaces, less one');
  });

  test('is the percents where ECS says that they hold everything', () => {
    const message =
      '(service s) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.';
    const { cause, nextStep } = explainFailure({ stopped: [], targets: [], events: [{ id: '1', at: 1, message }] });
    expect(cause).toBe('minimumHealthyPercent and maximumPercent let ECS neither stop nor start a task');
    expect(nextStep).toMatch(/^Raise maximumPercent/);
  });

  test('is unknown where nothing tells', () => {
    expect(explainFailure({ stopped: [REPLACED], targets: [], events: [] })).toMatchObject({
      cause: undefined,
      evidence: [],
    });
  });
});

describe('events that may explain a failure', () => {
  test('leave out what ECS writes while all goes well, and repetitions', () => {
    const messages = [
      '(service s) has started 2 tasks: (task a) (task b).',
      '(service s) registered 1 targets in (target-group tg)',
      '(service s) (task a) (port 1) is unhealthy in (target-group tg) due to (reason Health checks failed).',
      '(service s) (task b) (port 2) is unhealthy in (target-group tg) due to (reason Health checks failed).',
      '(service s) has started 1 tasks: (task c). Amazon ECS replaced 1 tasks due to an unhealthy status.',
      '(service s) has stopped 1 running tasks: (task a).',
      '(service s) deregistered 1 targets in (target-group tg)',
      '(service s, taskSet ecs-svc/1) has begun draining connections on 1 tasks.',
      '(service s) (deployment ecs-svc/2) deployment failed: tasks failed to start.',
      '(service s) rolling back to deployment ecs-svc/1.',
      '(service s) (deployment ecs-svc/1) deployment completed.',
      '(service s) has reached a steady state.',
    ];
    const events = messages.map((message, index) => ({ id: `${index}`, at: index, message })).toReversed();
    expect(tellingEvents(events, 0).map(({ id }) => id)).toEqual(['2', '4', '8']);
    expect(tellingEvents(events, 5).map(({ id }) => id)).toEqual(['8']);
  });
});
