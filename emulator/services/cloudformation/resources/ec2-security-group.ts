import type { CreateSecurityGroupResult, DescribeSecurityGroupsResult } from '../../../shapes/ec2.d.ts';
import type { Json, JsonObject } from '../template/json.ts';
import { sameValue } from '../template/json.ts';
import { ipPermission } from './ec2-permissions.ts';
import { tagSpecifications, updateEc2Tags } from './ec2-tags.ts';
import { found } from './lookups.ts';
import { generatedName } from './names.ts';
import { objectsOf } from './properties.ts';
import type { ResourceContext, ResourceType } from './resource-type.ts';

/** What a new group lets out; a template's own egress rules take its place. */
const EVERYTHING: JsonObject = { IpProtocol: '-1', CidrIp: '0.0.0.0/0' };
const DIRECTIONS = [
  ['SecurityGroupIngress', 'Ingress'],
  ['SecurityGroupEgress', 'Egress'],
] as const;

export const ec2SecurityGroup: ResourceType = {
  type: 'AWS::EC2::SecurityGroup',
  service: 'Ec2',
  serves: ['GroupDescription', 'GroupName', 'SecurityGroupEgress', 'SecurityGroupIngress', 'Tags', 'VpcId'],
  latency: 'security-group',
  naming: { property: 'GroupName', generate: generatedName(255) },
  create: async (properties, { call }) => {
    const { GroupId: id } = await call<CreateSecurityGroupResult>('ec2', 'CreateSecurityGroup', {
      GroupName: properties['GroupName'],
      Description: properties['GroupDescription'],
      VpcId: properties['VpcId'],
      ...tagSpecifications('security-group', properties),
    });
    return id ?? '';
  },
  configure: (id, properties, context) => reconcileRules(id, {}, properties, context),
  update: async (id, change, context) => {
    await reconcileRules(id, change.previous, change.desired, context);
    await updateEc2Tags(id, change, context);
  },
  remove: async (id, _properties, { call }) => {
    await call('ec2', 'DeleteSecurityGroup', { GroupId: id });
  },
  attributes: async (id, _properties, { call }) => {
    const { SecurityGroups: groups = [] } = await call<DescribeSecurityGroupsResult>('ec2', 'DescribeSecurityGroups', {
      GroupIds: [id],
    });
    return { GroupId: id, Id: id, VpcId: groups[0]?.VpcId ?? '' };
  },
};

async function reconcileRules(
  id: string,
  previous: JsonObject,
  desired: JsonObject,
  { call }: ResourceContext,
): Promise<void> {
  for (const [property, direction] of DIRECTIONS) {
    const [before, after] = [previous, desired].map((properties) => rules(property, properties[property]));
    for (const rule of before ?? [])
      if (!has(after, rule))
        await found(() =>
          call('ec2', `RevokeSecurityGroup${direction}`, { GroupId: id, IpPermissions: [ipPermission(rule)] }),
        );
    const added = (after ?? []).filter((rule) => !has(before, rule)).map(ipPermission);
    if (added.length > 0)
      await call('ec2', `AuthorizeSecurityGroup${direction}`, { GroupId: id, IpPermissions: added });
  }
}

function rules(property: string, value: Json | undefined): readonly JsonObject[] {
  const declared = objectsOf(value);
  return property === 'SecurityGroupEgress' && declared.length === 0 ? [EVERYTHING] : declared;
}

const has = (rules: readonly JsonObject[] | undefined, rule: JsonObject): boolean =>
  (rules ?? []).some((other) => sameValue(other, rule));
