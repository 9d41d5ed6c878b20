import { isIPv4 } from 'node:net';
import { AwsError } from '../../../core/errors.ts';
import { type Host, hostAt } from '../../../core/network.ts';
import type { World } from '../../../core/world.ts';
import type { TargetDescription } from '../../../shapes/elbv2.d.ts';
import type { InstanceFacts } from '../ec2.ts';
import { describeInstance, subnetOfAddress } from '../ec2.ts';
import { validationError } from '../finders.ts';
import type { TargetGroup } from '../store.ts';

/** What a registration names: an instance, or an address of the VPC. */
export interface Endpoint {
  readonly id: string;
  readonly host: Host;
  readonly zone: string;
  readonly privateIp: string;
}

/** By the targets' ids. Refuses what RegisterTargets refuses. */
export async function findEndpoints(
  world: World,
  group: TargetGroup,
  targets: readonly TargetDescription[],
): Promise<ReadonlyMap<string, Endpoint>> {
  const found =
    group.targetType === 'ip' ? await addresses(world, group, targets) : await instances(world, group, targets);
  return new Map(found.map((endpoint) => [endpoint.id, endpoint]));
}

async function instances(
  world: World,
  group: TargetGroup,
  targets: readonly TargetDescription[],
): Promise<readonly Endpoint[]> {
  targets.forEach(checkInstance);
  const ids = [...new Set(targets.map(({ Id }) => Id))];
  const facts = await Promise.all(ids.map((id) => describeInstance(world, id)));
  checkInstances(group, facts);
  return facts.map(({ id, zone, privateIp }) => ({ id, host: id, zone, privateIp }));
}

function checkInstance({ Id, AvailabilityZone, QuicServerId }: TargetDescription): void {
  if (!/^i-[0-9a-f]{8,17}$/.test(Id)) throw validationError(`Instance ID '${Id}' is not valid`);
  if (AvailabilityZone !== undefined || QuicServerId !== undefined)
    throw validationError('An Availability Zone or QUIC server ID cannot be specified for targets of type instance');
}

function checkInstances({ vpcId }: TargetGroup, facts: readonly InstanceFacts[]): void {
  const quoted = (some: readonly InstanceFacts[]): string => some.map(({ id }) => `'${id}'`).join(', ');
  const idle = facts.filter(({ state }) => state !== 'running');
  if (idle.length > 0)
    throw new AwsError(
      'InvalidTarget',
      `The following targets are not in a running state and cannot be registered: ${quoted(idle)}`,
    );
  const foreign = facts.filter((instance) => instance.vpcId !== vpcId);
  if (foreign.length > 0)
    throw new AwsError(
      'InvalidTarget',
      `The following targets are not in the target group VPC '${vpcId}': ${quoted(foreign)}`,
    );
}

/** Addresses of the VPC's subnets only; whether something has the address is not asked. */
function addresses(
  world: World,
  { vpcId }: TargetGroup,
  targets: readonly TargetDescription[],
): Promise<readonly Endpoint[]> {
  return Promise.all(
    targets.map(async ({ Id: id, AvailabilityZone: asked }) => {
      if (!isIPv4(id)) throw validationError(`The IP address '${id}' is not a valid IPv4 address`);
      const { zone } = await subnetOfAddress(world, vpcId, id);
      if (asked !== undefined && asked !== zone)
        throw validationError(
          `The IP address '${id}' is within the VPC, and cannot have its Availability Zone overridden to '${asked}' from '${zone}'`,
        );
      return { id, host: hostAt(vpcId, id), zone, privateIp: id };
    }),
  );
}
