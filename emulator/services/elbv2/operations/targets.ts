import { AwsError } from '../../../core/errors.ts';
import type {
  DeregisterTargetsInput,
  DescribeTargetHealthInput,
  DescribeTargetHealthOutput,
  RegisterTargetsInput,
  TargetDescription,
  TargetHealthDescription,
} from '../../../shapes/elbv2.d.ts';
import type { Context } from '../context.ts';
import { createTargetConnections } from '../dataplane/connections.ts';
import type { InstanceFacts } from '../ec2.ts';
import { describeInstance } from '../ec2.ts';
import { findTargetGroup, validationError } from '../finders.ts';
import { UNCHECKED } from '../health/state.ts';
import { QUOTAS } from '../quotas.ts';
import type { TargetGroup } from '../store.ts';
import { describeStatus, NOT_REGISTERED } from '../targets/status.ts';
import type { Target } from '../targets/target.ts';
import { targetKey } from '../targets/target.ts';
import { surroundingsOf, userOf } from '../targets/usage.ts';

export function targetOperations({ world, store, targets }: Context) {
  const zoneOf = (group: TargetGroup, { zone }: InstanceFacts): string =>
    world.sabotage.has('zone-not-enabled') ? (userOf(store, group)?.zones[0]?.ZoneName ?? zone) : zone;

  return {
    RegisterTargets: async ({ TargetGroupArn, Targets }: RegisterTargetsInput) => {
      const group = findTargetGroup(store, TargetGroupArn);
      Targets.forEach(checkDescription);
      const ids = [...new Set(Targets.map(({ Id }) => Id))];
      const instances = new Map(
        await Promise.all(ids.map(async (id) => [id, await describeInstance(world, id)] as const)),
      );
      checkInstances(group, [...instances.values()]);
      if (group.targets.size + Targets.length > QUOTAS.targetsPerGroup)
        throw new AwsError('TooManyTargets', 'The maximum number of targets has been reached');
      for (const { Id, Port = group.port } of Targets) {
        const present = group.targets.get(targetKey(Id, Port));
        const instance = instances.get(Id);
        if (instance && !present)
          targets.register(group, newTarget({ ...instance, zone: zoneOf(group, instance) }, Port));
        if (present?.draining) targets.reregister(group, present);
      }
      return {};
    },

    DeregisterTargets: ({ TargetGroupArn, Targets }: DeregisterTargetsInput) => {
      const group = findTargetGroup(store, TargetGroupArn);
      // A target that is not registered is deregistered successfully (API reference); without a port, all of the instance's.
      for (const target of [...group.targets.values()])
        if (Targets.some(({ Id, Port }) => Id === target.id && (Port ?? target.port) === target.port))
          targets.deregister(group, target);
      return {};
    },

    DescribeTargetHealth: (input: DescribeTargetHealthInput): DescribeTargetHealthOutput => {
      const group = findTargetGroup(store, input.TargetGroupArn);
      const detect = input.Include?.some((what) => what === 'All' || what === 'AnomalyDetection') ?? false;
      const surroundings = surroundingsOf(userOf(store, group));
      const describe = (target: Target): TargetHealthDescription => ({
        Target: { Id: target.id, Port: target.port },
        HealthCheckPort:
          group.healthCheck.HealthCheckPort === 'traffic-port'
            ? String(target.port)
            : group.healthCheck.HealthCheckPort,
        TargetHealth: describeStatus(target, surroundings),
        ...(detect && { AnomalyDetection: { Result: 'normal', MitigationInEffect: 'no' } }),
      });
      if (!input.Targets?.length) return { TargetHealthDescriptions: [...group.targets.values()].map(describe) };
      return {
        TargetHealthDescriptions: input.Targets.map(({ Id, Port = group.port }) => {
          const target = group.targets.get(targetKey(Id, Port));
          return target ? describe(target) : { Target: { Id, Port }, TargetHealth: NOT_REGISTERED };
        }),
      };
    },
  };
}

function checkDescription({ Id, AvailabilityZone, QuicServerId }: TargetDescription): void {
  if (!/^i-[0-9a-f]{8,17}$/.test(Id)) throw validationError(`Instance ID '${Id}' is not valid`);
  if (AvailabilityZone !== undefined || QuicServerId !== undefined)
    throw validationError('An Availability Zone or QUIC server ID cannot be specified for targets of type instance');
}

function checkInstances({ vpcId }: TargetGroup, instances: readonly InstanceFacts[]): void {
  const quoted = (facts: readonly InstanceFacts[]): string => facts.map(({ id }) => `'${id}'`).join(', ');
  const idle = instances.filter(({ state }) => state !== 'running');
  if (idle.length > 0)
    throw new AwsError(
      'InvalidTarget',
      `The following targets are not in a running state and cannot be registered: ${quoted(idle)}`,
    );
  const foreign = instances.filter((instance) => instance.vpcId !== vpcId);
  if (foreign.length > 0)
    throw new AwsError(
      'InvalidTarget',
      `The following targets are not in the target group VPC '${vpcId}': ${quoted(foreign)}`,
    );
}

function newTarget({ id, zone, privateIp }: InstanceFacts, port: number): Target {
  return {
    id,
    port,
    zone,
    privateIp,
    connections: createTargetConnections(),
    running: true,
    registered: false,
    draining: false,
    health: UNCHECKED,
    healthySince: 0,
    credit: 0,
    cancel: undefined,
  };
}
