import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  AttachRolePolicyRequest,
  DeleteRolePolicyRequest,
  DetachRolePolicyRequest,
  GetRolePolicyRequest,
  GetRolePolicyResponse,
  ListAttachedRolePoliciesRequest,
  ListAttachedRolePoliciesResponse,
  ListRolePoliciesRequest,
  ListRolePoliciesResponse,
  PutRolePolicyRequest,
} from '../../shapes/iam.d.ts';
import { isManagedPolicy } from './managed-policies.ts';
import { listPage } from './pages.ts';
import { checkPermissions } from './policy-documents.ts';
import { encoded } from './roles.ts';
import type { Iam } from './state.ts';
import { findOwnRole, findRole, noSuchEntity } from './state.ts';

const ATTACHED_LIMIT = 10;
/** Characters of all inline policies of a role together, white space not counted. */
const INLINE_LIMIT = 10_240;

export function rolePolicyOperations(iam: Iam) {
  return {
    AttachRolePolicy: ({ RoleName, PolicyArn }: AttachRolePolicyRequest, context: CallContext): void => {
      const { attached } = findOwnRole(iam, RoleName, context);
      if (!isManagedPolicy(PolicyArn)) throw noSuchEntity(`Policy ${PolicyArn} does not exist or is not attachable.`);
      if (!attached.has(PolicyArn) && attached.size >= ATTACHED_LIMIT)
        throw new AwsError('LimitExceeded', `Cannot exceed quota for PoliciesPerRole: ${ATTACHED_LIMIT}`);
      attached.add(PolicyArn);
    },

    DetachRolePolicy: ({ RoleName, PolicyArn }: DetachRolePolicyRequest, context: CallContext): void => {
      const { attached } = findOwnRole(iam, RoleName, context);
      if (!attached.delete(PolicyArn)) throw noSuchEntity(`Policy ${PolicyArn} was not found.`);
    },

    ListAttachedRolePolicies: (
      input: ListAttachedRolePoliciesRequest,
      context: CallContext,
    ): ListAttachedRolePoliciesResponse => {
      const arns = [...findRole(iam, input.RoleName, context).attached].filter((arn) =>
        arn.slice(arn.indexOf('/')).startsWith(input.PathPrefix ?? '/'),
      );
      const { items, ...rest } = listPage(arns, input);
      const policies = items.map((arn) => ({ PolicyName: arn.slice(arn.lastIndexOf('/') + 1), PolicyArn: arn }));
      return { AttachedPolicies: policies, ...rest };
    },

    PutRolePolicy: (input: PutRolePolicyRequest, context: CallContext): void => {
      const { inline } = findOwnRole(iam, input.RoleName, context);
      checkPermissions(input.PolicyDocument);
      const next = new Map(inline).set(input.PolicyName, input.PolicyDocument);
      if ([...next.values()].join('').replace(/\s/g, '').length > INLINE_LIMIT)
        throw new AwsError(
          'LimitExceeded',
          `Maximum policy size of ${INLINE_LIMIT} bytes exceeded for role ${input.RoleName}`,
        );
      inline.set(input.PolicyName, input.PolicyDocument);
    },

    GetRolePolicy: ({ RoleName, PolicyName }: GetRolePolicyRequest, context: CallContext): GetRolePolicyResponse => {
      const document = findRole(iam, RoleName, context).inline.get(PolicyName);
      if (document === undefined) throw noInlinePolicy(PolicyName);
      return { RoleName, PolicyName, PolicyDocument: encoded(document) };
    },

    DeleteRolePolicy: ({ RoleName, PolicyName }: DeleteRolePolicyRequest, context: CallContext): void => {
      if (!findOwnRole(iam, RoleName, context).inline.delete(PolicyName)) throw noInlinePolicy(PolicyName);
    },

    ListRolePolicies: (input: ListRolePoliciesRequest, context: CallContext): ListRolePoliciesResponse => {
      const { items, ...rest } = listPage([...findRole(iam, input.RoleName, context).inline.keys()].sort(), input);
      return { PolicyNames: items, ...rest };
    },
  };
}

const noInlinePolicy = (name: string): AwsError => noSuchEntity(`The role policy with name ${name} cannot be found.`);
