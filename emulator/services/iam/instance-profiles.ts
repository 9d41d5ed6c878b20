import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  AddRoleToInstanceProfileRequest,
  CreateInstanceProfileRequest,
  CreateInstanceProfileResponse,
  DeleteInstanceProfileRequest,
  GetInstanceProfileRequest,
  GetInstanceProfileResponse,
  InstanceProfile,
  ListInstanceProfilesForRoleRequest,
  ListInstanceProfilesForRoleResponse,
  ListInstanceProfilesRequest,
  ListInstanceProfilesResponse,
  RemoveRoleFromInstanceProfileRequest,
} from '../../shapes/iam.d.ts';
import { listPage } from './pages.ts';
import { roleSummary } from './roles.ts';
import type { Iam, ProfileRecord } from './state.ts';
import { findOwnRole, findProfile, findRole, nameTaken, newEntity, noSuchEntity, tagList } from './state.ts';
import { tagged } from './tags.ts';

export function instanceProfileOperations(iam: Iam) {
  const described = (profile: ProfileRecord): InstanceProfile => {
    const role = profile.roleName === undefined ? undefined : iam.roles.get(profile.roleName);
    return {
      Path: profile.path,
      InstanceProfileName: profile.name,
      InstanceProfileId: profile.id,
      Arn: profile.arn,
      CreateDate: profile.createdAt,
      Roles: role ? [roleSummary(role)] : [],
      Tags: profile.tags.size > 0 ? tagList(profile.tags) : undefined,
    };
  };

  return {
    CreateInstanceProfile: (
      input: CreateInstanceProfileRequest,
      context: CallContext,
    ): CreateInstanceProfileResponse => {
      const { InstanceProfileName: name, Path = '/' } = input;
      if (nameTaken(iam.profiles, name))
        throw new AwsError('EntityAlreadyExists', `Instance Profile ${name} already exists.`);
      const entity = newEntity(iam.world, 'AIPA', 'instance-profile', Path, name);
      const profile = { ...entity, name, tags: tagged(new Map(), input.Tags, context), roleName: undefined };
      iam.profiles.set(name, profile);
      return { InstanceProfile: described(profile) };
    },

    GetInstanceProfile: (input: GetInstanceProfileRequest, context: CallContext): GetInstanceProfileResponse => ({
      InstanceProfile: described(findProfile(iam, input.InstanceProfileName, context)),
    }),

    DeleteInstanceProfile: (input: DeleteInstanceProfileRequest, context: CallContext): void => {
      const { name, roleName } = findProfile(iam, input.InstanceProfileName, context);
      if (roleName !== undefined)
        throw new AwsError('DeleteConflict', 'Cannot delete entity, must remove roles from instance profile first.');
      iam.profiles.delete(name);
    },

    AddRoleToInstanceProfile: (input: AddRoleToInstanceProfileRequest, context: CallContext): void => {
      const profile = findProfile(iam, input.InstanceProfileName, context);
      const role = findOwnRole(iam, input.RoleName, context);
      if (profile.roleName !== undefined)
        throw new AwsError('LimitExceeded', 'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1');
      profile.roleName = role.name;
      profile.propagatedAt = iam.world.clock.now() + iam.world.latency('iam-propagation');
    },

    RemoveRoleFromInstanceProfile: (input: RemoveRoleFromInstanceProfileRequest, context: CallContext): void => {
      const profile = findProfile(iam, input.InstanceProfileName, context);
      if (profile.roleName !== findRole(iam, input.RoleName, context).name)
        throw noSuchEntity(`Role ${input.RoleName} in Instance Profile ${profile.name} cannot be found.`);
      profile.roleName = undefined;
    },

    ListInstanceProfiles: (input: ListInstanceProfilesRequest): ListInstanceProfilesResponse => {
      const profiles = [...iam.profiles.values()]
        .filter(({ path }) => path.startsWith(input.PathPrefix ?? '/'))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      const { items, ...rest } = listPage(profiles, input);
      return { InstanceProfiles: items.map((profile) => ({ ...described(profile), Tags: undefined })), ...rest };
    },

    ListInstanceProfilesForRole: (
      input: ListInstanceProfilesForRoleRequest,
      context: CallContext,
    ): ListInstanceProfilesForRoleResponse => {
      const { name } = findRole(iam, input.RoleName, context);
      const holding = [...iam.profiles.values()].filter(({ roleName }) => roleName === name);
      const { items, ...rest } = listPage(holding, input);
      return { InstanceProfiles: items.map(described), ...rest };
    },
  };
}
