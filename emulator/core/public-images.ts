import { createHash } from 'node:crypto';

/** A machine image that AWS publishes: SSM tells its id under a public parameter, EC2 describes and launches it. */
export interface PublicImage {
  readonly imageId: string;
  readonly name: string;
  readonly architecture: 'x86_64' | 'arm64';
  /** Whether the ECS agent is part of it. */
  readonly ecsOptimized: boolean;
  readonly os: string;
  readonly version: string;
  /** ISO 8601. */
  readonly creationDate: string;
  /** The public parameter; below it, for ECS-optimised images, `image_id` and the rest. */
  readonly parameter: string;
}

const RELEASE = { al2023: '2023.0.20261016', al2: '2.0.20261016', creationDate: '2026-10-16T21:44:03.000Z' };

/** The newest release of the images that matter to ECS on EC2; ids are made up, but stay the same for a region. */
export function publicImages(region: string): PublicImage[] {
  const image = (facts: Omit<PublicImage, 'imageId' | 'creationDate'>): PublicImage => {
    const digest = createHash('sha256').update(`${region} ${facts.name}`).digest('hex');
    return { ...facts, imageId: `ami-0${digest.slice(0, 16)}`, creationDate: RELEASE.creationDate };
  };
  const ecs = '/aws/service/ecs/optimized-ami';
  return (['x86_64', 'arm64'] as const).flatMap((architecture) => {
    const folder = architecture === 'arm64' ? 'arm64/' : '';
    return [
      image({
        name: `al2023-ami-ecs-hvm-${RELEASE.al2023}-kernel-6.1-${architecture}`,
        architecture,
        ecsOptimized: true,
        os: 'Amazon Linux 2023',
        version: RELEASE.al2023,
        parameter: `${ecs}/amazon-linux-2023/${folder}recommended`,
      }),
      image({
        name: `amzn2-ami-ecs-hvm-${RELEASE.al2}-${architecture}-ebs`,
        architecture,
        ecsOptimized: true,
        os: 'Amazon Linux 2',
        version: RELEASE.al2,
        parameter: `${ecs}/amazon-linux-2/${folder}recommended`,
      }),
      image({
        name: `al2023-ami-${RELEASE.al2023}.0-kernel-6.1-${architecture}`,
        architecture,
        ecsOptimized: false,
        os: 'Amazon Linux 2023',
        version: RELEASE.al2023,
        parameter: `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}`,
      }),
    ];
  });
}
