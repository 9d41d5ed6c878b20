import type { RunTaskCommandInput } from '@aws-sdk/client-ecs';
import type { StandaloneTasks, TaskStart } from '../../../ports/standalone-tasks.ts';
import type { AwsSettings } from '../clients.ts';
import { calling, isAwsError } from '../errors.ts';
import { callingOnFirstUse } from '../first-use.ts';
import { tagList } from '../json-shape.ts';
import { type Ecs, ecsClient, unlessMissing } from './ecs-client.ts';
import { taskView } from './service-views.ts';
import { readTasks } from './tasks.ts';

export function createStandaloneTasks(settings: AwsSettings): StandaloneTasks {
  const ecs = ecsClient(settings);
  return {
    run: (cluster, request, tags) =>
      callingOnFirstUse(`running a task of ${request['taskDefinition']}`, async () => {
        const input: unknown = { ...request, cluster, count: 1, tags: tagList(tags) };
        return runTask(await ecs(), input as RunTaskCommandInput);
      }),
    describe: (cluster, arn) =>
      calling(`describing task ${arn}`, async () => {
        const { sdk, client } = await ecs();
        const { tasks } = await client.send(new sdk.DescribeTasksCommand({ cluster, tasks: [arn] }));
        return tasks?.[0] && taskView(tasks[0], new Map());
      }),
    startedBy: (cluster, startedBy) =>
      calling(`listing tasks started by ${startedBy}`, async () =>
        unlessMissing([], async () => readTasks(await ecs(), cluster, { startedBy })),
      ),
    ofFamily: (cluster, family, desiredStatus) =>
      calling(`listing tasks of ${family}`, async () =>
        unlessMissing([], async () => readTasks(await ecs(), cluster, { family, desiredStatus })),
      ),
    stop: (cluster, task, reason) =>
      calling(`stopping task ${task}`, async () => {
        const { sdk, client } = await ecs();
        await client.send(new sdk.StopTaskCommand({ cluster, task, reason }));
      }),
  };
}

async function runTask({ sdk, client }: Ecs, input: RunTaskCommandInput): Promise<TaskStart> {
  try {
    const { tasks = [], failures = [] } = await client.send(new sdk.RunTaskCommand(input));
    const [task] = tasks;
    if (task) return { kind: 'started', task: taskView(task, new Map()) };
    const reasons = failures.map(({ reason, detail }) => [reason, detail].filter(Boolean).join(': '));
    return { kind: 'refused', reasons: [...new Set(reasons)] };
  } catch (error) {
    // Until the first instance has registered, ECS refuses the request as a whole.
    if (!isAwsError(error, 'InvalidParameterException') || !/No Container Instances/i.test(String(error))) throw error;
    return { kind: 'refused', reasons: ['no container instances'] };
  }
}
