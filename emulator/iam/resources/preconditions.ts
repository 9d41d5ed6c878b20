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

/** Secrets are named by ARN or by name; what AWS adds to a name is not known before the secret is found. */
export const secretsManagerResources: FindResources = ({ input, types }) => {
  if (!types.required.includes('Secret')) return [];
  return texts(input, 'SecretId', 'Name').map(
    (id): Resource => (isArn(id) ? id : { type: 'Secret', names: { SecretId: `${id}-??????` } }),
  );
};
