import { AwsError } from '../../../core/errors.ts';
import type { World } from '../../../core/world.ts';
import type { DescribeSecurityGroupsResult, DescribeSubnetsResult } from '../../../shapes/ec2.d.ts';
import type { AwsVpcConfiguration, NetworkConfiguration } from '../../../shapes/ecs.d.ts';
import { invalidParameter } from '../refusals.ts';
import type { TaskDefinitionRecord } from '../state.ts';
import type { TaskNetwork } from './record.ts';

/** "There's a limit of 16 subnets", "of 5 security groups that can be specified" [AwsVpcConfiguration]. */
const MOST = { subnets: 16, securityGroups: 5 };

/**
 * What tasks of the definition need of the configuration; undefined where they have no interfaces of their own. Refuses
 * as ECS does.
 */
export async function resolveNetwork(
  world: World,
  configuration: NetworkConfiguration | undefined,
  { networkMode }: TaskDefinitionRecord['definition'],
): Promise<TaskNetwork | undefined> {
  const given = configuration?.awsvpcConfiguration;
  if (networkMode !== 'awsvpc') {
    if (given)
      throw invalidParameter('Network Configuration is not valid for the given networkMode of this task definition.');
    return undefined;
  }
  if (!given) throw invalidParameter("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
  checkCounts(given);
  if (given.assignPublicIp === 'ENABLED')
    throw invalidParameter('Assign public IP is not supported for this launch type.');
  const { vpcId, subnets } = await readSubnets(world, given.subnets);
  const { securityGroups = [] } = given;
  if (securityGroups.length > 0) await checkGroups(world, vpcId, securityGroups);
  return { vpcId, subnets, securityGroups };
}

/** As it is described: with AWS's default, and without what is nobody's. */
export function viewNetwork(network: TaskNetwork | undefined): NetworkConfiguration | undefined {
  if (!network) return undefined;
  return {
    awsvpcConfiguration: {
      subnets: network.subnets.map(({ id }) => id),
      securityGroups: [...network.securityGroups],
      assignPublicIp: 'DISABLED',
    },
  };
}

function checkCounts({ subnets, securityGroups = [] }: AwsVpcConfiguration): void {
  if (subnets.length === 0) throw invalidParameter('subnets can not be empty.');
  if (subnets.length > MOST.subnets) throw invalidParameter(`subnets can have at most ${MOST.subnets} items.`);
  if (securityGroups.length > MOST.securityGroups)
    throw invalidParameter(`securityGroups can have at most ${MOST.securityGroups} items.`);
}

async function readSubnets(world: World, ids: readonly string[]): Promise<Pick<TaskNetwork, 'vpcId' | 'subnets'>> {
  const { Subnets = [] } = await ask<DescribeSubnetsResult>(world, 'subnet', 'DescribeSubnets', { SubnetIds: ids });
  const [vpcId = '', other] = new Set(Subnets.map((subnet) => subnet.VpcId ?? ''));
  if (other !== undefined) throw invalidParameter('All specified subnets must be from the same VPC.');
  return {
    vpcId,
    subnets: Subnets.map(({ SubnetId = '', AvailabilityZone = '' }) => ({ id: SubnetId, zone: AvailabilityZone })),
  };
}

async function checkGroups(world: World, vpcId: string, ids: readonly string[]): Promise<void> {
  const { SecurityGroups = [] } = await ask<DescribeSecurityGroupsResult>(
    world,
    'security group',
    'DescribeSecurityGroups',
    { GroupIds: ids },
  );
  if (SecurityGroups.some((group) => group.VpcId !== vpcId))
    throw invalidParameter('The subnets and security groups that are specified must be from the same VPC.');
}

async function ask<Output>(world: World, what: string, operation: string, input: object): Promise<Output> {
  try {
    return await world.call<Output>('ec2', operation, input);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const ids = Object.values(input).flat().join(', ');
    throw invalidParameter(
      `Error retrieving ${what} information for [${ids}]: ${error.message} (ErrorCode: ${error.code})`,
    );
  }
}
