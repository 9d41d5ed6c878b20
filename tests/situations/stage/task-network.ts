import type { Api } from './api.ts';
import type { ServiceFiles } from './config.ts';

/** The network of tasks that have interfaces of their own. */
export interface TaskNetwork {
  /** Makes the security group that admits the load balancer, before config can name it. */
  open(api: Api): Promise<void>;
  /** Has the tasks of a service in it. */
  edit(files: ServiceFiles): void;
}

/** In the default VPC, whose addresses the group lets in: the load balancer's own group is not there yet. */
export function taskNetwork(): TaskNetwork {
  let awsvpcConfiguration: object | undefined;
  return {
    open: async ({ ec2 }) => {
      const [vpc] = await ec2('DescribeVpcs', {}, 'vpcSet');
      const found = await ec2('DescribeSubnets', {}, 'subnetSet');
      const GroupName = 'tasks';
      await ec2('CreateSecurityGroup', { GroupName, GroupDescription: 'Tasks' }, 'groupSet');
      await ec2(
        'AuthorizeSecurityGroupIngress',
        {
          GroupName,
          'IpPermissions.1.IpProtocol': 'tcp',
          'IpPermissions.1.FromPort': '8080',
          'IpPermissions.1.ToPort': '8080',
          'IpPermissions.1.IpRanges.1.CidrIp': vpc?.['cidrBlock'] ?? '',
        },
        'securityGroupRuleSet',
      );
      const groups = await ec2('DescribeSecurityGroups', { 'GroupName.1': GroupName }, 'securityGroupInfo');
      awsvpcConfiguration = {
        subnets: found.map(({ subnetId }) => subnetId),
        securityGroups: groups.map(({ groupId }) => groupId),
      };
    },
    edit: ({ service, task }) => {
      task['networkMode'] = 'awsvpc';
      service['networkConfiguration'] = { awsvpcConfiguration };
    },
  };
}
