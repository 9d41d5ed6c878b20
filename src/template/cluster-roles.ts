import { arnName } from '../model/arn.ts';
import type { Cluster } from '../model/cluster.ts';
import type { JsonObject } from '../model/json.ts';
import type { RoleSource } from '../model/roles.ts';
import { positionOf } from '../model/source.ts';
import { type Fragment, ref, resource } from './fragment.ts';
import { role } from './roles.ts';

/**
 * The roles that config creates, and the instance profile. The service role exists because config names it; no call
 * passes it on, since ECS's service-linked role does its work and a service keeps the role it was made with for ever.
 */
export function clusterRoles({ roles, source }: Cluster): Fragment {
  const at = (key: string) => positionOf(source, ['roles', key]);
  const service = roles.service?.kind === 'created' ? roles.service : undefined;
  return {
    resources: {
      ...(service && {
        ServiceRole: role({
          name: service.name,
          principal: 'ecs.amazonaws.com',
          managedPolicies: ['service-role/AmazonEC2ContainerServiceRole'],
          at: at('service'),
        }),
      }),
      ...(roles.instance.kind === 'created' && {
        InstanceRole: role({
          name: roles.instance.name,
          principal: 'ec2.amazonaws.com',
          managedPolicies: ['service-role/AmazonEC2ContainerServiceforEC2Role', 'AmazonSSMManagedInstanceCore'],
          at: at('instance'),
        }),
      }),
      InstanceProfile: resource(
        'AWS::IAM::InstanceProfile',
        { Roles: [instanceRoleName(roles.instance)] },
        { at: at('instance') },
      ),
    },
  };
}

function instanceRoleName(role: RoleSource): JsonObject | string {
  return role.kind === 'created' ? ref('InstanceRole') : arnName(role.arn);
}
