import type { RoleSource } from '../../model/roles.ts';
import type { Service } from '../../model/service.ts';
import { shiftsTraffic } from '../schema/deployment-configuration-file.ts';
import type { ServiceFile } from '../schema/service-file.ts';

/** `name` is that of a role to create where config does not say. */
export function buildRole(
  role: { readonly name?: string | undefined; readonly arn?: string | undefined },
  name: string,
): RoleSource {
  return role.arn === undefined ? { kind: 'created', name: role.name ?? name } : { kind: 'existing', arn: role.arn };
}

/** Builds the roles that ECS needs for what the service has; `prefix` begins the names that config does not give. */
export function buildRoles(
  prefix: string,
  { roles, loadBalancers, deploymentConfiguration }: ServiceFile,
): Pick<Service, 'infrastructureRole' | 'hookRole'> {
  const shifts = shiftsTraffic(deploymentConfiguration);
  const hasAlternate = loadBalancers.some(({ alternateTargetGroup = shifts }) => alternateTargetGroup);
  const invokes = (deploymentConfiguration.lifecycleHooks ?? []).some(
    ({ targetType, roleArn }) => targetType === 'AWS_LAMBDA' && roleArn === undefined,
  );
  return {
    ...(hasAlternate && { infrastructureRole: buildRole(roles.infrastructure ?? {}, `${prefix}-ecs`) }),
    ...(invokes && { hookRole: buildRole(roles.hook ?? {}, `${prefix}-hook`) }),
  };
}
