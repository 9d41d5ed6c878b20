import type { RequestLaunchTemplateData, RunInstancesRequest } from '../../shapes/ec2.d.ts';
import { invalidCombination, unserved } from './errors.ts';

/** What a launch asks for, once a template's data and the request's own parameters have been put together. */
export type LaunchRequest = Omit<
  RunInstancesRequest,
  'LaunchTemplate' | 'MinCount' | 'MaxCount' | 'DryRun' | 'ClientToken'
>;

const SERVED: ReadonlySet<string> = new Set<keyof LaunchRequest>([
  'BlockDeviceMappings',
  'CreditSpecification',
  'DisableApiStop',
  'DisableApiTermination',
  'EbsOptimized',
  'IamInstanceProfile',
  'ImageId',
  'InstanceInitiatedShutdownBehavior',
  'InstanceType',
  'KeyName',
  'MetadataOptions',
  'Monitoring',
  'NetworkInterfaces',
  'Placement',
  'PrivateDnsNameOptions',
  'SecurityGroupIds',
  'SecurityGroups',
  'SubnetId',
  'TagSpecifications',
  'UserData',
]);

/**
 * A request's parameters win over its template's, tags of both count, and network interfaces are matched by device
 * index. What the emulator cannot do is refused here, at launch: a template may hold anything.
 */
export function launchRequest(data: RequestLaunchTemplateData, input: RunInstancesRequest): LaunchRequest {
  const { LaunchTemplate: _, MinCount: __, MaxCount: ___, DryRun: ____, ClientToken: _____, ...own } = input;
  const indexes = new Set(own.NetworkInterfaces?.map(({ DeviceIndex }) => DeviceIndex ?? 0));
  const inherited = (data.NetworkInterfaces ?? []).filter(({ DeviceIndex }) => !indexes.has(DeviceIndex ?? 0));
  const merged: LaunchRequest & Record<string, unknown> = {
    ...(data as LaunchRequest),
    ...own,
    NetworkInterfaces: [
      ...(own.NetworkInterfaces ?? []),
      ...(inherited as NonNullable<LaunchRequest['NetworkInterfaces']>),
    ],
    TagSpecifications: [...(data.TagSpecifications ?? []), ...(own.TagSpecifications ?? [])],
  };
  const unknown = Object.keys(merged).find((key) => !SERVED.has(key));
  if (unknown !== undefined) throw unserved(`instances with ${unknown}`);
  if (merged.NetworkInterfaces && merged.NetworkInterfaces.length > 1)
    throw unserved('instances with several network interfaces');
  const [primary] = merged.NetworkInterfaces ?? [];
  if (primary) {
    if (merged.SecurityGroupIds?.length || merged.SecurityGroups?.length)
      throw invalidCombination(
        'Network interfaces and an instance-level security groups may not be specified on the same request',
      );
    if (merged.SubnetId !== undefined)
      throw invalidCombination(
        'Network interfaces and an instance-level subnet ID may not be specified on the same request',
      );
  }
  return merged;
}
