import { pick } from './properties.ts';
import type { ResourceType } from './resource-type.ts';

const KEY = ['RouteTableId', 'DestinationCidrBlock'];
const MEMBERS = [...KEY, 'GatewayId'];

/** An IPv4 route through a gateway. */
export const ec2Route: ResourceType = {
  type: 'AWS::EC2::Route',
  service: 'Ec2',
  serves: MEMBERS,
  latency: 'resource-default',
  create: async (properties, { call }) => {
    await call('ec2', 'CreateRoute', pick(properties, MEMBERS));
    return KEY.map((name) => String(properties[name])).join('|');
  },
  update: async (_id, { desired }, { call }) => {
    await call('ec2', 'ReplaceRoute', pick(desired, MEMBERS));
  },
  remove: async (_id, properties, { call }) => {
    await call('ec2', 'DeleteRoute', pick(properties, KEY));
  },
  attributes: async (_id, properties) => ({ CidrBlock: properties['DestinationCidrBlock'] ?? '' }),
};
