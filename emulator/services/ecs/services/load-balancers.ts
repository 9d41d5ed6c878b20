import { AwsError } from '../../../core/errors.ts';
import type { LoadBalancer } from '../../../shapes/ecs.d.ts';
import type { DescribeTargetGroupsOutput, TargetGroup } from '../../../shapes/elbv2.d.ts';
import type { Ecs } from '../context.ts';
import { invalidParameter, unsupported } from '../refusals.ts';
import type { TaskDefinitionRecord } from '../state.ts';

/** Refuses what CreateService and UpdateService refuse of `loadBalancers`, in their words. */
export async function checkLoadBalancers(
  ecs: Ecs,
  loadBalancers: readonly LoadBalancer[],
  definition: TaskDefinitionRecord['definition'],
): Promise<void> {
  if (loadBalancers.length > 5) throw invalidParameter('A service can have at most 5 target groups.');
  for (const loadBalancer of loadBalancers) {
    if (loadBalancer.targetGroupArn === undefined)
      throw unsupported('This emulator has no Classic Load Balancers: give a targetGroupArn.');
    checkContainer(loadBalancer, definition);
    await checkTargetGroup(ecs, loadBalancer.targetGroupArn, definition);
    const { alternateTargetGroupArn } = loadBalancer.advancedConfiguration ?? {};
    if (alternateTargetGroupArn !== undefined) await checkTargetGroup(ecs, alternateTargetGroupArn, definition);
  }
}

async function checkTargetGroup(
  ecs: Ecs,
  targetGroupArn: string,
  { networkMode = 'bridge' }: TaskDefinitionRecord['definition'],
): Promise<void> {
  const group = await findTargetGroup(ecs, targetGroupArn);
  if (!group)
    throw invalidParameter(
      'Unable to assume role and validate the specified targetGroupArn. Please verify that the ECS service role being passed has the proper permissions.',
    );
  if (!group.LoadBalancerArns?.length && !ecs.world.sabotage.has('listener-first'))
    throw invalidParameter(
      `The target group with targetGroupArn ${targetGroupArn} does not have an associated load balancer.`,
    );
  if (group.TargetType !== (networkMode === 'awsvpc' ? 'ip' : 'instance'))
    throw invalidParameter(
      `The provided target group ${targetGroupArn} has target type ${group.TargetType}, which is incompatible with the ${networkMode} network mode specified in the task definition.`,
    );
}

function checkContainer(
  { containerName, containerPort }: LoadBalancer,
  { containerDefinitions }: TaskDefinitionRecord['definition'],
): void {
  const container = containerDefinitions.find(({ name }) => name === containerName);
  if (!container) throw invalidParameter(`The container ${containerName} does not exist in the task definition.`);
  if (!container.portMappings?.some((mapping) => mapping.containerPort === containerPort))
    throw invalidParameter(`The container ${containerName} did not have a container port ${containerPort} defined.`);
}

async function findTargetGroup({ world }: Ecs, targetGroupArn: string): Promise<TargetGroup | undefined> {
  try {
    const { TargetGroups } = await world.call<DescribeTargetGroupsOutput>('elbv2', 'DescribeTargetGroups', {
      TargetGroupArns: [targetGroupArn],
    });
    return TargetGroups?.[0];
  } catch (error) {
    if (error instanceof AwsError && /NotFound/.test(error.code)) return undefined;
    throw error;
  }
}
