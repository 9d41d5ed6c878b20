import type { CreateRouteTableResult } from '../../../shapes/ec2.d.ts';
import { tagSpecifications, updateEc2Tags } from './ec2-tags.ts';
import { pick } from './properties.ts';
import type { ResourceType } from './resource-type.ts';

export const ec2RouteTable: ResourceType = {
  type: 'AWS::EC2::RouteTable',
  service: 'Ec2',
  serves: ['Tags', 'VpcId'],
  latency: 'resource-default',
  create: async (properties, { call }) => {
    const { RouteTable: table } = await call<CreateRouteTableResult>('ec2', 'CreateRouteTable', {
      ...pick(properties, ['VpcId']),
      ...tagSpecifications('route-table', properties),
    });
    return table?.RouteTableId ?? '';
  },
  update: updateEc2Tags,
  remove: async (id, _properties, { call }) => {
    await call('ec2', 'DeleteRouteTable', { RouteTableId: id });
  },
  attributes: async (id) => ({ RouteTableId: id }),
};
