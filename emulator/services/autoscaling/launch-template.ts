import { AwsError } from '../../core/errors.ts';
import type { LaunchTemplateSpecification } from '../../shapes/autoscaling.d.ts';
import type { DescribeLaunchTemplateVersionsResult, LaunchTemplateVersion } from '../../shapes/ec2.d.ts';
import { invalid } from './errors.ts';
import type { AutoScaling, LaunchTemplateReference } from './state.ts';

const refusal = (message: string): AwsError => invalid(`You must use a valid fully-formed launch template. ${message}`);

async function describe({ world }: AutoScaling, input: object): Promise<LaunchTemplateVersion> {
  const { LaunchTemplateVersions } = await world
    .call<DescribeLaunchTemplateVersionsResult>('ec2', 'DescribeLaunchTemplateVersions', input)
    .catch((error: unknown) => {
      throw error instanceof AwsError ? refusal(error.message) : error;
    });
  const [version] = LaunchTemplateVersions ?? [];
  if (!version) throw refusal('The launch template has no such version.');
  return version;
}

/** A template as a group keeps it: by id and name, the version as it was given. Throws if EC2 does not know it. */
export async function referenceTo(
  asg: AutoScaling,
  specification: LaunchTemplateSpecification,
): Promise<LaunchTemplateReference> {
  const { LaunchTemplateId, LaunchTemplateName, Version = '$Default' } = specification;
  if ((LaunchTemplateId === undefined) === (LaunchTemplateName === undefined))
    throw invalid('Valid requests must contain either launchTemplateId or LaunchTemplateName');
  const found = await describe(asg, { LaunchTemplateId, LaunchTemplateName, Versions: [Version] });
  return { id: found.LaunchTemplateId ?? '', name: found.LaunchTemplateName ?? '', version: Version };
}

/** The numbered version that a reference means now, and the image that it would launch. */
export async function resolveTemplate(
  asg: AutoScaling,
  { id, name, version }: LaunchTemplateReference,
): Promise<{
  reference: LaunchTemplateReference;
  imageId: string | undefined;
  hasInterface: boolean;
  interface: object;
}> {
  const found = await describe(asg, { LaunchTemplateId: id, Versions: [version], ResolveAlias: true });
  const [primary] = found.LaunchTemplateData?.NetworkInterfaces ?? [];
  return {
    reference: { id, name, version: String(found.VersionNumber) },
    imageId: found.LaunchTemplateData?.ImageId,
    hasInterface: primary !== undefined,
    interface: primary ?? {},
  };
}

/** Where an instance of the template is put: a template with a network interface has the subnet on that. */
export function inSubnet(template: { hasInterface: boolean; interface: object }, SubnetId: string): object {
  return template.hasInterface ? { NetworkInterfaces: [{ ...template.interface, SubnetId }] } : { SubnetId };
}

/** Auto Scaling tries a template out, by a dry run, before a group may have it. */
export async function tryTemplate(
  asg: AutoScaling,
  reference: LaunchTemplateReference,
  subnetId: string,
): Promise<void> {
  const resolved = await resolveTemplate(asg, reference);
  const { id: LaunchTemplateId, version: Version } = resolved.reference;
  const input = {
    MinCount: 1,
    MaxCount: 1,
    DryRun: true,
    LaunchTemplate: { LaunchTemplateId, Version },
    ...inSubnet(resolved, subnetId),
  };
  await asg.world.call('ec2', 'RunInstances', input).catch((error: unknown) => {
    if (!(error instanceof AwsError)) throw error;
    if (error.code !== 'DryRunOperation') throw refusal(error.message);
  });
}

export const templateView = ({ id, name, version }: LaunchTemplateReference): LaunchTemplateSpecification => ({
  LaunchTemplateId: id,
  LaunchTemplateName: name,
  Version: version,
});
