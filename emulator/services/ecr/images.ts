import { createHash } from 'node:crypto';
import { AwsError } from '../../core/errors.ts';
import { pageOf } from '../../core/pages.ts';
import type {
  DescribeImagesRequest,
  DescribeImagesResponse,
  ImageDetail,
  ImageIdentifier,
  PutImageRequest,
  PutImageResponse,
} from '../../shapes/ecr.d.ts';
import { invalidToken } from './repositories.ts';
import { findRepository, type ImageRecord, type Registry, type RepositoryRecord } from './store.ts';

const PAGE = 100;

export function imageOperations(registry: Registry) {
  const { world } = registry;
  const { account } = world;
  const place = ({ name }: RepositoryRecord): string =>
    `the repository with name '${name}' in the registry with id '${account}'`;

  const find = (repository: RepositoryRecord, { imageDigest, imageTag }: ImageIdentifier): ImageRecord => {
    const image = [...repository.images.values()].find(
      ({ digest, tags }) => digest === (imageDigest ?? digest) && (imageTag === undefined || tags.has(imageTag)),
    );
    if (image && (imageDigest ?? imageTag) !== undefined) return image;
    const id = `{imageDigest:'${imageDigest ?? 'null'}', imageTag:'${imageTag ?? 'null'}'}`;
    throw new AwsError(
      'ImageNotFoundException',
      `The image with imageId ${id} does not exist within ${place(repository)}`,
    );
  };

  const detail = ({ name }: RepositoryRecord, image: ImageRecord): ImageDetail => ({
    registryId: account,
    repositoryName: name,
    imageDigest: image.digest,
    ...(image.tags.size > 0 ? { imageTags: [...image.tags] } : {}),
    imagePushedAt: image.pushedAt,
    ...(image.mediaType === undefined ? {} : { imageManifestMediaType: image.mediaType }),
  });

  return {
    /** The manifest is the image: its digest is that of the manifest's bytes. */
    PutImage: (input: PutImageRequest): PutImageResponse => {
      const { imageManifest: manifest, imageTag: tag } = input;
      const repository = findRepository(registry, input.repositoryName, input.registryId);
      const digest = `sha256:${createHash('sha256').update(manifest).digest('hex')}`;
      if (input.imageDigest !== undefined && input.imageDigest !== digest)
        throw new AwsError('ImageDigestDoesNotMatchException', `The image's digest is ${digest}`);
      const known = repository.images.get(digest);
      const holder = [...repository.images.values()].find(({ tags }) => tag !== undefined && tags.has(tag));
      if (known && (tag === undefined || known.tags.has(tag))) {
        const message = `Image with digest '${digest}' and tag '${tag ?? 'null'}' already exists in ${place(repository)}`;
        throw new AwsError('ImageAlreadyExistsException', message);
      }
      if (holder && repository.immutable) {
        const message = `The image tag '${tag}' already exists in the '${repository.name}' repository and cannot be overwritten because the repository is immutable.`;
        throw new AwsError('ImageTagAlreadyExistsException', message);
      }
      const image = known ?? {
        digest,
        manifest,
        mediaType: input.imageManifestMediaType ?? mediaTypeOf(manifest),
        pushedAt: world.clock.now(),
        tags: new Set<string>(),
      };
      repository.images.set(digest, image);
      if (tag !== undefined) {
        holder?.tags.delete(tag);
        image.tags.add(tag);
      }
      return {
        image: {
          registryId: account,
          repositoryName: repository.name,
          imageId: { imageDigest: digest, ...(tag === undefined ? {} : { imageTag: tag }) },
          imageManifest: manifest,
          imageManifestMediaType: image.mediaType,
        },
      };
    },

    DescribeImages: (input: DescribeImagesRequest): DescribeImagesResponse => {
      const repository = findRepository(registry, input.repositoryName, input.registryId);
      const status = input.filter?.tagStatus ?? 'ANY';
      const found = input.imageIds
        ? input.imageIds.map((id) => find(repository, id))
        : [...repository.images.values()].filter(
            ({ tags }) => status === 'ANY' || (status === 'TAGGED') === tags.size > 0,
          );
      const { items, nextToken } = pageOf(found, {
        token: input.nextToken,
        size: input.maxResults ?? PAGE,
        invalidToken,
      });
      return { imageDetails: items.map((image) => detail(repository, image)), nextToken };
    },
  };
}

function mediaTypeOf(manifest: string): string | undefined {
  try {
    const { mediaType } = JSON.parse(manifest) as { mediaType?: unknown };
    return typeof mediaType === 'string' ? mediaType : undefined;
  } catch {
    throw new AwsError('InvalidParameterException', 'Invalid parameter: imageManifest is not JSON');
  }
}
