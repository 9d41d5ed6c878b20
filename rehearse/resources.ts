import type { AwsReader } from './aws.ts';

/** Names of what was built, as AWS tells them: the stacks' resources, the service, and its alarms. */
export async function physicalNames(
  aws: AwsReader,
  cluster: string,
  service: string,
): Promise<Readonly<Record<string, string>>> {
  const stacks = [cluster, `${cluster}-${service}`];
  const summaries = await Promise.all(
    stacks.map((stack) =>
      aws.list('cloudformation', 'ListStackResources', { StackName: stack }, 'StackResourceSummaries'),
    ),
  );
  const inStacks = summaries
    .flat()
    .map(
      ({ LogicalResourceId = '', PhysicalResourceId = '' }) =>
        [LogicalResourceId, shortName(PhysicalResourceId)] as const,
    );
  const { services } = await aws.json<{ services: { serviceName: string }[] }>('ecs', 'DescribeServices', {
    cluster,
    services: [service],
  });
  const { MetricAlarms } = await aws.json<{ MetricAlarms: { AlarmName: string; Dimensions: { Value: string }[] }[] }>(
    'monitoring',
    'DescribeAlarms',
    {},
  );
  const alarms = MetricAlarms.filter(({ Dimensions }) => Dimensions.some(({ Value }) => Value === service)).map(
    ({ AlarmName }) => [`Alarm ${AlarmName}`, AlarmName] as const,
  );
  return Object.fromEntries([
    ...inStacks,
    ...services.map(({ serviceName }) => ['Service', serviceName] as const),
    ...alarms,
  ]);
}

/** The name in an ARN: `…:loadbalancer/app/NAME/id`, `…:targetgroup/NAME/id`, `…:cluster/NAME`. */
function shortName(id: string): string {
  const [, name] =
    /^arn:[^:]+:[^:]+:[^:]*:[^:]*:(?:loadbalancer\/app|targetgroup|cluster|capacity-provider)\/([^/]+)/.exec(id) ?? [];
  return name ?? id;
}
