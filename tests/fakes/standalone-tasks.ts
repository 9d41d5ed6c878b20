import type { JsonObject } from '../../src/model/json.ts';
import type { TaskView } from '../../src/model/service-views.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { StandaloneTasks } from '../../src/ports/standalone-tasks.ts';
import { aContainer, aTask } from '../builders/task.ts';

export interface TaskScript {
  /** RunTask's refusals, before it starts the task. */
  readonly refusals?: readonly (readonly string[])[];
  /** Statuses, one a look; the last stays. */
  readonly course?: readonly string[];
  /** How the container `nginx` ends; with no code the task does not start. */
  readonly exitCode?: number | undefined;
  /** What ListTasks shows of an earlier run, one list a look; then nothing. */
  readonly earlier?: readonly (readonly TaskView[])[];
}

export interface FakeStandaloneTasks extends StandaloneTasks {
  readonly requests: readonly JsonObject[];
  readonly stops: readonly string[];
}

const ARN = 'arn:aws:ecs:ap-northeast-1:123456789012:task/sample-ecs-cluster/migration';

/** RunTask as a script says. */
export function fakeStandaloneTasks(clock: Pick<Clock, 'now'>, script: TaskScript = {}): FakeStandaloneTasks {
  const { course = ['PENDING', 'RUNNING', 'STOPPED'] } = script;
  const exitCode = 'exitCode' in script ? script.exitCode : 0;
  const refusals = [...(script.refusals ?? [])];
  const earlier = [...(script.earlier ?? [])];
  const requests: JsonObject[] = [];
  const stops: string[] = [];
  let looks = 0;
  const task = (status: string): TaskView => {
    const isStopped = status === 'STOPPED';
    const failure = exitCode === undefined ? 'TaskFailedToStart' : 'EssentialContainerExited';
    return aTask({
      arn: ARN,
      taskDefinition: String(requests.at(-1)?.['taskDefinition']),
      startedBy: String(requests.at(-1)?.['startedBy']),
      lastStatus: status,
      desiredStatus: isStopped ? 'STOPPED' : 'RUNNING',
      stopCode: isStopped ? failure : undefined,
      stoppedReason: isStopped && exitCode === undefined ? 'CannotPullContainerError: no such image' : undefined,
      stoppedAt: isStopped ? clock.now() : undefined,
      containers: [aContainer({ name: 'nginx', lastStatus: status, exitCode: isStopped ? exitCode : undefined })],
    });
  };
  return {
    requests,
    stops,
    run: async (_, request) => {
      requests.push(request);
      const reasons = refusals.shift();
      return reasons ? { kind: 'refused', reasons } : { kind: 'started', task: task('PROVISIONING') };
    },
    describe: async () => task(course[Math.min(looks++, course.length - 1)] ?? 'STOPPED'),
    startedBy: async () => earlier.shift() ?? [],
    ofFamily: async () => [],
    stop: async (_, arn, reason) => void stops.push(`${arn.split('/').at(-1)}: ${reason}`),
  };
}
