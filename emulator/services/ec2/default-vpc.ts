import { AwsError } from '../../core/errors.ts';
import type { CreateDefaultVpcResult } from '../../shapes/ec2.d.ts';
import { addInternetGateway } from './internet-gateways.ts';
import { mainRouteTable } from './route-tables.ts';
import type { Ec2, Vpc } from './state.ts';
import { addSubnet } from './subnets.ts';
import { addVpc } from './vpcs.ts';

const SUBNET_PREFIX = 20;
const VPC_CIDR = { base: 0xac1f0000, prefix: 16 };

/**
 * The VPC that every region of an account starts with: 172.31.0.0/16, a public /20 in every zone, a way to the
 * internet.
 */
export function addDefaultVpc(ec2: Ec2): Vpc {
  const vpc = addVpc(ec2, {
    cidr: VPC_CIDR,
    isDefault: true,
    tenancy: 'default',
    state: 'available',
    dnsHostnames: true,
  });
  const gateway = addInternetGateway(ec2, vpc.id);
  mainRouteTable(ec2, vpc.id)?.routes.push({ destination: '0.0.0.0/0', gatewayId: gateway.id, origin: 'CreateRoute' });
  ec2.zones.forEach((zone, index) => {
    const cidr = { base: VPC_CIDR.base + index * 2 ** (32 - SUBNET_PREFIX), prefix: SUBNET_PREFIX };
    addSubnet(ec2, { vpcId: vpc.id, cidr, zone, defaultForZone: true, state: 'available', mapPublicIp: true });
  });
  return vpc;
}

export function defaultVpcOperations(ec2: Ec2) {
  return {
    CreateDefaultVpc: (): CreateDefaultVpcResult => {
      if ([...ec2.vpcs.values()].some(({ isDefault }) => isDefault))
        throw new AwsError('DefaultVpcAlreadyExists', 'A Default VPC already exists for this account in this region.');
      const vpc = addDefaultVpc(ec2);
      return { Vpc: { VpcId: vpc.id, IsDefault: true, State: vpc.state, CidrBlock: '172.31.0.0/16' } };
    },
  };
}
