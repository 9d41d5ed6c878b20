import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  CreateRoleRequest,
  CreateRoleResponse,
  DeleteRoleRequest,
  GetRoleRequest,
  GetRoleResponse,
  ListRolesRequest,
  ListRolesResponse,
  Role,
  UpdateAssumeRolePolicyRequest,
  UpdateRoleRequest,
} from '../../shapes/iam.d.ts';
import { isManagedPolicy } from './managed-policies.ts';
import { listPage } from './pages.ts';
import { checkTrust, trustedPrincipals } from './policy-documents.ts';
import type { Iam, RoleRecord } from './state.ts';
import { findOwnRole, findRole, nameTaken, newEntity, noSuchEntity, tagList } from './state.ts';
import { tagged } from './tags.ts';

/** How IAM writes policies into answers (RFC 3986). */
export const encoded = (document: string): string =>
  encodeURIComponent(document).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** A role as lists show it; GetRole and CreateRole add the rest. */
export function roleSummary(role: RoleRecord): Role {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: role.createdAt,
    AssumeRolePolicyDocument: encoded(role.trustPolicy),
    Description: role.description,
    MaxSessionDuration: role.maxSessionDuration,
  };
}

function roleDetail(role: RoleRecord): Role {
  const { permissionsBoundary, tags } = role;
  return {
    ...roleSummary(role),
    PermissionsBoundary: permissionsBoundary
      ? { PermissionsBoundaryType: 'PermissionsBoundaryPolicy', PermissionsBoundaryArn: permissionsBoundary }
      : undefined,
    Tags: tags.size > 0 ? tagList(tags) : undefined,
  };
}

export function newRole(iam: Iam, input: CreateRoleRequest, context: CallContext, serviceLinked: boolean): RoleRecord {
  const { RoleName: name, Path = '/' } = input;
  if (nameTaken(iam.roles, name) && !iam.world.sabotage.has('role-name-taken'))
    throw new AwsError('EntityAlreadyExists', `Role with name ${name} already exists.`);
  checkTrust(input.AssumeRolePolicyDocument);
  checkRolePrincipals(iam, input.AssumeRolePolicyDocument);
  if (input.PermissionsBoundary !== undefined && !isManagedPolicy(input.PermissionsBoundary))
    throw noSuchEntity(`Scope ARN: ${input.PermissionsBoundary} does not exist or is not attachable.`);
  const role: RoleRecord = {
    ...newEntity(iam.world, 'AROA', 'role', Path, name),
    name,
    trustPolicy: input.AssumeRolePolicyDocument,
    description: input.Description,
    maxSessionDuration: input.MaxSessionDuration ?? 3600,
    permissionsBoundary: input.PermissionsBoundary,
    tags: tagged(new Map(), input.Tags, context),
    attached: new Set(),
    inline: new Map(),
    serviceLinked,
  };
  iam.roles.set(name, role);
  return role;
}

/** A role of this account that a trust policy names must exist. */
function checkRolePrincipals({ world, roles }: Iam, document: string): void {
  const own = `arn:aws:iam::${world.account}:role/`;
  for (const [kind, value] of trustedPrincipals(document))
    if (kind === 'AWS' && value.startsWith(own) && ![...roles.values()].some(({ arn }) => arn === value))
      throw new AwsError('MalformedPolicyDocument', `Invalid principal in policy: "AWS":"${value}"`);
}

export function roleOperations(iam: Iam) {
  return {
    CreateRole: (input: CreateRoleRequest, context: CallContext): CreateRoleResponse => ({
      Role: roleDetail(newRole(iam, input, context, false)),
    }),

    GetRole: ({ RoleName }: GetRoleRequest, context: CallContext): GetRoleResponse => ({
      Role: { ...roleDetail(findRole(iam, RoleName, context)), RoleLastUsed: {} },
    }),

    ListRoles: (input: ListRolesRequest): ListRolesResponse => {
      const roles = [...iam.roles.values()]
        .filter(({ path }) => path.startsWith(input.PathPrefix ?? '/'))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      const { items, ...rest } = listPage(roles, input);
      return { Roles: items.map(roleSummary), ...rest };
    },

    UpdateRole: (input: UpdateRoleRequest, context: CallContext): object => {
      const role = findOwnRole(iam, input.RoleName, context);
      role.description = input.Description ?? role.description;
      role.maxSessionDuration = input.MaxSessionDuration ?? role.maxSessionDuration;
      return {};
    },

    UpdateAssumeRolePolicy: (input: UpdateAssumeRolePolicyRequest, context: CallContext): void => {
      const role = findOwnRole(iam, input.RoleName, context);
      checkTrust(input.PolicyDocument);
      checkRolePrincipals(iam, input.PolicyDocument);
      role.trustPolicy = input.PolicyDocument;
    },

    DeleteRole: ({ RoleName }: DeleteRoleRequest, context: CallContext): void => {
      const role = findOwnRole(iam, RoleName, context);
      const conflict = (first: string): AwsError =>
        new AwsError('DeleteConflict', `Cannot delete entity, must ${first} first.`);
      if ([...iam.profiles.values()].some(({ roleName }) => roleName === RoleName))
        throw conflict('remove roles from instance profile');
      if (role.attached.size > 0) throw conflict('detach all policies');
      if (role.inline.size > 0) throw conflict('delete policies');
      iam.roles.delete(RoleName);
    },
  };
}
