import type { Caller } from '../core/world.ts';
import type { Role } from '../shapes/iam.d.ts';
import type { Lookup } from './lookup.ts';
import type { ConditionKeys } from './policy/condition-keys.ts';
import { conditionKeys } from './policy/condition-keys.ts';
import type { Principal } from './policy/trust.ts';

/** What of IAM's description of a role says who its sessions are. */
export type DescribedRole = Pick<Role, 'Arn' | 'RoleId' | 'RoleName' | 'PermissionsBoundary' | 'Tags'>;

/** Set where the caller is a session of a role: `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION`. */
export const roleNameOf = ({ arn }: Caller): string | undefined => /:assumed-role\/([^/]+)\//.exec(arn)?.[1];

/** The role whose session the caller is. */
export async function roleOf(caller: Caller, lookup: Lookup): Promise<DescribedRole | undefined> {
  const RoleName = roleNameOf(caller);
  return RoleName === undefined
    ? undefined
    : (await lookup<{ Role: DescribedRole }>('iam', 'GetRole', { RoleName }))?.Role;
}

/** The caller as a trust policy can name it: AWS's own services call by their names. */
export function principalOf({ arn }: Caller, account: string, role: DescribedRole | undefined): Principal {
  if (arn.endsWith('.amazonaws.com')) return { kind: 'Service', names: [arn] };
  return { kind: 'AWS', account, names: role ? [arn, role.Arn] : [arn] };
}

/** The condition keys about the caller. */
export function principalKeys({ arn }: Caller, account: string, role: DescribedRole | undefined): ConditionKeys {
  if (arn.endsWith('.amazonaws.com'))
    return conditionKeys({
      'aws:PrincipalIsAWSService': true,
      'aws:PrincipalServiceName': arn,
      'aws:SourceAccount': account,
    });
  const [, session = ''] = /:assumed-role\/[^/]+\/(.+)$/.exec(arn) ?? [];
  const [, user] = /:user\/(?:.*\/)?([^/]+)$/.exec(arn) ?? [];
  return conditionKeys({
    'aws:PrincipalIsAWSService': false,
    'aws:PrincipalArn': role?.Arn ?? arn,
    'aws:PrincipalAccount': account,
    'aws:PrincipalType': role ? 'AssumedRole' : user === undefined ? 'Account' : 'User',
    'aws:userid': role && `${role.RoleId}:${session}`,
    'aws:username': user,
    ...Object.fromEntries((role?.Tags ?? []).map(({ Key, Value }) => [`aws:PrincipalTag/${Key}`, Value])),
  });
}
