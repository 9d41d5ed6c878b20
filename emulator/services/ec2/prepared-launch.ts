import { AwsError } from '../../core/errors.ts';
import type { PublicImage } from '../../core/public-images.ts';
import type { CallContext } from '../../core/world.ts';
import type { RunInstancesRequest, Tag } from '../../shapes/ec2.d.ts';
import { invalidCombination, invalidValue, missingParameter } from './errors.ts';
import { requestedImage } from './images.ts';
import type { InstanceProfile } from './instance-profiles.ts';
import { profileFinder } from './instance-profiles.ts';
import { requestedType } from './instance-types.ts';
import type { LaunchRequest } from './launch-request.ts';
import { launchRequest } from './launch-request.ts';
import { requestedTemplate, requestedVersion } from './launch-template-versions.ts';
import type { Placing } from './placing.ts';
import { placing } from './placing.ts';
import type { Ec2 } from './state.ts';
import { specifiedTags } from './tags.ts';

/** A launch that EC2 has found nothing wrong with. */
export type PreparedLaunch = Placing & {
  readonly request: LaunchRequest;
  readonly image: PublicImage;
  readonly type: string;
  readonly profile: InstanceProfile | undefined;
  readonly template: { readonly id: string; readonly version: number } | undefined;
  readonly tags: Readonly<Record<(typeof TAGGABLE)[number], readonly Tag[]>>;
};

const USER_DATA_BYTES = 16_384;
const TAGGABLE = ['instance', 'volume', 'network-interface', 'spot-instances-request'] as const;

function checkUserData(userData: string | undefined): void {
  if (userData === undefined) return;
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(userData))
    throw new AwsError('InvalidUserData.Malformed', 'Invalid BASE64 encoding of user data.');
  if (Buffer.from(userData, 'base64').length > USER_DATA_BYTES)
    throw invalidValue(`User data is limited to ${USER_DATA_BYTES} bytes`);
}

function checkProfile(profile: LaunchRequest['IamInstanceProfile']): void {
  if (profile?.Arn !== undefined && profile.Name !== undefined)
    throw invalidCombination(
      "The parameter 'iamInstanceProfile.name' may not be used in combination with 'iamInstanceProfile.arn'",
    );
}

function checkArchitecture(type: { readonly architecture: string }, image: PublicImage): void {
  if (type.architecture !== image.architecture)
    throw invalidValue(
      `The architecture '${type.architecture}' of the specified instance type does not match the architecture '${image.architecture}' of the specified AMI. Specify an instance type and an AMI that have matching architectures, and try again. You can use 'describe-instance-types' or 'describe-images' to discover the architecture of the instance type or AMI.`,
    );
}

/** Makes the check that every launch passes, dry runs included. It changes nothing; refusals are EC2's. */
export function launchPreparation(ec2: Ec2) {
  const findProfile = profileFinder(ec2.world);

  return async (input: RunInstancesRequest, context: CallContext): Promise<PreparedLaunch> => {
    const reference = input.LaunchTemplate;
    const template = reference && requestedTemplate(ec2, reference);
    const version = template && requestedVersion(template, reference?.Version);
    const request = launchRequest(version?.data ?? {}, input);
    if (request.ImageId === undefined) throw missingParameter('ImageId');
    const image = await requestedImage(ec2.world, request.ImageId);
    const type = requestedType(request.InstanceType ?? 'm1.small');
    checkArchitecture(type, image);
    if (request.KeyName !== undefined)
      throw new AwsError('InvalidKeyPair.NotFound', `The key pair '${request.KeyName}' does not exist`);
    checkUserData(request.UserData);
    checkProfile(request.IamInstanceProfile);
    const tags = (resource: (typeof TAGGABLE)[number]): Tag[] =>
      specifiedTags({ specifications: request.TagSpecifications, type: resource, alsoAllowed: TAGGABLE, context });
    return {
      request,
      image,
      type: type.name,
      profile: request.IamInstanceProfile && (await findProfile(request.IamInstanceProfile)),
      template: template && version && { id: template.id, version: version.number },
      tags: {
        instance: tags('instance'),
        volume: tags('volume'),
        'network-interface': tags('network-interface'),
        'spot-instances-request': tags('spot-instances-request'),
      },
      ...placing(ec2, request),
    };
  };
}
