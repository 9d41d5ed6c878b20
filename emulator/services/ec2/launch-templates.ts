import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  CreateLaunchTemplateRequest,
  CreateLaunchTemplateResult,
  DeleteLaunchTemplateRequest,
  DeleteLaunchTemplateResult,
  DescribeLaunchTemplatesRequest,
  DescribeLaunchTemplatesResult,
  LaunchTemplate as LaunchTemplateView,
  ModifyLaunchTemplateRequest,
  ModifyLaunchTemplateResult,
} from '../../shapes/ec2.d.ts';
import { missingParameter } from './errors.ts';
import { applyFilters } from './filters.ts';
import { latestVersion, requestedTemplate, requestedVersion } from './launch-template-versions.ts';
import { page } from './pages.ts';
import type { Ec2, LaunchTemplate } from './state.ts';
import { newId } from './state.ts';
import { putTags, specifiedTags, tagList, tagsOf } from './tags.ts';

function view(ec2: Ec2, template: LaunchTemplate): LaunchTemplateView {
  return {
    LaunchTemplateId: template.id,
    LaunchTemplateName: template.name,
    CreateTime: template.createdAt,
    CreatedBy: template.createdBy,
    DefaultVersionNumber: template.defaultVersion,
    LatestVersionNumber: latestVersion(template),
    Tags: tagList(ec2, template.id),
  };
}

/** EC2 keeps almost everything in a template unchecked until something is launched from it. */
export function launchTemplateOperations(ec2: Ec2) {
  return {
    CreateLaunchTemplate: (input: CreateLaunchTemplateRequest, context: CallContext): CreateLaunchTemplateResult => {
      const { LaunchTemplateName: name, LaunchTemplateData: data } = input;
      if (!/^[a-zA-Z0-9().\-/_]{3,128}$/.test(name))
        throw new AwsError(
          'InvalidLaunchTemplateName.MalformedException',
          'A launch template name must be between 3 and 128 characters, and may contain letters, numbers, and the following characters: - ( ) . / _',
        );
      if (Object.keys(data).length === 0) throw missingParameter('LaunchTemplateData');
      if ([...ec2.templates.values()].some((template) => template.name === name))
        throw new AwsError('InvalidLaunchTemplateName.AlreadyExistsException', 'Launch template name already in use.');
      const tags = specifiedTags({ specifications: input.TagSpecifications, type: 'launch-template', context });
      const createdAt = ec2.world.clock.now();
      const createdBy = context.caller.arn;
      const first = { number: 1, description: input.VersionDescription, createdAt, createdBy, data };
      const template: LaunchTemplate = {
        id: newId(ec2, 'lt'),
        name,
        createdAt,
        createdBy,
        defaultVersion: 1,
        versions: new Map([[1, first]]),
      };
      ec2.templates.set(template.id, template);
      putTags(ec2, template.id, tags, context);
      return { LaunchTemplate: view(ec2, template) };
    },

    DeleteLaunchTemplate: (input: DeleteLaunchTemplateRequest): DeleteLaunchTemplateResult => {
      const template = requestedTemplate(ec2, input);
      const shown = view(ec2, template);
      ec2.templates.delete(template.id);
      ec2.tags.delete(template.id);
      return { LaunchTemplate: shown };
    },

    DescribeLaunchTemplates: (input: DescribeLaunchTemplatesRequest): DescribeLaunchTemplatesResult => {
      const named = [
        ...(input.LaunchTemplateIds ?? []).map((LaunchTemplateId) => requestedTemplate(ec2, { LaunchTemplateId })),
        ...(input.LaunchTemplateNames ?? []).map((LaunchTemplateName) =>
          requestedTemplate(ec2, { LaunchTemplateName }),
        ),
      ];
      const found = applyFilters(named.length > 0 ? [...new Set(named)] : [...ec2.templates.values()], {
        filters: input.Filters,
        table: {
          'create-time': ({ createdAt }) => new Date(createdAt).toISOString(),
          'launch-template-name': ({ name }) => name,
        },
        tags: ({ id }) => tagsOf(ec2, id),
      });
      const { items, nextToken } = page(found, input);
      return { LaunchTemplates: items.map((template) => view(ec2, template)), NextToken: nextToken };
    },

    ModifyLaunchTemplate: (input: ModifyLaunchTemplateRequest): ModifyLaunchTemplateResult => {
      const template = requestedTemplate(ec2, input);
      if (input.DefaultVersion !== undefined)
        template.defaultVersion = requestedVersion(template, input.DefaultVersion).number;
      return { LaunchTemplate: view(ec2, template) };
    },
  };
}
