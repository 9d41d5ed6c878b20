import { AwsError } from '../../core/errors.ts';
import type { PublicImage } from '../../core/public-images.ts';
import { publicImages } from '../../core/public-images.ts';
import type { World } from '../../core/world.ts';
import type { DescribeImagesRequest, DescribeImagesResult, Image as ImageView } from '../../shapes/ec2.d.ts';
import { invalidValue, notFound } from './errors.ts';
import type { FilterTable } from './filters.ts';
import { applyFilters } from './filters.ts';
import { page } from './pages.ts';
import type { Ec2 } from './state.ts';

const ALIAS = 'resolve:ssm:';
/** The account that publishes Amazon's images. */
const AMAZON = '591542846629';

/** `resolve:ssm:<name>[:<version or label>]` becomes the parameter's value; anything else is an id already. */
export async function resolveAlias(world: World, imageId: string): Promise<string> {
  if (!imageId.startsWith(ALIAS)) return imageId;
  const Name = imageId.slice(ALIAS.length);
  try {
    const { Parameter } = await world.call<{ Parameter?: { Value?: string } }>('ssm', 'GetParameter', { Name });
    return Parameter?.Value ?? '';
  } catch (error) {
    if (!(error instanceof AwsError) || !error.code.startsWith('Parameter')) throw error;
    throw invalidValue(
      `Value (${imageId}) for parameter imageId is invalid. The Systems Manager parameter '${Name}' was not found.`,
    );
  }
}

/** The image that a launch names, by id or by alias. */
export async function requestedImage(world: World, idOrAlias: string): Promise<PublicImage> {
  const id = await resolveAlias(world, idOrAlias);
  if (!/^ami-([0-9a-f]{8}|[0-9a-f]{17})$/.test(id))
    throw new AwsError('InvalidAMIID.Malformed', `Invalid id: "${id}" (expecting "ami-...")`);
  const image = publicImages(world.region).find(({ imageId }) => imageId === id);
  if (!image) throw notFound('image', id);
  return image;
}

export const ROOT_DEVICE = '/dev/xvda';
/** The root volume of ECS-optimised Amazon Linux 2023. */
export const ROOT_VOLUME_GIB = 30;

function view({ imageId, name, os, version, architecture, creationDate }: PublicImage): ImageView {
  return {
    ImageId: imageId,
    Name: name,
    Description: `${os} AMI ${version} ${architecture} HVM gp3`,
    CreationDate: creationDate,
    ImageLocation: `amazon/${name}`,
    OwnerId: AMAZON,
    ImageOwnerAlias: 'amazon',
    Public: true,
    State: 'available',
    Architecture: architecture,
    ImageType: 'machine',
    Hypervisor: 'xen',
    VirtualizationType: 'hvm',
    RootDeviceType: 'ebs',
    RootDeviceName: ROOT_DEVICE,
    BlockDeviceMappings: [
      {
        DeviceName: ROOT_DEVICE,
        Ebs: { DeleteOnTermination: true, Encrypted: false, VolumeSize: ROOT_VOLUME_GIB, VolumeType: 'gp3' },
      },
    ],
    EnaSupport: true,
    SriovNetSupport: 'simple',
    ImdsSupport: 'v2.0',
    BootMode: architecture === 'arm64' ? 'uefi' : 'uefi-preferred',
    PlatformDetails: 'Linux/UNIX',
    UsageOperation: 'RunInstances',
  };
}

const FILTERS: FilterTable<PublicImage> = {
  architecture: ({ architecture }) => architecture,
  'creation-date': ({ creationDate }) => creationDate,
  'image-id': ({ imageId }) => imageId,
  'image-type': () => 'machine',
  'is-public': () => true,
  name: ({ name }) => name,
  'owner-alias': () => 'amazon',
  'owner-id': () => AMAZON,
  'root-device-name': () => ROOT_DEVICE,
  'root-device-type': () => 'ebs',
  state: () => 'available',
  'virtualization-type': () => 'hvm',
};

export function imageOperations({ world }: Ec2) {
  return {
    DescribeImages: (input: DescribeImagesRequest): DescribeImagesResult => {
      const images = publicImages(world.region);
      const absent = (input.ImageIds ?? []).filter((id) => !images.some(({ imageId }) => imageId === id));
      if (absent.length > 0) throw notFound('image', ...absent);
      const owned = !input.Owners?.length || input.Owners.some((owner) => owner === 'amazon' || owner === AMAZON);
      const chosen = images.filter(
        ({ imageId }) => owned && (!input.ImageIds?.length || input.ImageIds.includes(imageId)),
      );
      const found = applyFilters(chosen, { filters: input.Filters, table: FILTERS, tags: () => new Map() });
      const { items, nextToken } = page(found, input);
      return { Images: items.map(view), NextToken: nextToken };
    },
  };
}
