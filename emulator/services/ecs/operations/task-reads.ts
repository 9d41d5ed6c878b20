import type {
  DescribeTasksRequest,
  DescribeTasksResponse,
  ListTasksRequest,
  ListTasksResponse,
} from '../../../shapes/ecs.d.ts';
import { lastPart, taskArn } from '../arns.ts';
import type { Ecs } from '../context.ts';
import { activeCluster, knownService } from '../lookups.ts';
import { limitedPage } from '../pages.ts';
import { invalidParameter } from '../refusals.ts';
import type { TaskRecord } from '../tasks/record.ts';
import { viewTask } from './task-view.ts';

export function taskReadOperations({ world, state }: Ecs) {
  const ListTasks = (input: ListTasksRequest): ListTasksResponse => {
    const cluster = activeCluster(state, input.cluster);
    refuseCombinations(input);
    const { desiredStatus = 'RUNNING', family, startedBy, containerInstance } = input;
    const service = input.serviceName === undefined ? undefined : knownService(cluster, input.serviceName);
    const wanted = (task: TaskRecord): boolean =>
      task.desiredStatus === desiredStatus &&
      (service === undefined || task.serviceName === service.name) &&
      (family === undefined || task.taskDefinition.family === family) &&
      (startedBy === undefined || task.startedBy === startedBy) &&
      (containerInstance === undefined || task.instanceId === lastPart(containerInstance)) &&
      (input.launchType === undefined || input.launchType === 'EC2');
    const arns = [...cluster.tasks.values()].filter(wanted).map(({ arn }) => arn);
    const { items, nextToken } = limitedPage(arns, input, { standard: 100, most: 100 });
    return { taskArns: items, nextToken };
  };

  const DescribeTasks = (input: DescribeTasksRequest): DescribeTasksResponse => {
    const cluster = activeCluster(state, input.cluster);
    if (input.tasks.length === 0) throw invalidParameter('Tasks cannot be empty.');
    if (input.tasks.length > 100) throw invalidParameter('Tasks can have at most 100 items.');
    const withTags = input.include?.includes('TAGS') ?? false;
    const tasks = [];
    const failures = [];
    for (const reference of input.tasks) {
      const task = cluster.tasks.get(lastPart(reference));
      if (task) tasks.push(viewTask(world, task, withTags));
      else failures.push({ arn: taskArn(world, cluster.name, lastPart(reference)), reason: 'MISSING' });
    }
    return { tasks, failures };
  };

  return { ListTasks, DescribeTasks };
}

/** "When you specify startedBy as the filter, it must be the only filter that you use" [ListTasks]. */
function refuseCombinations(input: ListTasksRequest): void {
  const { startedBy, family, serviceName, containerInstance, desiredStatus } = input;
  const others = [family, serviceName, containerInstance, desiredStatus].some((filter) => filter !== undefined);
  if (startedBy !== undefined && others) throw invalidParameter('startedBy cannot be combined with another filter.');
  if (family !== undefined && serviceName !== undefined)
    throw invalidParameter('family and serviceName cannot be combined.');
}
