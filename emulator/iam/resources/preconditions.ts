import type { Resource } from '../catalogue.ts';
import { isArn, text, texts } from '../input.ts';
import type { FindResources } from './find.ts';

export const acmResources: FindResources = ({ input }) => texts(input, 'CertificateArn');

export const ecrResources: FindResources = ({ input, place, types }) => {
  const arns = texts(input, 'resourceArn');
  if (arns.length > 0 || !types.required.includes('repository')) return arns;
  const account = text(input, 'registryId') ?? place.account;
  return texts(input, 'repositoryName', 'repositoryNames').map(
    (name): Resource => ({ type: 'repository', names: { Account: account, RepositoryName: name } }),
  );
};

/** Secrets are named by ARN or by name; a name's ARN ends in what AWS added when the secret was made. */
export const secretsManagerResources: FindResources = async ({ input, types, lookup }) => {
  if (!types.required.includes('Secret')) return [];
  const found = texts(input, 'SecretId', 'Name').map(async (id): Promise<Resource> => {
    if (isArn(id)) return id;
    const secret = await lookup<{ ARN: string }>('secretsmanager', 'DescribeSecret', { SecretId: id });
    return secret?.ARN ?? { type: 'Secret', names: { SecretId: id } };
  });
  return Promise.all(found);
};
