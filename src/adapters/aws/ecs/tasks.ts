import type { ListTasksCommandInput } from '@aws-sdk/client-ecs';
import type { TaskView } from '../../../model/service-views.ts';
import { chunked } from '../chunks.ts';
import type { Ecs } from './ecs-client.ts';
import { taskView } from './service-views.ts';

const DESCRIBED = 100;

/** The tasks that ListTasks finds, joined with the EC2 instances on which they run. */
export async function readTasks(
  { sdk, client }: Ecs,
  cluster: string,
  filter: Pick<ListTasksCommandInput, 'serviceName' | 'family' | 'startedBy' | 'desiredStatus'>,
): Promise<readonly TaskView[]> {
  const lists = await Array.fromAsync(sdk.paginateListTasks({ client }, { cluster, ...filter }));
  const arns = lists.flatMap((list) => list.taskArns ?? []);
  const described = await chunked(arns, DESCRIBED, (tasks) =>
    client.send(new sdk.DescribeTasksCommand({ cluster, tasks })),
  );
  const tasks = described.flatMap((page) => page.tasks ?? []);
  const hosts = [...new Set(tasks.flatMap(({ containerInstanceArn }) => containerInstanceArn ?? []))];
  const instances = await chunked(hosts, DESCRIBED, (containerInstances) =>
    client.send(new sdk.DescribeContainerInstancesCommand({ cluster, containerInstances })),
  );
  const ids = instances
    .flatMap((page) => page.containerInstances ?? [])
    .map(({ containerInstanceArn = '', ec2InstanceId = '' }) => [containerInstanceArn, ec2InstanceId] as const);
  return tasks.map((task) => taskView(task, new Map(ids)));
}
