import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { createTestWorld } from '../../core/testing.ts';
import type {
  CreateRepositoryResponse,
  DescribeImagesResponse,
  DescribeRepositoriesResponse,
  PutImageResponse,
} from '../../shapes/ecr.d.ts';
import { createService } from './service.ts';

const MANIFEST = JSON.stringify({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.manifest.v1+json' });
const DIGEST = `sha256:${createHash('sha256').update(MANIFEST).digest('hex')}`;

function registry() {
  const { world } = createTestWorld({ services: (each) => ({ ecr: createService(each) }) });
  return <Output = unknown>(operation: string, input: object): Promise<Output> => world.call('ecr', operation, input);
}

async function withRepository(settings: object = {}) {
  const call = registry();
  await call('CreateRepository', { repositoryName: 'app', ...settings });
  return call;
}

test('a repository says where it is', async () => {
  const { repository } = await registry()<CreateRepositoryResponse>('CreateRepository', { repositoryName: 'team/app' });
  expect(repository).toMatchObject({
    repositoryArn: 'arn:aws:ecr:ap-northeast-1:123456789012:repository/team/app',
    repositoryUri: '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/team/app',
    imageTagMutability: 'MUTABLE',
  });
});

test('an image is found by its tag and by the digest of its manifest', async () => {
  const call = await withRepository();
  const { image } = await call<PutImageResponse>('PutImage', {
    repositoryName: 'app',
    imageManifest: MANIFEST,
    imageTag: '1',
  });
  expect(image?.imageId).toEqual({ imageDigest: DIGEST, imageTag: '1' });
  for (const id of [{ imageTag: '1' }, { imageDigest: DIGEST }]) {
    const { imageDetails } = await call<DescribeImagesResponse>('DescribeImages', {
      repositoryName: 'app',
      imageIds: [id],
    });
    expect(imageDetails).toMatchObject([{ imageDigest: DIGEST, imageTags: ['1'] }]);
  }
});

test.each([
  [{ repositoryName: 'other' }, 'RepositoryNotFoundException', "The repository with name 'other' does not exist"],
  [{ repositoryName: 'app', imageIds: [{ imageTag: '2' }] }, 'ImageNotFoundException', "imageTag:'2'} does not exist"],
  [{ repositoryName: 'app', registryId: '999999999999' }, 'AccessDeniedException', 'no resource-based policy allows'],
])('what is not there is refused: %o', async (request, code, message) => {
  const call = await withRepository();
  await expect(call('DescribeImages', request)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(message),
  });
});

test('a tag moves to another image, unless the repository is immutable', async () => {
  const second = { repositoryName: 'app', imageManifest: '{"schemaVersion":2}', imageTag: '1' };
  const first = { ...second, imageManifest: MANIFEST };
  const mutable = await withRepository();
  await mutable('PutImage', first);
  await expect(mutable('PutImage', first)).rejects.toMatchObject({ code: 'ImageAlreadyExistsException' });
  await mutable('PutImage', second);
  const untagged = { repositoryName: 'app', filter: { tagStatus: 'UNTAGGED' } };
  expect(await mutable('DescribeImages', untagged)).toMatchObject({ imageDetails: [{ imageDigest: DIGEST }] });
  const immutable = await withRepository({ imageTagMutability: 'IMMUTABLE' });
  await immutable('PutImage', first);
  await expect(immutable('PutImage', second)).rejects.toMatchObject({ code: 'ImageTagAlreadyExistsException' });
});

test('a repository with images goes only by force', async () => {
  const call = await withRepository();
  await call('PutImage', { repositoryName: 'app', imageManifest: MANIFEST });
  await expect(call('DeleteRepository', { repositoryName: 'app' })).rejects.toMatchObject({
    code: 'RepositoryNotEmptyException',
  });
  await call('DeleteRepository', { repositoryName: 'app', force: true });
  expect(await call('DescribeRepositories', {})).toMatchObject({ repositories: [] });
});

test('what tasks can pull from this registry is in it, and nothing else', async () => {
  const here = '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com';
  const digest = `sha256:${'a'.repeat(64)}`;
  const images = [`${here}/team/app:1`, `${here}/team/app@${digest}`, 'nginx:1', `${here.replace('1', '2')}/x:1`];
  const { world } = createTestWorld({ services: (each) => ({ ecr: createService(each, images) }) });
  const { repositories } = await world.call<DescribeRepositoriesResponse>('ecr', 'DescribeRepositories', {});
  expect(repositories?.map(({ repositoryName }) => repositoryName)).toEqual(['team/app']);
  const request = { repositoryName: 'team/app', imageIds: [{ imageTag: '1' }, { imageDigest: digest }] };
  const { imageDetails } = await world.call<DescribeImagesResponse>('ecr', 'DescribeImages', request);
  expect(imageDetails).toMatchObject([{ imageTags: ['1'] }, { imageDigest: digest }]);
});
