import type { Cluster, RoleSource } from '../model/cluster.ts';
import type { JsonObject } from '../model/json.ts';
import { positionOf } from '../model/source.ts';
import { type Fragment, type Resource, ref, resource } from './fragment.ts';

/**
 * The roles that config creates, and the instance profile. The service role exists because config names it; no call passes
 * it on, since ECS's service-linked role does its work and a service keeps the role it was made with for ever.
 */
export function clusterRoles({ roles, source }: Cluster): Fragment {
  const at = (key: string) => positionOf(source, ['roles', key]);
  const service = roles.service?.kind === 'created' ? roles.service : undefined;
  return {
    resources: {
      ...(service && {
        ServiceRole: role(
          service.name,
          'ecs.amazonaws.com',
          ['service-role/AmazonEC2ContainerServiceRole'],
          at('service'),
        ),
      }),
      ...(roles.instance.kind === 'created' && {
        InstanceRole: role(
          roles.instance.name,
          'ec2.amazonaws.com',
          ['service-role/AmazonEC2ContainerServiceforEC2Role', 'AmazonSSMManagedInstanceCore'],
          at('instance'),
        ),
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
  return role.kind === 'created' ? ref('InstanceRole') : roleName(role.arn);
}

/** The last part of a role's ARN, which may have a path in between. */
function roleName(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

function role(
  name: string,
  service: string,
  managedPolicies: readonly string[],
  at: ReturnType<typeof positionOf>,
): Resource {
  return resource(
    'AWS::IAM::Role',
    {
      RoleName: name,
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
      },
      ManagedPolicyArns: managedPolicies.map((policy) => ({
        'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${policy}`,
      })),
    },
    { at },
  );
}
