import { AwsError } from '../../core/errors.ts';
import type { World } from '../../core/world.ts';
import { expectAllowed, type RoleAttempt } from '../../iam/role-permission.ts';
import type { DescribeTaskDefinitionResponse } from '../../shapes/ecs.d.ts';
import type { EcsParameters, Target } from '../../shapes/events.d.ts';
import type { AssumeRoleResponse } from '../../shapes/sts.d.ts';
import type { Events, RuleRecord } from './state.ts';

const SERVICE = { arn: 'events.amazonaws.com' };
/** What ECS takes of a task's `startedBy`. */
const LONGEST_STARTER = 36;

/**
 * Starts the tasks of a target as its role. What is refused is a failed invocation, of which only the rule's metrics
 * tell: the clients of AWS do not hear of it either.
 */
export async function invoke({ world }: Events, rule: RuleRecord, target: Target): Promise<void> {
  const { EcsParameters: ecs, RoleArn } = target;
  if (!ecs) return;
  const count = (MetricName: string): Promise<void> => countMetric(MetricName);
  try {
    const session = { RoleArn, RoleSessionName: rule.name.slice(0, 64) };
    const { AssumedRoleUser: user } = await world.call<AssumeRoleResponse>('sts', 'AssumeRole', session, SERVICE);
    const caller = { arn: user?.Arn ?? SERVICE.arn };
    await expectRoleMay(world, ecs.TaskDefinitionArn, { roleArn: `${RoleArn}`, sessionName: session.RoleSessionName });
    const { failures } = await world.call<{ failures?: object[] }>(
      'ecs',
      'RunTask',
      runTask(rule, target, ecs),
      caller,
    );
    await count((failures ?? []).length > 0 ? 'FailedInvocations' : 'Invocations');
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    await count('FailedInvocations');
  }

  async function countMetric(MetricName: string): Promise<void> {
    const Dimensions = [{ Name: 'RuleName', Value: rule.name }];
    const MetricData = [{ MetricName, Dimensions, Value: 1, Unit: 'Count' }];
    await world.call('cloudwatch', 'PutMetricData', { Namespace: 'AWS/Events', MetricData });
  }
}

/** The target's role starts the task, and hands the task definition's roles on to it. */
async function expectRoleMay(
  world: World,
  taskDefinition: string,
  role: Pick<RoleAttempt, 'roleArn' | 'sessionName'>,
): Promise<void> {
  const { taskDefinition: found } = await world.call<DescribeTaskDefinitionResponse>('ecs', 'DescribeTaskDefinition', {
    taskDefinition,
  });
  const resource = found?.taskDefinitionArn ?? taskDefinition;
  await expectAllowed(world, { ...role, service: 'ecs', action: 'ecs:RunTask', resource });
  for (const passed of [found?.taskRoleArn, found?.executionRoleArn])
    if (passed !== undefined)
      await expectAllowed(world, { ...role, service: 'ecs', action: 'iam:PassRole', resource: passed });
}

function runTask(rule: RuleRecord, { Arn: cluster, Input: input }: Target, ecs: EcsParameters): object {
  const vpc = ecs.NetworkConfiguration?.awsvpcConfiguration;
  return {
    cluster,
    taskDefinition: ecs.TaskDefinitionArn,
    count: ecs.TaskCount ?? 1,
    launchType: ecs.LaunchType,
    capacityProviderStrategy: ecs.CapacityProviderStrategy,
    platformVersion: ecs.PlatformVersion,
    group: ecs.Group,
    networkConfiguration: vpc && {
      awsvpcConfiguration: {
        subnets: vpc.Subnets,
        securityGroups: vpc.SecurityGroups,
        assignPublicIp: vpc.AssignPublicIp,
      },
    },
    placementConstraints: ecs.PlacementConstraints,
    placementStrategy: ecs.PlacementStrategy,
    propagateTags: ecs.PropagateTags,
    referenceId: ecs.ReferenceId,
    enableECSManagedTags: ecs.EnableECSManagedTags,
    enableExecuteCommand: ecs.EnableExecuteCommand,
    tags: ecs.Tags?.map(({ Key: key, Value: value }) => ({ key, value })),
    overrides: input === undefined ? undefined : JSON.parse(input),
    startedBy: `events-rule/${rule.name}`.slice(0, LONGEST_STARTER),
  };
}
