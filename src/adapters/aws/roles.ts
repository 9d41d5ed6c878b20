import type { JsonObject } from '../../model/json.ts';
import type { Roles } from '../../ports/roles.ts';
import { type AwsSettings, clientConfig, once } from './clients.ts';
import { calling, isAwsError } from './errors.ts';

export function createRoles(settings: AwsSettings): Roles {
  const iam = once(async () => {
    const sdk = await import('@aws-sdk/client-iam');
    return { sdk, client: new sdk.IAMClient(clientConfig(settings)) };
  });
  const role = (name: string) =>
    calling(`looking for role ${name}`, async () => {
      const { sdk, client } = await iam();
      try {
        return (await client.send(new sdk.GetRoleCommand({ RoleName: name }))).Role;
      } catch (error) {
        if (isAwsError(error, 'NoSuchEntityException', 'NoSuchEntity')) return undefined;
        throw error;
      }
    });
  return {
    exists: async (name) => (await role(name)) !== undefined,
    trustPolicy: async (name) => {
      const found = await role(name);
      // IAM answers policies URL-encoded.
      return found && (JSON.parse(decodeURIComponent(found.AssumeRolePolicyDocument ?? '%7B%7D')) as JsonObject);
    },
  };
}
