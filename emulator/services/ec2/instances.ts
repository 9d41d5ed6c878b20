import { AwsError } from '../../core/errors.ts';
import type {
  DescribeInstanceStatusRequest,
  DescribeInstanceStatusResult,
  DescribeInstancesRequest,
  DescribeInstancesResult,
  InstanceStatusSummary,
  TerminateInstancesRequest,
  TerminateInstancesResult,
} from '../../shapes/ec2.d.ts';
import { notFound } from './errors.ts';
import type { FilterTable } from './filters.ts';
import { applyFilters } from './filters.ts';
import { stateView, terminate } from './instance-states.ts';
import { instanceView } from './instance-views.ts';
import { interfacesOf, privateName, publicName } from './network-interface-views.ts';
import { page } from './pages.ts';
import type { Ec2, Instance } from './state.ts';
import { tagsOf } from './tags.ts';

export function requestedInstances({ instances }: Ec2, ids: readonly string[]): Instance[] {
  const malformed = ids.find((id) => !/^i-([0-9a-f]{8}|[0-9a-f]{17})$/.test(id));
  if (malformed !== undefined)
    throw new AwsError('InvalidInstanceID.Malformed', `Invalid id: "${malformed}" (expecting "i-...")`);
  const absent = ids.filter((id) => !instances.has(id));
  if (absent.length > 0) throw notFound('instance', ...absent);
  return [...new Set(ids)].flatMap((id) => instances.get(id) ?? []);
}

function filterTable(ec2: Ec2): FilterTable<Instance> {
  const groupNames = ({ groupIds }: Instance) => groupIds.map((id) => ec2.groups.get(id)?.name);
  return {
    architecture: ({ architecture }) => architecture,
    'availability-zone': ({ subnet }) => subnet.zone.name,
    'availability-zone-id': ({ subnet }) => subnet.zone.id,
    'client-token': ({ clientToken }) => clientToken,
    'dns-name': (instance) => publicName(ec2, instance),
    'iam-instance-profile.arn': ({ profile }) => profile?.arn,
    'iam-instance-profile.id': ({ profile }) => profile?.id,
    'image-id': ({ imageId }) => imageId,
    'instance-id': ({ id }) => id,
    'instance-state-code': ({ state }) => stateView(state).Code,
    'instance-state-name': ({ state }) => state,
    'instance-type': ({ type }) => type,
    'instance.group-id': ({ groupIds }) => groupIds,
    'instance.group-name': groupNames,
    'ip-address': ({ publicIp }) => publicIp,
    'network-interface.group-id': (instance) => interfacesOf(ec2, instance).flatMap(({ groupIds }) => groupIds),
    'network-interface.network-interface-id': (instance) => interfacesOf(ec2, instance).map(({ id }) => id),
    'network-interface.subnet-id': (instance) => interfacesOf(ec2, instance).map(({ subnet }) => subnet.id),
    'network-interface.vpc-id': ({ subnet }) => subnet.vpcId,
    'owner-id': () => ec2.world.account,
    'private-dns-name': (instance) => privateName(ec2, instance),
    'private-ip-address': ({ privateIp }) => privateIp,
    'reservation-id': ({ reservationId }) => reservationId,
    'root-device-type': () => 'ebs',
    'subnet-id': ({ subnet }) => subnet.id,
    tenancy: () => 'default',
    'vpc-id': ({ subnet }) => subnet.vpcId,
  };
}

export function instanceOperations(ec2: Ec2) {
  const filters = filterTable(ec2);
  const tags = ({ id }: Instance): ReadonlyMap<string, string> => tagsOf(ec2, id);

  return {
    DescribeInstances: (input: DescribeInstancesRequest): DescribeInstancesResult => {
      const chosen = input.InstanceIds?.length
        ? requestedInstances(ec2, input.InstanceIds)
        : [...ec2.instances.values()];
      const found = applyFilters(chosen, { filters: input.Filters, table: filters, tags });
      const { items, nextToken } = page(found, input);
      const reservations = Map.groupBy(items, ({ reservationId }) => reservationId);
      return {
        Reservations: [...reservations].map(([ReservationId, members]) => ({
          ReservationId,
          OwnerId: ec2.world.account,
          Groups: [],
          Instances: members.map((instance) => instanceView(ec2, instance)),
        })),
        NextToken: nextToken,
      };
    },

    /** Only running instances, unless all are asked for. The machines under the emulator's instances never fail. */
    DescribeInstanceStatus: (input: DescribeInstanceStatusRequest): DescribeInstanceStatusResult => {
      const chosen = input.InstanceIds?.length
        ? requestedInstances(ec2, input.InstanceIds)
        : [...ec2.instances.values()];
      const shown = chosen.filter(({ state }) => input.IncludeAllInstances || state === 'running');
      const found = applyFilters(shown, { filters: input.Filters, table: filters, tags });
      const { items, nextToken } = page(found, input);
      return {
        InstanceStatuses: items.map((instance) => ({
          InstanceId: instance.id,
          AvailabilityZone: instance.subnet.zone.name,
          InstanceState: stateView(instance.state),
          InstanceStatus: summary(instance),
          SystemStatus: summary(instance),
        })),
        NextToken: nextToken,
      };
    },

    TerminateInstances: ({ InstanceIds }: TerminateInstancesRequest): TerminateInstancesResult => {
      const instances = requestedInstances(ec2, InstanceIds);
      const kept = instances.find(({ terminationProtected }) => terminationProtected);
      if (kept)
        throw new AwsError(
          'OperationNotPermitted',
          `The instance '${kept.id}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.`,
        );
      return {
        TerminatingInstances: instances.map((instance) => {
          const PreviousState = stateView(instance.state);
          terminate(ec2, instance);
          return { InstanceId: instance.id, PreviousState, CurrentState: stateView(instance.state) };
        }),
      };
    },
  };
}

function summary({ state }: Instance): InstanceStatusSummary {
  if (state === 'running') return { Status: 'ok', Details: [{ Name: 'reachability', Status: 'passed' }] };
  return state === 'pending'
    ? { Status: 'initializing', Details: [{ Name: 'reachability', Status: 'initializing' }] }
    : { Status: 'not-applicable' };
}
