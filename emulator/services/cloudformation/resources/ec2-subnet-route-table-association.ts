import type { AssociateRouteTableResult } from '../../../shapes/ec2.d.ts';
import { pick } from './properties.ts';
import type { ResourceType } from './resource-type.ts';

const MEMBERS = ['RouteTableId', 'SubnetId'];

export const ec2SubnetRouteTableAssociation: ResourceType = {
  type: 'AWS::EC2::SubnetRouteTableAssociation',
  service: 'Ec2',
  serves: MEMBERS,
  latency: 'resource-default',
  create: async (properties, { call }) => {
    const input = pick(properties, MEMBERS);
    const { AssociationId: id } = await call<AssociateRouteTableResult>('ec2', 'AssociateRouteTable', input);
    return id ?? '';
  },
  remove: async (id, _properties, { call }) => {
    await call('ec2', 'DisassociateRouteTable', { AssociationId: id });
  },
  attributes: async (id) => ({ Id: id }),
};
