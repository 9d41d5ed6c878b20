import type { Account } from '../../ports/account.ts';
import { type AwsSettings, clientConfig, once } from './clients.ts';
import { calling } from './errors.ts';

/**
 * Who the credentials belong to (STS GetCallerIdentity, which needs no permission), and where the environment points.
 */
export function createAccount(settings: AwsSettings, env: Readonly<Record<string, string | undefined>>): Account {
  const sts = once(async () => {
    const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
    const client = new STSClient(clientConfig(settings));
    return { identity: () => client.send(new GetCallerIdentityCommand({})) };
  });
  return {
    accountId: () =>
      calling('asking whose credentials these are', async () => (await (await sts()).identity()).Account ?? ''),
    region: async () => env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || undefined,
  };
}
