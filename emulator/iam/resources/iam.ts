import type { Resource } from '../catalogue.ts';
import { text, texts } from '../input.ts';
import type { FindResources, ResourceRequest } from './find.ts';

/** IAM's ARNs hold the path, which only the entity itself knows once it exists. */
export const iamResources: FindResources = async (request) => {
  const { operation, input, types } = request;
  const path = (text(input, 'Path') ?? '/').slice(1);
  switch (operation) {
    case 'CreateRole':
      return texts(input, 'RoleName').map((name) => role(path + name));
    case 'CreateInstanceProfile':
      return texts(input, 'InstanceProfileName').map((name) => profile(path + name));
    case 'CreateServiceLinkedRole':
      return texts(input, 'AWSServiceName').map((name) => role(`aws-service-role/${name}/*`));
    case 'CreateOpenIDConnectProvider':
      return texts(input, 'Url').map((url) => ({
        type: 'oidc-provider',
        names: { OidcProviderName: url.replace('https://', '') },
      }));
  }
  if (types.required.includes('oidc-provider')) return texts(input, 'OpenIDConnectProviderArn');
  const existing = types.required.includes('role') ? existingRole(request) : existingProfile(request);
  return types.required.length === 0 ? [] : [...(await existing)];
};

const role = (name: string): Resource => ({ type: 'role', names: { RoleNameWithPath: name } });
const profile = (name: string): Resource => ({
  type: 'instance-profile',
  names: { InstanceProfileNameWithPath: name },
});

async function existingRole({ input, lookup }: ResourceRequest): Promise<readonly Resource[]> {
  const name = text(input, 'RoleName');
  if (name === undefined) return [];
  const found = await lookup<{ Role: { Arn: string } }>('iam', 'GetRole', { RoleName: name });
  return [found?.Role.Arn ?? role(name)];
}

async function existingProfile({ input, lookup }: ResourceRequest): Promise<readonly Resource[]> {
  const name = text(input, 'InstanceProfileName');
  if (name === undefined) return [];
  const query = { InstanceProfileName: name };
  const found = await lookup<{ InstanceProfile: { Arn: string } }>('iam', 'GetInstanceProfile', query);
  return [found?.InstanceProfile.Arn ?? profile(name)];
}
