import type { ImageIdentifier } from '@aws-sdk/client-ecr';
import type { EcrImage } from '../../model/preconditions.ts';
import type { Images } from '../../ports/images.ts';
import { type AwsSettings, clientConfig, once } from './clients.ts';
import { calling, isAwsError } from './errors.ts';

export function createImages(settings: AwsSettings): Images {
  const sdk = once(() => import('@aws-sdk/client-ecr'));
  return {
    find: (image) =>
      calling(`looking for image ${image.repository} in ECR`, async () => {
        const { DescribeImagesCommand, ECRClient } = await sdk();
        const client = new ECRClient({ ...clientConfig(settings), region: image.region });
        try {
          const { imageDetails = [] } = await client.send(
            new DescribeImagesCommand({
              registryId: image.account,
              repositoryName: image.repository,
              imageIds: [identifier(image)],
            }),
          );
          const [found] = imageDetails;
          return found?.imageDigest
            ? { digest: found.imageDigest, pushedAt: found.imagePushedAt?.getTime() }
            : 'no-image';
        } catch (error) {
          if (isAwsError(error, 'RepositoryNotFoundException')) return 'no-repository';
          if (isAwsError(error, 'ImageNotFoundException')) return 'no-image';
          throw error;
        } finally {
          client.destroy();
        }
      }),
  };
}

function identifier({ id }: EcrImage): ImageIdentifier {
  return 'tag' in id ? { imageTag: id.tag } : { imageDigest: id.digest };
}
