import type { _InstanceType } from '@aws-sdk/client-ec2';
import type { TaskNetworks } from '../../ports/task-networks.ts';
import { chunked } from './chunks.ts';
import { type AwsSettings, clientConfig, once } from './clients.ts';
import { calling } from './errors.ts';

/** How many values one filter of EC2 takes. */
const FILTERED = 200;

export function createTaskNetworks(settings: AwsSettings): TaskNetworks {
  const ec2 = once(async () => {
    const sdk = await import('@aws-sdk/client-ec2');
    return { sdk, client: new sdk.EC2Client(clientConfig(settings)) };
  });
  return {
    freeAddresses: (subnetIds) =>
      calling(`describing subnets ${subnetIds.join(', ')}`, async () => {
        const { sdk, client } = await ec2();
        const { Subnets = [] } = await client.send(new sdk.DescribeSubnetsCommand({ SubnetIds: [...subnetIds] }));
        return summed(
          Subnets.map(({ AvailabilityZone, AvailableIpAddressCount = 0 }) => [
            AvailabilityZone,
            AvailableIpAddressCount,
          ]),
        );
      }),
    mostInterfaces: (instanceTypes) =>
      calling(`describing instance types ${instanceTypes.join(', ')}`, async () => {
        const { sdk, client } = await ec2();
        const InstanceTypes = [...instanceTypes] as _InstanceType[];
        const pages = await Array.fromAsync(sdk.paginateDescribeInstanceTypes({ client }, { InstanceTypes }));
        return new Map(
          pages
            .flatMap((page) => page.InstanceTypes ?? [])
            .flatMap(({ InstanceType, NetworkInfo }): [string, number][] => {
              const most = NetworkInfo?.MaximumNetworkInterfaces;
              return InstanceType === undefined || most === undefined ? [] : [[InstanceType, most]];
            }),
        );
      }),
    attachedInterfaces: (ec2InstanceIds) =>
      calling('describing network interfaces', async () => {
        const { sdk, client } = await ec2();
        const answers = await chunked(ec2InstanceIds, FILTERED, (Values) => {
          const Filters = [{ Name: 'attachment.instance-id', Values }];
          return Array.fromAsync(sdk.paginateDescribeNetworkInterfaces({ client }, { Filters }));
        });
        const interfaces = answers.flat().flatMap((page) => page.NetworkInterfaces ?? []);
        return summed(interfaces.map(({ Attachment }) => [Attachment?.InstanceId, 1]));
      }),
  };
}

function summed(amounts: readonly (readonly [string | undefined, number])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [key = '', amount] of amounts) sums.set(key, (sums.get(key) ?? 0) + amount);
  return sums;
}
