import { pick } from './properties.ts';
import type { ResourceType } from './resource-type.ts';

const MEMBERS = ['InternetGatewayId', 'VpcId'];

/** Of an internet gateway; VPN gateways are not served. Its physical id names the kind and the VPC. */
export const ec2VpcGatewayAttachment: ResourceType = {
  type: 'AWS::EC2::VPCGatewayAttachment',
  service: 'Ec2',
  serves: MEMBERS,
  latency: 'resource-default',
  create: async (properties, { call }) => {
    await call('ec2', 'AttachInternetGateway', pick(properties, MEMBERS));
    return `IGW|${String(properties['VpcId'])}`;
  },
  update: async (_id, { previous, desired }, { call }) => {
    await call('ec2', 'DetachInternetGateway', pick(previous, MEMBERS));
    await call('ec2', 'AttachInternetGateway', pick(desired, MEMBERS));
  },
  remove: async (_id, properties, { call }) => {
    await call('ec2', 'DetachInternetGateway', pick(properties, MEMBERS));
  },
  attributes: async () => ({ AttachmentType: 'IGW' }),
};
