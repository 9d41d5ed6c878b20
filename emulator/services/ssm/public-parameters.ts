import type { PublicImage } from '../../core/public-images.ts';
import { publicImages } from '../../core/public-images.ts';
import type { StoredParameter } from './store.ts';

const AGENT_VERSION = '1.102.1';
const DOCKER_VERSION = 'Docker version 25.0.14';

/** AWS's own parameters about machine images, as every account can read them. */
export function publicParameters(region: string): StoredParameter[] {
  return publicImages(region).flatMap((image) => {
    const values = image.ecsOptimized ? ecsValues(image) : new Map([['', image.imageId]]);
    return [...values].map(([suffix, value]): StoredParameter => {
      const name = `${image.parameter}${suffix}`;
      const version = { value, version: 1, modifiedAt: Date.parse(image.creationDate) };
      return {
        name,
        arn: `arn:aws:ssm:${region}::parameter${name}`,
        type: 'String',
        dataType: 'text',
        tier: 'Standard',
        description: undefined,
        allowedPattern: undefined,
        keyId: undefined,
        modifiedBy: undefined,
        versions: [version],
      };
    });
  });
}

function ecsValues(image: PublicImage): Map<string, string> {
  const facts = {
    ecs_agent_version: AGENT_VERSION,
    ecs_runtime_version: DOCKER_VERSION,
    image_id: image.imageId,
    image_name: image.name,
    image_version: image.version,
    os: image.os,
    schema_version: '1',
    source_image_name: image.name.replace('-ecs-hvm-', '-minimal-hvm-'),
  };
  const single = Object.entries(facts).map(([key, value]): [string, string] => [`/${key}`, value]);
  return new Map([['', JSON.stringify({ ...facts, schema_version: 1 })], ...single]);
}
