import type { GetInstanceProfileResponse } from '../../../shapes/iam.d.ts';
import { found } from './lookups.ts';
import { generatedName } from './names.ts';
import { pick, textsOf } from './properties.ts';
import type { ResourceType } from './resource-type.ts';

export const iamInstanceProfile: ResourceType = {
  type: 'AWS::IAM::InstanceProfile',
  service: 'Iam',
  serves: ['InstanceProfileName', 'Path', 'Roles'],
  latency: 'iam-instance-profile',
  naming: { property: 'InstanceProfileName', generate: generatedName(128) },
  exists: (name, { call }) => found(() => call('iam', 'GetInstanceProfile', { InstanceProfileName: name })),
  create: async (properties, { call }) => {
    await call('iam', 'CreateInstanceProfile', pick(properties, ['InstanceProfileName', 'Path']));
    return String(properties['InstanceProfileName']);
  },
  configure: async (name, properties, { call }) => {
    for (const role of textsOf(properties['Roles']))
      await call('iam', 'AddRoleToInstanceProfile', { InstanceProfileName: name, RoleName: role });
  },
  update: async (name, { previous, desired }, { call }) => {
    const [before, after] = [textsOf(previous['Roles']), textsOf(desired['Roles'])];
    // A profile holds one role at a time.
    for (const role of before.filter((item) => !after.includes(item)))
      await found(() => call('iam', 'RemoveRoleFromInstanceProfile', { InstanceProfileName: name, RoleName: role }));
    for (const role of after.filter((item) => !before.includes(item)))
      await call('iam', 'AddRoleToInstanceProfile', { InstanceProfileName: name, RoleName: role });
  },
  remove: async (name, properties, { call }) => {
    for (const role of textsOf(properties['Roles']))
      await found(() => call('iam', 'RemoveRoleFromInstanceProfile', { InstanceProfileName: name, RoleName: role }));
    await call('iam', 'DeleteInstanceProfile', { InstanceProfileName: name });
  },
  attributes: async (name, _properties, { call }) => {
    const { InstanceProfile: profile } = await call<GetInstanceProfileResponse>('iam', 'GetInstanceProfile', {
      InstanceProfileName: name,
    });
    return { Arn: profile.Arn };
  },
};
