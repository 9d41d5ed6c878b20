import { sameValue } from '../template/json.ts';
import { found } from './lookups.ts';
import { randomSuffix } from './names.ts';
import { documentText, textsOf } from './properties.ts';
import type { ResourceType } from './resource-type.ts';
import { Refused } from './resource-type.ts';

/** A policy inside roles. Users and groups are not served by the emulated IAM. */
export const iamPolicy: ResourceType = {
  type: 'AWS::IAM::Policy',
  service: 'Iam',
  serves: ['PolicyDocument', 'PolicyName', 'Roles'],
  latency: 'iam-role',
  create: async (properties, { call, stackName, logicalId, random }) => {
    const roles = textsOf(properties['Roles']);
    if (roles.length === 0) throw new Refused('At least one of [Groups,Roles,Users] must be non-empty.');
    for (const role of roles)
      await call('iam', 'PutRolePolicy', {
        RoleName: role,
        PolicyName: properties['PolicyName'],
        PolicyDocument: documentText(properties['PolicyDocument']),
      });
    return `${stackName.slice(0, 5)}-${logicalId.slice(0, 4)}-${randomSuffix(random)}`;
  },
  update: async (_id, { previous, desired }, { call }) => {
    const renamed = previous['PolicyName'] !== desired['PolicyName'];
    const rewritten = renamed || !sameValue(previous['PolicyDocument'], desired['PolicyDocument']);
    const [before, after] = [textsOf(previous['Roles']), textsOf(desired['Roles'])];
    for (const role of after)
      if (rewritten || !before.includes(role))
        await call('iam', 'PutRolePolicy', {
          RoleName: role,
          PolicyName: desired['PolicyName'],
          PolicyDocument: documentText(desired['PolicyDocument']),
        });
    for (const role of before)
      if (renamed || !after.includes(role))
        await found(() => call('iam', 'DeleteRolePolicy', { RoleName: role, PolicyName: previous['PolicyName'] }));
  },
  remove: async (_id, properties, { call }) => {
    for (const role of textsOf(properties['Roles']))
      await found(() => call('iam', 'DeleteRolePolicy', { RoleName: role, PolicyName: properties['PolicyName'] }));
  },
  attributes: async (id) => ({ Id: id }),
};
