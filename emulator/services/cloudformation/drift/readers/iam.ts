import type {
  GetInstanceProfileResponse,
  GetOpenIDConnectProviderResponse,
  GetRolePolicyResponse,
  GetRoleResponse,
  ListAttachedRolePoliciesResponse,
  ListRolePoliciesResponse,
} from '../../../../shapes/iam.d.ts';
import { textsOf } from '../../resources/properties.ts';
import type { ResourceContext } from '../../resources/resource-type.ts';
import type { Json } from '../../template/json.ts';
import type { LiveReader } from '../reader.ts';
import { plain } from '../reader.ts';

const role: LiveReader = {
  exact: ['AssumeRolePolicyDocument', 'Policies'],
  read: async (name, _expected, context) => {
    const { Role: found } = await context.call<GetRoleResponse>('iam', 'GetRole', { RoleName: name });
    const { AttachedPolicies: attached = [] } = await context.call<ListAttachedRolePoliciesResponse>(
      'iam',
      'ListAttachedRolePolicies',
      { RoleName: name },
    );
    const { PolicyNames: inline } = await context.call<ListRolePoliciesResponse>('iam', 'ListRolePolicies', {
      RoleName: name,
    });
    const policies: Json[] = [];
    for (const PolicyName of inline)
      policies.push({ PolicyName, PolicyDocument: await inlineDocument(name, PolicyName, context) });
    const { RoleName, Path, Description, MaxSessionDuration, Tags } = found;
    return {
      ...plain({ RoleName, Path, Description, MaxSessionDuration, Tags }),
      ...plain({ PermissionsBoundary: found.PermissionsBoundary?.PermissionsBoundaryArn }),
      AssumeRolePolicyDocument: decoded(found.AssumeRolePolicyDocument),
      ManagedPolicyArns: attached.map(({ PolicyArn: arn = '' }) => arn),
      Policies: policies,
    };
  },
};

const instanceProfile: LiveReader = {
  read: async (name, _expected, { call }) => {
    const { InstanceProfile: found } = await call<GetInstanceProfileResponse>('iam', 'GetInstanceProfile', {
      InstanceProfileName: name,
    });
    const { InstanceProfileName, Path } = found;
    return { InstanceProfileName, Path, Roles: found.Roles.map(({ RoleName }) => RoleName) };
  },
};

const oidcProvider: LiveReader = {
  read: async (arn, _expected, { call }) => {
    const found = await call<GetOpenIDConnectProviderResponse>('iam', 'GetOpenIDConnectProvider', {
      OpenIDConnectProviderArn: arn,
    });
    const { Url, ClientIDList, ThumbprintList, Tags } = found;
    return plain({ Url: `https://${Url}`, ClientIdList: ClientIDList, ThumbprintList, Tags });
  },
};

/** Read in the first of its roles: every role has a copy. */
const policy: LiveReader = {
  exact: ['PolicyDocument'],
  read: async (_id, { PolicyName, Roles }, context) => {
    const [first = ''] = textsOf(Roles);
    const PolicyDocument = await inlineDocument(first, String(PolicyName), context);
    return plain({ PolicyName, Roles, PolicyDocument });
  },
};

async function inlineDocument(RoleName: string, PolicyName: string, { call }: ResourceContext): Promise<Json> {
  const answer = await call<GetRolePolicyResponse>('iam', 'GetRolePolicy', { RoleName, PolicyName });
  return decoded(answer.PolicyDocument);
}

/** IAM answers documents URL-encoded. */
function decoded(document: string | undefined): Json {
  return JSON.parse(decodeURIComponent(document ?? '{}')) as Json;
}

export const IAM_READERS: Readonly<Record<string, LiveReader>> = {
  'AWS::IAM::InstanceProfile': instanceProfile,
  'AWS::IAM::OIDCProvider': oidcProvider,
  'AWS::IAM::Policy': policy,
  'AWS::IAM::Role': role,
};
