import type { GetRoleResponse } from '../../../shapes/iam.d.ts';
import type { JsonObject } from '../template/json.ts';
import { sameValue } from '../template/json.ts';
import { found } from './lookups.ts';
import { generatedName } from './names.ts';
import { documentText, objectsOf, pick, textsOf } from './properties.ts';
import type { Change, ResourceContext, ResourceType } from './resource-type.ts';
import { Refused } from './resource-type.ts';
import { reconcileTags } from './tag-changes.ts';

const SETTINGS = ['Description', 'MaxSessionDuration'];

export const iamRole: ResourceType = {
  type: 'AWS::IAM::Role',
  service: 'Iam',
  serves: [
    'AssumeRolePolicyDocument',
    'ManagedPolicyArns',
    'Path',
    'PermissionsBoundary',
    'Policies',
    'RoleName',
    'Tags',
    ...SETTINGS,
  ],
  latency: 'iam-role',
  naming: { property: 'RoleName', generate: generatedName(64) },
  exists: (name, { call }) => found(() => call('iam', 'GetRole', { RoleName: name })),
  create: async (properties, { call }) => {
    await call('iam', 'CreateRole', {
      ...pick(properties, ['RoleName', 'Path', 'PermissionsBoundary', 'Tags', ...SETTINGS]),
      AssumeRolePolicyDocument: documentText(properties['AssumeRolePolicyDocument']),
    });
    return String(properties['RoleName']);
  },
  configure: (name, properties, context) => reconcilePolicies(name, {}, properties, context),
  update: async (name, change, context) => {
    await updateSettings(name, change, context);
    await reconcilePolicies(name, change.previous, change.desired, context);
    await reconcileTags(change.previous['Tags'], change.desired['Tags'], {
      add: (tags) => context.call('iam', 'TagRole', { RoleName: name, Tags: tags }),
      remove: (keys) => context.call('iam', 'UntagRole', { RoleName: name, TagKeys: keys }),
    });
  },
  remove: async (name, properties, context) => {
    await reconcilePolicies(name, properties, {}, context);
    await context.call('iam', 'DeleteRole', { RoleName: name });
  },
  attributes: async (name, _properties, { call }) => {
    const { Role: role } = await call<GetRoleResponse>('iam', 'GetRole', { RoleName: name });
    return { Arn: role.Arn, RoleId: role.RoleId };
  },
};

async function updateSettings(name: string, { previous, desired }: Change, { call }: ResourceContext): Promise<void> {
  if (!sameValue(previous['AssumeRolePolicyDocument'], desired['AssumeRolePolicyDocument']))
    await call('iam', 'UpdateAssumeRolePolicy', {
      RoleName: name,
      PolicyDocument: documentText(desired['AssumeRolePolicyDocument']),
    });
  if (!sameValue(pick(previous, SETTINGS), pick(desired, SETTINGS)))
    await call('iam', 'UpdateRole', { RoleName: name, Description: '', ...pick(desired, SETTINGS) });
  if (!sameValue(previous['PermissionsBoundary'], desired['PermissionsBoundary']))
    throw new Refused('A change of PermissionsBoundary is not supported by this emulator');
}

/** Attaches and detaches managed policies, writes and deletes inline ones. */
async function reconcilePolicies(
  name: string,
  previous: JsonObject,
  desired: JsonObject,
  { call }: ResourceContext,
): Promise<void> {
  const [attached, wanted] = [previous, desired].map((properties) => textsOf(properties['ManagedPolicyArns']));
  for (const arn of attached ?? [])
    if (!wanted?.includes(arn)) await found(() => call('iam', 'DetachRolePolicy', { RoleName: name, PolicyArn: arn }));
  for (const arn of wanted ?? [])
    if (!attached?.includes(arn)) await call('iam', 'AttachRolePolicy', { RoleName: name, PolicyArn: arn });
  const [before, after] = [previous, desired].map(
    (properties) => new Map(objectsOf(properties['Policies']).map((policy) => [String(policy['PolicyName']), policy])),
  );
  for (const policy of before?.keys() ?? [])
    if (!after?.has(policy)) await found(() => call('iam', 'DeleteRolePolicy', { RoleName: name, PolicyName: policy }));
  for (const [policy, { PolicyDocument: document }] of after ?? [])
    if (!sameValue(before?.get(policy)?.['PolicyDocument'], document))
      await call('iam', 'PutRolePolicy', {
        RoleName: name,
        PolicyName: policy,
        PolicyDocument: documentText(document),
      });
}
