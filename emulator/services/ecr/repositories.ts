import { AwsError } from '../../core/errors.ts';
import { pageOf } from '../../core/pages.ts';
import { MOST_TAGS, type TagRefusals, tagPairs, withTags } from '../../core/tags.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  CreateRepositoryRequest,
  CreateRepositoryResponse,
  DeleteRepositoryRequest,
  DeleteRepositoryResponse,
  DescribeRepositoriesRequest,
  DescribeRepositoriesResponse,
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  Repository,
} from '../../shapes/ecr.d.ts';
import { createRepository, findRepository, type Registry, type RepositoryRecord } from './store.ts';

const PAGE = 100;

export const invalid = (message: string): AwsError => new AwsError('InvalidParameterException', message);
export const invalidToken = (): AwsError => invalid('Invalid parameter: nextToken');

const REFUSALS: TagRefusals = {
  reserved: () => new AwsError('InvalidTagParameterException', 'Tag keys that start with aws: are reserved'),
  tooMany: () => new AwsError('TooManyTagsException', `A resource can have at most ${MOST_TAGS} tags`),
};

export function repositoryOperations(registry: Registry) {
  const { world, repositories } = registry;
  const { account, region } = world;

  const view = ({ name, arn, createdAt, immutable }: RepositoryRecord): Repository => ({
    repositoryArn: arn,
    registryId: account,
    repositoryName: name,
    repositoryUri: `${account}.dkr.ecr.${region}.amazonaws.com/${name}`,
    createdAt,
    imageTagMutability: immutable ? 'IMMUTABLE' : 'MUTABLE',
    imageScanningConfiguration: { scanOnPush: false },
    encryptionConfiguration: { encryptionType: 'AES256' },
  });

  return {
    CreateRepository: (input: CreateRepositoryRequest, context: CallContext): CreateRepositoryResponse => {
      const { repositoryName: name, imageTagMutability = 'MUTABLE', tags = [] } = input;
      refuseUnserved(input);
      if (repositories.has(name)) {
        const message = `The repository with name '${name}' already exists in the registry with id '${account}'`;
        throw new AwsError('RepositoryAlreadyExistsException', message);
      }
      const immutable = imageTagMutability === 'IMMUTABLE';
      const created = createRepository(registry, {
        name,
        immutable,
        tags: withTags(new Map(), tagPairs(tags), context, REFUSALS),
      });
      return { repository: view(created) };
    },

    DescribeRepositories: (input: DescribeRepositoriesRequest): DescribeRepositoriesResponse => {
      const { registryId, repositoryNames, nextToken: token, maxResults = PAGE } = input;
      const found =
        repositoryNames?.map((name) => findRepository(registry, name, registryId)) ??
        [...repositories.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
      const { items, nextToken } = pageOf(found, { token, size: maxResults, invalidToken });
      return { repositories: items.map(view), nextToken };
    },

    DeleteRepository: (input: DeleteRepositoryRequest): DeleteRepositoryResponse => {
      const found = findRepository(registry, input.repositoryName, input.registryId);
      if (found.images.size > 0 && !input.force) {
        const message = `The repository with name '${found.name}' in registry with id '${account}' cannot be deleted because it still contains images`;
        throw new AwsError('RepositoryNotEmptyException', message);
      }
      repositories.delete(found.name);
      return { repository: view(found) };
    },

    ListTagsForResource: ({ resourceArn }: ListTagsForResourceRequest): ListTagsForResourceResponse => {
      const { tags } = findRepository(registry, resourceArn.replace(/^.*:repository\//, ''), undefined);
      return { tags: [...tags].map(([Key, Value]) => ({ Key, Value })) };
    },
  };
}

function refuseUnserved(input: CreateRepositoryRequest): void {
  const {
    imageTagMutability: mutability,
    encryptionConfiguration: encryption,
    imageScanningConfiguration: scan,
  } = input;
  if (mutability?.endsWith('_WITH_EXCLUSION')) throw invalid(`${mutability} is not emulated`);
  if (encryption && encryption.encryptionType !== 'AES256')
    throw invalid(`${encryption.encryptionType} is not emulated`);
  if (scan?.scanOnPush) throw invalid('Scanning is not emulated');
}
