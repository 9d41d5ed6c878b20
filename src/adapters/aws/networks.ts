import type { Networks } from '../../ports/networks.ts';
import { type AwsSettings, clientConfig, once } from './clients.ts';
import { calling } from './errors.ts';

export function createNetworks(settings: AwsSettings): Networks {
  const ec2 = once(async () => {
    const sdk = await import('@aws-sdk/client-ec2');
    return { sdk, client: new sdk.EC2Client(clientConfig(settings)) };
  });
  return {
    defaultVpcId: () =>
      calling('looking for the default VPC', async () => {
        const { sdk, client } = await ec2();
        const filter = { Name: 'is-default', Values: ['true'] };
        const { Vpcs = [] } = await client.send(new sdk.DescribeVpcsCommand({ Filters: [filter] }));
        return Vpcs[0]?.VpcId;
      }),
    subnets: (filter) =>
      calling('describing subnets', async () => {
        const { sdk, client } = await ec2();
        const input =
          'vpcId' in filter
            ? { Filters: [{ Name: 'vpc-id', Values: [filter.vpcId] }] }
            : { SubnetIds: [...filter.subnetIds] };
        const pages = await Array.fromAsync(sdk.paginateDescribeSubnets({ client }, input));
        return pages
          .flatMap((page) => page.Subnets ?? [])
          .map((subnet) => ({
            id: subnet.SubnetId ?? '',
            vpcId: subnet.VpcId ?? '',
            availabilityZone: subnet.AvailabilityZone ?? '',
            isDefaultForZone: subnet.DefaultForAz ?? false,
          }));
      }),
  };
}
