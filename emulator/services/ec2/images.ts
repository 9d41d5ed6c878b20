import { AwsError } from '../../core/errors.ts';
import type { World } from '../../core/world.ts';
import type { DescribeImagesRequest, DescribeImagesResult, Image as ImageView } from '../../shapes/ec2.d.ts';
import { invalidValue, notFound } from './errors.ts';
import type { FilterTable } from './filters.ts';
import { applyFilters } from './filters.ts';
import { page } from './pages.ts';
import type { Ec2 } from './state.ts';

/** An Amazon machine image that AWS offers; the account has none of its own. */
export interface Image {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly architecture: 'x86_64' | 'arm64';
}

/** Where AWS publishes the ids of its images, in every region. */
const PUBLISHED = ['/aws/service/ecs/optimized-ami', '/aws/service/ami-amazon-linux-latest'];
const ALIAS = 'resolve:ssm:';
/** The account that publishes Amazon's images. */
const AMAZON = '591542846629';

interface Parameters {
  readonly Parameters?: readonly { readonly Name?: string; readonly Value?: string }[];
  readonly NextToken?: string;
}

/**
 * Every image that Systems Manager's public parameters name: the two services agree because AWS publishes an image only
 * together with its parameter.
 */
export async function publicImages(world: World): Promise<ReadonlyMap<string, Image>> {
  const images = new Map<string, Image>();
  for (const Path of PUBLISHED) {
    let NextToken: string | undefined;
    do {
      const answer: Parameters = await world.call('ssm', 'GetParametersByPath', { Path, Recursive: true, NextToken });
      for (const { Name = '', Value = '' } of answer.Parameters ?? []) {
        const image = imageOf(Name, Value);
        if (image && (!images.has(image.id) || Value.startsWith('{'))) images.set(image.id, image);
      }
      NextToken = answer.NextToken;
    } while (NextToken !== undefined);
  }
  return images;
}

/** A parameter holds an image's id, or a JSON description with its id and name. */
function imageOf(parameter: string, value: string): Image | undefined {
  const described: { image_id?: string; image_name?: string; os?: string } = value.startsWith('{')
    ? JSON.parse(value)
    : { image_id: value };
  const { image_id: id, image_name: name = parameter.split('/').slice(3).join('-') } = described;
  if (id === undefined || !/^ami-[0-9a-f]+$/.test(id)) return undefined;
  const architecture = /arm64|aarch64/.test(`${parameter} ${name}`) ? 'arm64' : 'x86_64';
  return { id, name, description: described.os ?? name, architecture };
}

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
export async function requestedImage(world: World, imageId: string): Promise<Image> {
  const id = await resolveAlias(world, imageId);
  if (!/^ami-([0-9a-f]{8}|[0-9a-f]{17})$/.test(id))
    throw new AwsError('InvalidAMIID.Malformed', `Invalid id: "${id}" (expecting "ami-...")`);
  const image = (await publicImages(world)).get(id);
  if (!image) throw notFound('image', id);
  return image;
}

export const ROOT_DEVICE = '/dev/xvda';
/** The root volume of ECS-optimised Amazon Linux 2023. */
export const ROOT_VOLUME_GIB = 30;

function view({ id, name, description, architecture }: Image): ImageView {
  return {
    ImageId: id,
    Name: name,
    Description: description,
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

const FILTERS: FilterTable<Image> = {
  architecture: ({ architecture }) => architecture,
  'image-id': ({ id }) => id,
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
    DescribeImages: async (input: DescribeImagesRequest): Promise<DescribeImagesResult> => {
      const images = await publicImages(world);
      const absent = (input.ImageIds ?? []).filter((id) => !images.has(id));
      if (absent.length > 0) throw notFound('image', ...absent);
      const owned = !input.Owners?.length || input.Owners.some((owner) => owner === 'amazon' || owner === AMAZON);
      const chosen = [...images.values()].filter(
        ({ id }) => owned && (!input.ImageIds?.length || input.ImageIds.includes(id)),
      );
      const found = applyFilters(chosen, { filters: input.Filters, table: FILTERS, tags: () => new Map() });
      const { items, nextToken } = page(found, input);
      return { Images: items.map(view), NextToken: nextToken };
    },
  };
}
