import type { CreateInternetGatewayResult } from '../../../shapes/ec2.d.ts';
import { tagSpecifications, updateEc2Tags } from './ec2-tags.ts';
import type { ResourceType } from './resource-type.ts';

export const ec2InternetGateway: ResourceType = {
  type: 'AWS::EC2::InternetGateway',
  service: 'Ec2',
  serves: ['Tags'],
  latency: 'resource-default',
  create: async (properties, { call }) => {
    const input = tagSpecifications('internet-gateway', properties);
    const { InternetGateway: gateway } = await call<CreateInternetGatewayResult>('ec2', 'CreateInternetGateway', input);
    return gateway?.InternetGatewayId ?? '';
  },
  update: updateEc2Tags,
  remove: async (id, _properties, { call }) => {
    await call('ec2', 'DeleteInternetGateway', { InternetGatewayId: id });
  },
  attributes: async (id) => ({ InternetGatewayId: id }),
};
