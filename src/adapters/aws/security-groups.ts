import type { IpPermission, SecurityGroup } from '@aws-sdk/client-ec2';
import type { IngressView, SecurityGroups, SecurityGroupView } from '../../ports/security-groups.ts';
import { type AwsSettings, clientConfig, once } from './clients.ts';
import { calling } from './errors.ts';

export function createSecurityGroups(settings: AwsSettings): SecurityGroups {
  const ec2 = once(async () => {
    const sdk = await import('@aws-sdk/client-ec2');
    return { sdk, client: new sdk.EC2Client(clientConfig(settings)) };
  });
  return {
    byId: (ids) =>
      calling(`describing security groups ${ids.join(', ')}`, async () => {
        const { sdk, client } = await ec2();
        const { SecurityGroups: found = [] } = await client.send(
          new sdk.DescribeSecurityGroupsCommand({ GroupIds: [...ids] }),
        );
        return found.map(groupView);
      }),
    named: ({ vpcId, name }) =>
      calling(`looking for security group ${name}`, async () => {
        const { sdk, client } = await ec2();
        const Filters = [
          { Name: 'vpc-id', Values: [vpcId] },
          { Name: 'group-name', Values: [name] },
        ];
        const { SecurityGroups: found = [] } = await client.send(new sdk.DescribeSecurityGroupsCommand({ Filters }));
        return found[0] && groupView(found[0]);
      }),
  };
}

const groupView = ({ GroupId = '', VpcId = '', IpPermissions = [] }: SecurityGroup): SecurityGroupView => ({
  id: GroupId,
  vpcId: VpcId,
  ingress: IpPermissions.map(ingressView),
});

function ingressView({ IpProtocol = '', FromPort, ToPort, ...admitted }: IpPermission): IngressView {
  const { IpRanges = [], Ipv6Ranges = [], PrefixListIds = [], UserIdGroupPairs = [] } = admitted;
  return {
    protocol: IpProtocol,
    fromPort: FromPort,
    toPort: ToPort,
    groupIds: UserIdGroupPairs.flatMap(({ GroupId = [] }) => GroupId),
    hasAddresses: IpRanges.length + Ipv6Ranges.length + PrefixListIds.length > 0,
  };
}
