import type { Cluster } from '../model/cluster.ts';
import { positionOf } from '../model/source.ts';
import type { ClusterNetwork } from './cluster-network.ts';
import { type Fragment, ref, resource } from './fragment.ts';

/**
 * The load balancer admits clients to its listeners; instances admit the load balancer alone, to the ports that Docker
 * gives out. Others name the groups by Ref (the id, where a VPC is given): GetAtt would make CloudFormation list the
 * launch template as changed with every change of a rule.
 */
export function securityGroups({ loadBalancer, capacity, source }: Cluster, network: ClusterNetwork): Fragment {
  const clients = loadBalancer.listeners.flatMap(({ port }) =>
    loadBalancer.allowedCidrBlocks.map((block) => ({
      IpProtocol: 'tcp',
      FromPort: port,
      ToPort: port,
      ...(block.includes(':') ? { CidrIpv6: block } : { CidrIp: block }),
    })),
  );
  return {
    resources: {
      LoadBalancerSecurityGroup: resource(
        'AWS::EC2::SecurityGroup',
        {
          GroupName: loadBalancer.securityGroupName,
          GroupDescription: 'Clients of the load balancer',
          VpcId: network.vpcId,
          SecurityGroupIngress: clients,
        },
        { at: positionOf(source, ['loadBalancer']) },
      ),
      InstanceSecurityGroup: resource(
        'AWS::EC2::SecurityGroup',
        {
          GroupName: capacity.securityGroupName,
          GroupDescription: 'Container instances, reached by the load balancer',
          VpcId: network.vpcId,
          SecurityGroupIngress: [
            {
              IpProtocol: 'tcp',
              FromPort: 32768,
              ToPort: 65535,
              SourceSecurityGroupId: ref('LoadBalancerSecurityGroup'),
            },
          ],
        },
        { at: positionOf(source, ['capacity']) },
      ),
    },
  };
}
