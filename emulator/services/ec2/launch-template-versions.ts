import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  CreateLaunchTemplateVersionRequest,
  CreateLaunchTemplateVersionResult,
  DeleteLaunchTemplateVersionsRequest,
  DeleteLaunchTemplateVersionsResult,
  DescribeLaunchTemplateVersionsRequest,
  DescribeLaunchTemplateVersionsResult,
  LaunchTemplateVersion as VersionView,
} from '../../shapes/ec2.d.ts';
import { invalidValue, missingParameter } from './errors.ts';
import { applyFilters } from './filters.ts';
import { resolveAlias } from './images.ts';
import { page } from './pages.ts';
import type { Ec2, LaunchTemplate, LaunchTemplateVersion } from './state.ts';

interface Reference {
  readonly LaunchTemplateId?: string | undefined;
  readonly LaunchTemplateName?: string | undefined;
}

/** The template that a request names by exactly one of id and name. */
export function requestedTemplate(ec2: Ec2, { LaunchTemplateId, LaunchTemplateName }: Reference): LaunchTemplate {
  if (LaunchTemplateId !== undefined && LaunchTemplateName !== undefined)
    throw new AwsError(
      'InvalidParameterCombination',
      'Launch template ID and launch template name may not both be specified. Specify only one of them.',
    );
  if (LaunchTemplateId !== undefined) {
    const template = ec2.templates.get(LaunchTemplateId);
    if (template) return template;
    throw new AwsError(
      'InvalidLaunchTemplateId.NotFound',
      `The specified launch template, with template ID ${LaunchTemplateId}, does not exist.`,
    );
  }
  if (LaunchTemplateName === undefined) throw missingParameter('LaunchTemplateId');
  const template = [...ec2.templates.values()].find(({ name }) => name === LaunchTemplateName);
  if (template) return template;
  throw new AwsError(
    'InvalidLaunchTemplateName.NotFoundException',
    `The specified launch template, with template name ${LaunchTemplateName}, does not exist.`,
  );
}

export const latestVersion = ({ versions }: LaunchTemplate): number => Math.max(...versions.keys());

/** A version by number, `$Latest` or `$Default`; the default where none is asked for. */
export function requestedVersion(template: LaunchTemplate, version: string | undefined): LaunchTemplateVersion {
  const found = template.versions.get(versionNumber(template, version ?? '$Default'));
  if (found) return found;
  throw new AwsError(
    'InvalidLaunchTemplateId.VersionNotFound',
    `Could not find the specified version ${version} for the launch template with ID ${template.id}.`,
  );
}

function versionNumber(template: LaunchTemplate, version: string): number {
  if (version === '$Latest') return latestVersion(template);
  if (version === '$Default') return template.defaultVersion;
  if (/^\d+$/.test(version)) return Number(version);
  throw new AwsError(
    'InvalidLaunchTemplateVersion.Malformed',
    `Invalid launch template version '${version}'. The value must be a version number, $Latest, or $Default.`,
  );
}

function view(template: LaunchTemplate, version: LaunchTemplateVersion): VersionView {
  return {
    LaunchTemplateId: template.id,
    LaunchTemplateName: template.name,
    VersionNumber: version.number,
    VersionDescription: version.description,
    CreateTime: version.createdAt,
    CreatedBy: version.createdBy,
    DefaultVersion: version.number === template.defaultVersion,
    LaunchTemplateData: version.data,
  };
}

function chosenVersions(
  ec2: Ec2,
  input: DescribeLaunchTemplateVersionsRequest,
): [LaunchTemplate, LaunchTemplateVersion][] {
  const { Versions, MinVersion, MaxVersion } = input;
  if (input.LaunchTemplateId === undefined && input.LaunchTemplateName === undefined) {
    if (!Versions?.length) throw missingParameter('LaunchTemplateId');
    if (Versions.some((version) => version !== '$Latest' && version !== '$Default'))
      throw invalidValue('You can only describe $Latest and $Default versions of all launch templates in the account.');
    return [...ec2.templates.values()].flatMap((template) =>
      [...new Set(Versions.map((version) => requestedVersion(template, version)))].map(
        (version): [LaunchTemplate, LaunchTemplateVersion] => [template, version],
      ),
    );
  }
  const template = requestedTemplate(ec2, input);
  const low = Number(MinVersion ?? 1);
  const high = Number(MaxVersion ?? latestVersion(template));
  const versions = Versions?.length
    ? [...new Set(Versions.map((version) => requestedVersion(template, version)))]
    : [...template.versions.values()].filter(({ number }) => low <= number && number <= high);
  return versions.sort((a, b) => b.number - a.number).map((version) => [template, version]);
}

export function launchTemplateVersionOperations(ec2: Ec2) {
  return {
    /** Without a source version the new one holds nothing but what is given. */
    CreateLaunchTemplateVersion: (
      input: CreateLaunchTemplateVersionRequest,
      { caller }: CallContext,
    ): CreateLaunchTemplateVersionResult => {
      const template = requestedTemplate(ec2, input);
      const source = input.SourceVersion === undefined ? {} : requestedVersion(template, input.SourceVersion).data;
      const version: LaunchTemplateVersion = {
        number: latestVersion(template) + 1,
        description: input.VersionDescription,
        createdAt: ec2.world.clock.now(),
        createdBy: caller.arn,
        data: { ...source, ...input.LaunchTemplateData },
      };
      template.versions.set(version.number, version);
      return { LaunchTemplateVersion: view(template, version) };
    },

    DeleteLaunchTemplateVersions: (input: DeleteLaunchTemplateVersionsRequest): DeleteLaunchTemplateVersionsResult => {
      const template = requestedTemplate(ec2, input);
      const identity = { LaunchTemplateId: template.id, LaunchTemplateName: template.name };
      const deleted: number[] = [];
      const kept: { number: number; code: 'launchTemplateVersionDoesNotExist' | 'unexpectedError'; message: string }[] =
        [];
      for (const number of input.Versions.map(Number)) {
        if (number === template.defaultVersion)
          kept.push({
            number,
            code: 'unexpectedError',
            message: `Cannot delete the default version of launch template ${template.id}.`,
          });
        else if (template.versions.delete(number)) deleted.push(number);
        else
          kept.push({
            number,
            code: 'launchTemplateVersionDoesNotExist',
            message: `The launch template version ${number} does not exist.`,
          });
      }
      return {
        SuccessfullyDeletedLaunchTemplateVersions: deleted.map((VersionNumber) => ({ ...identity, VersionNumber })),
        UnsuccessfullyDeletedLaunchTemplateVersions: kept.map(({ number, code, message }) => ({
          ...identity,
          VersionNumber: number,
          ResponseError: { Code: code, Message: message },
        })),
      };
    },

    /** With ResolveAlias an image given as `resolve:ssm:…` is answered as the id that it stands for now. */
    DescribeLaunchTemplateVersions: async (
      input: DescribeLaunchTemplateVersionsRequest,
    ): Promise<DescribeLaunchTemplateVersionsResult> => {
      const found = applyFilters(chosenVersions(ec2, input), {
        filters: input.Filters,
        table: {
          'create-time': ([, { createdAt }]) => new Date(createdAt).toISOString(),
          'image-id': ([, { data }]) => data.ImageId,
          'instance-type': ([, { data }]) => data.InstanceType,
          'is-default-version': ([template, { number }]) => template.defaultVersion === number,
          'iam-instance-profile': ([, { data }]) => data.IamInstanceProfile?.Arn,
        },
        tags: () => new Map(),
      });
      const { items, nextToken } = page(found, input);
      const views = items.map(([template, version]) => view(template, version));
      if (input.ResolveAlias)
        for (const shown of views) {
          const ImageId = shown.LaunchTemplateData?.ImageId;
          if (ImageId !== undefined)
            shown.LaunchTemplateData = { ...shown.LaunchTemplateData, ImageId: await resolveAlias(ec2.world, ImageId) };
        }
      return { LaunchTemplateVersions: views, NextToken: nextToken };
    },
  };
}
