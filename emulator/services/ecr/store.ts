import { AwsError } from '../../core/errors.ts';
import type { World } from '../../core/world.ts';

export interface ImageRecord {
  readonly digest: string;
  readonly manifest: string;
  readonly mediaType: string | undefined;
  readonly pushedAt: number;
  readonly tags: Set<string>;
}

export interface RepositoryRecord {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: number;
  readonly immutable: boolean;
  readonly tags: ReadonlyMap<string, string>;
  /** By digest, in the order of their pushing. */
  readonly images: Map<string, ImageRecord>;
}

export interface Registry {
  readonly world: World;
  readonly repositories: Map<string, RepositoryRecord>;
}

export interface NewRepository {
  readonly name: string;
  readonly immutable?: boolean;
  readonly tags?: ReadonlyMap<string, string>;
}

export function createRepository({ world, repositories }: Registry, given: NewRepository): RepositoryRecord {
  const { name, immutable = false, tags = new Map() } = given;
  const { account, region, clock } = world;
  const arn = `arn:aws:ecr:${region}:${account}:repository/${name}`;
  const created = { name, arn, createdAt: clock.now(), immutable, tags, images: new Map() };
  repositories.set(name, created);
  return created;
}

/** Other accounts' registries answer only who their policies let in; here that is nobody. */
export function findRepository({ world, repositories }: Registry, name: string, registryId: string | undefined) {
  if (registryId !== undefined && registryId !== world.account)
    throw new AwsError(
      'AccessDeniedException',
      `User is not authorized to access arn:aws:ecr:${world.region}:${registryId}:repository/${name} because no resource-based policy allows it`,
    );
  const repository = repositories.get(name);
  if (repository) return repository;
  const message = `The repository with name '${name}' does not exist in the registry with id '${world.account}'`;
  throw new AwsError('RepositoryNotFoundException', message);
}
