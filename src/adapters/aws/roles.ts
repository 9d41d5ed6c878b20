import type { Roles } from '../../ports/roles.ts';
import { type AwsSettings, clientConfig, once } from './clients.ts';
import { calling, isAwsError } from './errors.ts';

export function createRoles(settings: AwsSettings): Roles {
  const iam = once(async () => {
    const sdk = await import('@aws-sdk/client-iam');
    return { sdk, client: new sdk.IAMClient(clientConfig(settings)) };
  });
  return {
    exists: (name) =>
      calling(`looking for role ${name}`, async () => {
        const { sdk, client } = await iam();
        try {
          await client.send(new sdk.GetRoleCommand({ RoleName: name }));
          return true;
        } catch (error) {
          if (isAwsError(error, 'NoSuchEntityException', 'NoSuchEntity')) return false;
          throw error;
        }
      }),
  };
}
