import { AwsError } from '../../../core/errors.ts';
import type {
  Failure,
  RunTaskRequest,
  RunTaskResponse,
  StopTaskRequest,
  StopTaskResponse,
  Task,
} from '../../../shapes/ecs.d.ts';
import { containerInstanceArn, lastPart } from '../arns.ts';
import { chooseCapacity } from '../capacity/choice.ts';
import { nextProvider } from '../capacity/strategy.ts';
import type { Ecs } from '../context.ts';
import { findDefinition } from '../definitions/lookup.ts';
import { runnableDefinition } from '../definitions/runnable.ts';
import { activeCluster } from '../lookups.ts';
import { resolveNetwork } from '../network/configuration.ts';
import type { Refusal } from '../placement/place.ts';
import { invalidParameter } from '../refusals.ts';
import type { ClusterRecord } from '../state.ts';
import { checkTags, mergeTags } from '../tags.ts';
import { launchTask } from '../tasks/launch.ts';
import { stopTask } from '../tasks/stop.ts';
import { viewTask } from './task-view.ts';

interface Remembered {
  readonly input: string;
  readonly response: Promise<RunTaskResponse>;
}

export function taskOperations(ecs: Ecs) {
  const { world, state } = ecs;
  const tokens = new Map<string, Remembered>();

  const RunTask = (input: RunTaskRequest): Promise<RunTaskResponse> => {
    const { clientToken, ...rest } = input;
    const text = JSON.stringify(rest);
    const before = clientToken === undefined ? undefined : tokens.get(clientToken);
    if (before && before.input !== text)
      throw new AwsError('ConflictException', 'The request parameters do not match those of the client token.');
    if (before) return before.response;
    const response = run(input);
    if (clientToken !== undefined) {
      tokens.set(clientToken, { input: text, response });
      response.catch(() => tokens.delete(clientToken));
    }
    return response;
  };

  const run = async (input: RunTaskRequest): Promise<RunTaskResponse> => {
    const cluster = activeCluster(state, input.cluster);
    const { count = 1 } = input;
    if (count < 1 || count > 10) throw invalidParameter('Count must be between 1 and 10.');
    const record = findDefinition(state, input.taskDefinition);
    const taskDefinition = runnableDefinition(record, invalidParameter);
    if (input.enableExecuteCommand && (input.overrides?.taskRoleArn ?? taskDefinition.taskRoleArn) === undefined)
      throw invalidParameter(
        'The execute command failed because a valid task role is not being used. Specify a valid task role in your task definition or as a task override and try again.',
      );
    const capacity = chooseCapacity(cluster, input);
    const network = await resolveNetwork(world, input.networkConfiguration, taskDefinition);
    const tags = mergeTags(
      input.propagateTags === 'TASK_DEFINITION' ? (record?.tags ?? []) : [],
      input.enableECSManagedTags ? [{ key: 'aws:ecs:clusterName', value: cluster.name }] : [],
      checkTags(input.tags),
    );
    const tasks: Task[] = [];
    const failures: Failure[] = [];
    const perProvider = new Map<string, number>();
    for (let index = 0; index < count; index++) {
      const provider = nextProvider(capacity.capacityProviderStrategy ?? [], perProvider);
      if (provider !== undefined) perProvider.set(provider, (perProvider.get(provider) ?? 0) + 1);
      const launch = launchTask(ecs, {
        cluster,
        taskDefinition,
        group: input.group ?? `family:${taskDefinition.family}`,
        startedBy: input.startedBy,
        service: undefined,
        network,
        capacityProviderName: provider,
        constraints: input.placementConstraints ?? [],
        strategy: input.placementStrategy ?? [],
        overrides: input.overrides ?? {},
        enableExecuteCommand: input.enableExecuteCommand ?? false,
        tags,
      });
      switch (launch.kind) {
        case 'launched':
          tasks.push(viewTask(world, launch.task, true));
          break;
        case 'no-instances':
          throw invalidParameter('No Container Instances were found in your cluster.');
        case 'provisioning-limit':
          failures.push({ arn: cluster.arn, reason: 'The limit of tasks in the PROVISIONING state was exceeded.' });
          break;
        case 'no-fit':
          failures.push(...launch.obstacles.map((refusal) => failureOf(cluster, refusal)));
          break;
      }
    }
    return { tasks, failures };
  };

  const failureOf = (cluster: ClusterRecord, { candidate, obstacle }: Refusal): Failure => ({
    arn: containerInstanceArn(world, cluster.name, candidate.id),
    reason: obstacle === 'MEMBER_OF' ? 'MemberOf placement constraint unsatisfied.' : obstacle,
  });

  const StopTask = (input: StopTaskRequest): StopTaskResponse => {
    const cluster = activeCluster(state, input.cluster);
    const task = cluster.tasks.get(lastPart(input.task));
    if (!task) throw invalidParameter('The referenced task was not found.');
    stopTask(ecs, task, { stopCode: 'UserInitiated', stoppedReason: input.reason ?? 'Task stopped by user' });
    return { task: viewTask(world, task, true) };
  };

  return { RunTask, StopTask };
}
