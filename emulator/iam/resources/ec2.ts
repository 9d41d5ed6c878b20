import type { Resource } from '../catalogue.ts';
import { texts } from '../input.ts';
import type { FindResources } from './find.ts';

/** By resource type: the members that name such a resource, and the name in its ARN. */
const MEMBERS: Readonly<Record<string, readonly [name: string, ...members: string[]]>> = {
  vpc: ['VpcId', 'VpcId'],
  subnet: ['SubnetId', 'SubnetId'],
  'internet-gateway': ['InternetGatewayId', 'InternetGatewayId'],
  'route-table': ['RouteTableId', 'RouteTableId'],
  'security-group': ['SecurityGroupId', 'GroupId', 'SecurityGroupIds'],
  'security-group-rule': ['SecurityGroupRuleId', 'SecurityGroupRuleIds'],
  'launch-template': ['LaunchTemplateId', 'LaunchTemplateId'],
  instance: ['InstanceId', 'InstanceId', 'InstanceIds'],
  image: ['ImageId', 'ImageId'],
  'key-pair': ['KeyPairName', 'KeyName'],
};

const PREFIXES: Readonly<Record<string, string>> = {
  vpc: 'vpc',
  subnet: 'subnet',
  igw: 'internet-gateway',
  rtb: 'route-table',
  sg: 'security-group',
  sgr: 'security-group-rule',
  lt: 'launch-template',
  i: 'instance',
};

export const ec2Resources: FindResources = ({ operation, input, types }) => {
  if (operation === 'CreateTags' || operation === 'DeleteTags') return texts(input, 'Resources').map(byId);
  const found = (type: string): readonly Resource[] => {
    const [name = '', ...members] = MEMBERS[type] ?? [];
    return texts(input, ...members).map((id) => ({ type, names: { [name]: id } }));
  };
  return [
    ...types.required.flatMap((type) => {
      const named = found(type);
      return named.length > 0 ? named : [{ type }];
    }),
    ...types.optional.flatMap(found),
  ];
};

function byId(id: string): Resource {
  const type = PREFIXES[id.slice(0, id.indexOf('-'))];
  const [name = ''] = MEMBERS[type ?? ''] ?? [];
  return type === undefined ? '*' : { type, names: { [name]: id } };
}
