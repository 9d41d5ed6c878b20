import { AwsError } from '../../core/errors.ts';
import type { DescribeSubnetsResult, Reservation } from '../../shapes/ec2.d.ts';
import type { Place } from './activities.ts';
import { at, endActivity, placeDetails, progress, startActivity } from './activities.ts';
import { startCooldown } from './desired-capacity.ts';
import { inSubnet, resolveTemplate } from './launch-template.ts';
import { hold } from './lifecycle-waits.ts';
import type { AutoScaling, Group, LaunchTemplateReference, Member } from './state.ts';
import { isAlive } from './state.ts';
import { terminateMember } from './termination.ts';
import { emptiestZone } from './zone-choice.ts';

export interface Launch {
  readonly cause: string;
  readonly template: LaunchTemplateReference;
}

/** Launches one instance into the emptiest zone; false where EC2 refused, which the group's activities then tell. */
export async function launchMember(asg: AutoScaling, group: Group, { cause, template }: Launch): Promise<boolean> {
  const description = 'Launching a new EC2 instance';
  const activity = startActivity(asg, group, { description, cause, status: 'PreInService' });
  try {
    const place = await choosePlace(asg, group);
    activity.Details = placeDetails(place);
    const member = await run(asg, group, { activity, place, template });
    activity.Description = `${description}: ${member.instanceId}`;
    progress(activity, 'PreInService', 30);
    group.members.set(member.instanceId, member);
    return true;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const reason = `${error.message.replace(/\.?$/, '.')} Launching EC2 instance failed.`;
    activity.Description = `${description}.  Status Reason: ${reason}`;
    endActivity(asg, activity, 'Failed', reason);
    return false;
  }
}

/** Subnets of one zone take turns by chance. */
async function choosePlace({ world }: AutoScaling, { settings, members }: Group): Promise<Place> {
  const { Subnets } = await world.call<DescribeSubnetsResult>('ec2', 'DescribeSubnets', {
    SubnetIds: [...settings.subnetIds],
  });
  const subnets = (Subnets ?? []).map(({ SubnetId = '', AvailabilityZone = '' }) => ({
    subnetId: SubnetId,
    zone: AvailabilityZone,
  }));
  const zone = emptiestZone(settings.zones, [...members.values()].filter(isAlive));
  const inZone = subnets.filter((subnet) => subnet.zone === zone);
  const place = inZone[Math.floor(world.random.next() * inZone.length)];
  if (!place)
    throw new Error(`group ${settings.template.name}: no subnet of ${settings.subnetIds.join(', ')} is in ${zone}`);
  return place;
}

async function run(
  asg: AutoScaling,
  group: Group,
  { activity, place, template }: { activity: Member['activity']; place: Place; template: LaunchTemplateReference },
): Promise<Member> {
  const { world } = asg;
  const resolved = await resolveTemplate(asg, template);
  const propagated = [...group.tags]
    .filter(([, { propagate }]) => propagate)
    .map(([Key, { value }]) => ({ Key, Value: value }));
  const { Instances } = await world.call<Reservation>('ec2', 'RunInstances', {
    MinCount: 1,
    MaxCount: 1,
    LaunchTemplate: { LaunchTemplateId: resolved.reference.id, Version: resolved.reference.version },
    TagSpecifications: [
      { ResourceType: 'instance', Tags: [...propagated, { Key: 'aws:autoscaling:groupName', Value: group.name }] },
    ],
    ...inSubnet(resolved, place.subnetId),
  });
  const instance = Instances?.[0] ?? {};
  return {
    instanceId: instance.InstanceId ?? '',
    instanceType: instance.InstanceType ?? '',
    imageId: instance.ImageId ?? '',
    zone: place.zone,
    zoneId: instance.Placement?.AvailabilityZoneId ?? '',
    subnetId: place.subnetId,
    template: resolved.reference,
    launchedAt: world.clock.now(),
    state: 'Pending',
    health: 'Healthy',
    unhealthyBecause: '',
    protectedFromScaleIn: group.settings.newInstancesProtected,
    inServiceAt: undefined,
    booted: false,
    gone: false,
    waits: [],
    activity,
  };
}

/** EC2 has the instance running: hooks first, then service. */
export function instanceBooted(asg: AutoScaling, group: Group, member: Member): void {
  member.booted = true;
  if (member.state !== 'Pending') return;
  const held = hold({
    asg,
    group,
    member,
    transition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
    settled: (result) => {
      if (result === 'CONTINUE') return enterService(asg, group, member);
      const cause = at(
        asg,
        `an instance was taken out of service in response to an ABANDON result of a launch lifecycle hook.`,
      );
      terminateMember(asg, group, member, { cause });
      asg.wake(group);
    },
  });
  if (!held) enterService(asg, group, member);
}

function enterService(asg: AutoScaling, group: Group, member: Member): void {
  member.state = 'InService';
  member.inServiceAt = asg.world.clock.now();
  endActivity(asg, member.activity, 'Successful');
  startCooldown(asg, group);
  asg.wake(group);
}
