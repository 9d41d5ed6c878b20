import type { AwsReader } from './aws.ts';

/** Names of what was built, as AWS tells them: by logical id in the stacks, then the service and its alarms. */
export async function physicalNames(
  aws: AwsReader,
  cluster: string,
  service: string,
): Promise<Readonly<Record<string, string>>> {
  const stackNames = [cluster, `${cluster}-${service}`];
  const [stacks, groups, templates, { services }, { MetricAlarms }] = await Promise.all([
    Promise.all(
      stackNames.map((StackName) =>
        aws.list('cloudformation', 'ListStackResources', { StackName }, 'StackResourceSummaries'),
      ),
    ),
    aws.list('ec2', 'DescribeSecurityGroups', {}, 'securityGroupInfo'),
    aws.list('ec2', 'DescribeLaunchTemplates', {}, 'launchTemplates'),
    aws.json<{ services: { serviceName: string }[] }>('ecs', 'DescribeServices', { cluster, services: [service] }),
    aws.json<{ MetricAlarms: { AlarmName: string; Dimensions?: { Value: string }[] }[] }>(
      'monitoring',
      'DescribeAlarms',
      {},
    ),
  ]);
  const named = new Map([
    ...groups.map(({ groupId = '', groupName = '' }) => [groupId, groupName] as const),
    ...templates.map(
      ({ launchTemplateId = '', launchTemplateName = '' }) => [launchTemplateId, launchTemplateName] as const,
    ),
  ]);
  const alarms = MetricAlarms.filter(({ Dimensions = [] }) => Dimensions.some(({ Value }) => Value === service));
  return {
    ...Object.fromEntries(
      stacks
        .flat()
        .map(({ LogicalResourceId = '', PhysicalResourceId = '' }) => [
          LogicalResourceId,
          named.get(PhysicalResourceId) ?? nameIn(PhysicalResourceId),
        ]),
    ),
    ...Object.fromEntries(services.map(({ serviceName }) => ['Service', serviceName])),
    ...Object.fromEntries(alarms.map(({ AlarmName }) => [`Alarm ${AlarmName}`, AlarmName])),
  };
}

/** The name in an ARN: `…:loadbalancer/app/NAME/id`, `…:targetgroup/NAME/id`, `…:cluster/NAME`. */
function nameIn(id: string): string {
  const [, name] =
    /^arn:[^:]+:[^:]+:[^:]*:[^:]*:(?:loadbalancer\/app|targetgroup|cluster|capacity-provider)\/([^/]+)/.exec(id) ?? [];
  return name ?? id;
}
