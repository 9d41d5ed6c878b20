import type { Secrets } from '../../ports/secrets.ts';
import { chunked } from './chunks.ts';
import { type AwsSettings, clientConfig, once } from './clients.ts';
import { calling, isAwsError } from './errors.ts';

/** How many names a filter of DescribeParameters takes. */
const DESCRIBED = 50;

/** Only descriptions are asked for: no call here returns a value. */
export function createSecrets(settings: AwsSettings): Secrets {
  const secretsManager = once(async () => {
    const sdk = await import('@aws-sdk/client-secrets-manager');
    return { sdk, client: new sdk.SecretsManagerClient(clientConfig(settings)) };
  });
  const parameterStore = once(async () => {
    const sdk = await import('@aws-sdk/client-ssm');
    return { sdk, client: new sdk.SSMClient(clientConfig(settings)) };
  });
  return {
    secret: (arn) =>
      calling(`describing secret ${arn}`, async () => {
        const { sdk, client } = await secretsManager();
        try {
          const { DeletedDate } = await client.send(new sdk.DescribeSecretCommand({ SecretId: arn }));
          return { deletedAt: DeletedDate?.getTime() };
        } catch (error) {
          if (isAwsError(error, 'ResourceNotFoundException')) return undefined;
          throw error;
        }
      }),
    parameters: (names) =>
      calling(`describing parameters ${names.join(', ')}`, async () => {
        const { sdk, client } = await parameterStore();
        const pages = await chunked([...new Set(names)], DESCRIBED, (Values) =>
          Array.fromAsync(
            sdk.paginateDescribeParameters(
              { client },
              { ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values }], MaxResults: DESCRIBED },
            ),
          ),
        );
        const found = pages.flat().flatMap((page) => page.Parameters ?? []);
        const existing = new Set(found.flatMap(({ Name }) => Name ?? []));
        return names.filter((name) => existing.has(name));
      }),
  };
}
