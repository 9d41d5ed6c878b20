import { AwsError } from '../../core/errors.ts';
import type { CallContext, Caller, World } from '../../core/world.ts';
import { conditionKeys, merged } from '../../iam/policy/condition-keys.ts';
import { trustOf } from '../../iam/policy/trust.ts';
import { principalKeys, principalOf, roleNameOf } from '../../iam/principals.ts';
import type { AssumeRoleRequest, AssumeRoleResponse } from '../../shapes/sts.d.ts';
import { openSession } from './role-session.ts';
import { readRole, roleNamed, trustPolicyOf } from './roles.ts';
import type { Sessions } from './sessions.ts';

/** What a role's session may ask for when it assumes another role (role chaining). */
const CHAINED_LIMIT_SECONDS = 3600;

export async function assumeRole(
  world: World,
  sessions: Sessions,
  input: AssumeRoleRequest,
  { caller }: CallContext,
): Promise<AssumeRoleResponse> {
  const { RoleArn } = input;
  const role = await readRole(world, RoleArn);
  if (!role || !(await trusts(world, trustPolicyOf(role), input, caller))) {
    const message = `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`;
    throw new AwsError('AccessDenied', message, 403);
  }
  if (roleNameOf(caller) !== undefined && (input.DurationSeconds ?? 0) > CHAINED_LIMIT_SECONDS)
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  return { ...openSession(world, sessions, role, input), SourceIdentity: input.SourceIdentity };
}

async function trusts(world: World, document: string, input: AssumeRoleRequest, caller: Caller): Promise<boolean> {
  const name = roleNameOf(caller);
  const role = name === undefined ? undefined : await roleNamed(world, name);
  const { verdict } = trustOf(document, {
    principal: principalOf(caller, world.account, role),
    action: 'sts:AssumeRole',
    keys: merged(
      principalKeys(caller, world.account, role),
      conditionKeys({
        'sts:ExternalId': input.ExternalId,
        'sts:RoleSessionName': input.RoleSessionName,
        'sts:SourceIdentity': input.SourceIdentity,
      }),
    ),
  });
  return verdict === 'allowed';
}
