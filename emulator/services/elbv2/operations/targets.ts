import { AwsError } from '../../../core/errors.ts';
import type {
  DeregisterTargetsInput,
  DescribeTargetHealthInput,
  DescribeTargetHealthOutput,
  RegisterTargetsInput,
  TargetHealthDescription,
} from '../../../shapes/elbv2.d.ts';
import type { Context } from '../context.ts';
import { createTargetConnections } from '../dataplane/connections.ts';
import { findTargetGroup } from '../finders.ts';
import { UNCHECKED } from '../health/state.ts';
import { QUOTAS } from '../quotas.ts';
import type { TargetGroup } from '../store.ts';
import type { Endpoint } from '../targets/endpoints.ts';
import { findEndpoints } from '../targets/endpoints.ts';
import { describeStatus, NOT_REGISTERED } from '../targets/status.ts';
import type { Target } from '../targets/target.ts';
import { targetKey } from '../targets/target.ts';
import { surroundingsOf, userOf } from '../targets/usage.ts';

export function targetOperations({ world, store, targets }: Context) {
  const zoneOf = (group: TargetGroup, { zone }: Endpoint): string =>
    world.sabotage.has('zone-not-enabled') ? (userOf(store, group)?.zones[0]?.ZoneName ?? zone) : zone;

  return {
    RegisterTargets: async ({ TargetGroupArn, Targets }: RegisterTargetsInput) => {
      const group = findTargetGroup(store, TargetGroupArn);
      const endpoints = await findEndpoints(world, group, Targets);
      if (group.targets.size + Targets.length > QUOTAS.targetsPerGroup)
        throw new AwsError('TooManyTargets', 'The maximum number of targets has been reached');
      for (const { Id, Port = group.port } of Targets) {
        const present = group.targets.get(targetKey(Id, Port));
        const endpoint = endpoints.get(Id);
        if (endpoint && !present)
          targets.register(group, newTarget({ ...endpoint, zone: zoneOf(group, endpoint) }, Port));
        if (present?.draining) targets.reregister(group, present);
      }
      return {};
    },

    DeregisterTargets: ({ TargetGroupArn, Targets }: DeregisterTargetsInput) => {
      const group = findTargetGroup(store, TargetGroupArn);
      // A target that is not registered is deregistered successfully (API reference); without a port, all of the id's.
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
        Target: {
          Id: target.id,
          Port: target.port,
          ...(group.targetType === 'ip' && { AvailabilityZone: target.zone }),
        },
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

function newTarget(endpoint: Endpoint, port: number): Target {
  return {
    ...endpoint,
    port,
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
