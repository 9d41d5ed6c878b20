import type { Service, World } from '../../core/world.ts';
import { identityProviderOperations } from './identity-providers.ts';
import { instanceProfileOperations } from './instance-profiles.ts';
import { rolePolicyOperations } from './role-policies.ts';
import { roleOperations } from './roles.ts';
import { serviceLinkedRoleOperations } from './service-linked-roles.ts';
import type { Iam } from './state.ts';
import { tagOperations } from './tags.ts';

/** IAM is one for the whole account: create it once and give it to the worlds of all regions. */
export function createService(world: World): Service {
  const iam: Iam = { world, roles: new Map(), profiles: new Map(), providers: new Map() };
  return {
    operations: {
      ...roleOperations(iam),
      ...rolePolicyOperations(iam),
      ...instanceProfileOperations(iam),
      ...identityProviderOperations(iam),
      ...serviceLinkedRoleOperations(iam),
      ...tagOperations(iam),
    },
  };
}
