import { AwsError } from '../../../core/errors.ts';
import type {
  SetSecurityGroupsInput,
  SetSecurityGroupsOutput,
  SetSubnetsInput,
  SetSubnetsOutput,
} from '../../../shapes/elbv2.d.ts';
import type { Context } from '../context.ts';
import { checkSecurityGroups } from '../ec2.ts';
import { findLoadBalancer, validationError } from '../finders.ts';
import { chooseZones } from './zones.ts';

/** Where a load balancer stands in its VPC. */
export function placementOperations({ world, store, targets }: Context) {
  return {
    SetSubnets: async (input: SetSubnetsInput): Promise<SetSubnetsOutput> => {
      const loadBalancer = findLoadBalancer(store, input.LoadBalancerArn);
      const { zones, vpcId } = await chooseZones(world, input);
      if (vpcId !== loadBalancer.vpcId)
        throw new AwsError('InvalidSubnet', `The subnets must belong to VPC '${loadBalancer.vpcId}'`);
      loadBalancer.zones = zones;
      targets.reconcile();
      return { AvailabilityZones: zones, IpAddressType: 'ipv4' };
    },
    SetSecurityGroups: async (input: SetSecurityGroupsInput): Promise<SetSecurityGroupsOutput> => {
      const loadBalancer = findLoadBalancer(store, input.LoadBalancerArn);
      const ids = [...new Set(input.SecurityGroups)];
      if (ids.length === 0) throw validationError('At least one security group must be specified');
      await checkSecurityGroups(world, loadBalancer.vpcId, ids);
      loadBalancer.securityGroups = ids;
      return { SecurityGroupIds: ids };
    },
  };
}
