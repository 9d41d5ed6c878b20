import type { CreateLaunchTemplateResult, DescribeLaunchTemplatesResult } from '../../../shapes/ec2.d.ts';
import type { JsonObject } from '../template/json.ts';
import { sameValue } from '../template/json.ts';
import { updateEc2Tags } from './ec2-tags.ts';
import { randomSuffix } from './names.ts';
import { objectsOf, pick } from './properties.ts';
import type { ResourceType } from './resource-type.ts';

const VERSION = ['LaunchTemplateData', 'VersionDescription'];

export const ec2LaunchTemplate: ResourceType = {
  type: 'AWS::EC2::LaunchTemplate',
  service: 'Ec2',
  serves: ['LaunchTemplateName', 'TagSpecifications', ...VERSION],
  latency: 'launch-template',
  naming: {
    property: 'LaunchTemplateName',
    generate: ({ logicalId, random }) => `${logicalId}_${randomSuffix(random)}`,
  },
  create: async (properties, { call }) => {
    const { LaunchTemplate: template } = await call<CreateLaunchTemplateResult>(
      'ec2',
      'CreateLaunchTemplate',
      pick(properties, ['LaunchTemplateName', 'TagSpecifications', ...VERSION]),
    );
    return template?.LaunchTemplateId ?? '';
  },
  // Other data is a new version; the default version stays the first.
  update: async (id, { previous, desired, updatePolicy }, context) => {
    if (!sameValue(pick(previous, VERSION), pick(desired, VERSION)))
      await context.call('ec2', 'CreateLaunchTemplateVersion', { LaunchTemplateId: id, ...pick(desired, VERSION) });
    await updateEc2Tags(id, { previous: tagsOf(previous), desired: tagsOf(desired), updatePolicy }, context);
  },
  remove: async (id, _properties, { call }) => {
    await call('ec2', 'DeleteLaunchTemplate', { LaunchTemplateId: id });
  },
  attributes: async (id, _properties, { call }) => {
    const { LaunchTemplates: templates = [] } = await call<DescribeLaunchTemplatesResult>(
      'ec2',
      'DescribeLaunchTemplates',
      { LaunchTemplateIds: [id] },
    );
    return {
      LaunchTemplateId: id,
      LatestVersionNumber: String(templates[0]?.LatestVersionNumber ?? 1),
      DefaultVersionNumber: String(templates[0]?.DefaultVersionNumber ?? 1),
    };
  },
};

/** The template's own tags stand among specifications for several kinds of resource. */
function tagsOf({ TagSpecifications: specifications }: JsonObject): JsonObject {
  const own = objectsOf(specifications).find(({ ResourceType: type }) => type === 'launch-template');
  return own ? pick(own, ['Tags']) : {};
}
