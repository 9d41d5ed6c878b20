import type { Json, JsonObject } from '../model/json.ts';
import type { RoleSource } from '../model/roles.ts';
import type { Service } from '../model/service.ts';
import { positionOf } from '../model/source.ts';
import { SERVICE_OUTPUTS } from '../model/stack-names.ts';
import { type Fragment, getAtt } from './fragment.ts';
import { type RoleOptions, role } from './roles.ts';

/**
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html
 */
const SHIFTS_TRAFFIC = 'AmazonECSInfrastructureRolePolicyForLoadBalancers';

/**
 * The roles that ECS assumes for the service: one to change listener rules, one to invoke what lifecycle hooks name.
 */
export function serviceRoles({ infrastructureRole, hookRole, settings, source }: Service): Fragment {
  return merge([
    fragment('InfrastructureRole', SERVICE_OUTPUTS.infrastructureRoleArn, infrastructureRole, {
      managedPolicies: [SHIFTS_TRAFFIC],
      at: positionOf(source, ['roles', 'infrastructure']),
    }),
    fragment('HookRole', SERVICE_OUTPUTS.hookRoleArn, hookRole, {
      invokes: invokedFunctions(settings['deploymentConfiguration']),
      at: positionOf(source, ['roles', 'hook']),
    }),
  ]);
}

function fragment(
  logicalId: string,
  output: string,
  source: RoleSource | undefined,
  options: Omit<RoleOptions, 'name' | 'principal'>,
): Fragment {
  if (!source) return { resources: {} };
  if (source.kind === 'existing') return { resources: {}, outputs: { [output]: source.arn } };
  return {
    resources: { [logicalId]: role({ ...options, name: source.name, principal: 'ecs.amazonaws.com' }) },
    outputs: { [output]: getAtt(logicalId, 'Arn') },
  };
}

function merge(fragments: readonly Fragment[]): Fragment {
  return {
    resources: Object.assign({}, ...fragments.map(({ resources }) => resources)),
    outputs: Object.assign({}, ...fragments.map(({ outputs }) => outputs)),
  };
}

/** The functions of hooks that name no role of their own. */
function invokedFunctions(configuration: Json | undefined): readonly string[] {
  const { lifecycleHooks = [] } = (configuration ?? {}) as { readonly lifecycleHooks?: readonly JsonObject[] };
  const invoked = lifecycleHooks.flatMap(({ hookTargetArn, roleArn }) =>
    typeof hookTargetArn === 'string' && roleArn === undefined ? [hookTargetArn] : [],
  );
  return [...new Set(invoked)].sort();
}
