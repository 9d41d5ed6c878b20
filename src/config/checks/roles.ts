import type { ConfigIssue } from '../../model/source.ts';
import type { ClusterDraft } from '../draft.ts';
import { problemAt, type Reading } from '../reading/reading.ts';

type Role = { readonly name?: string | undefined; readonly arn?: string | undefined };

/** A role is created under a name or exists under an ARN. */
export function checkRoles({ file, services }: ClusterDraft): readonly ConfigIssue[] {
  return [
    ...checkRolesOf(file, file.value.roles),
    ...services.flatMap((service) => checkRolesOf(service.file, service.file.value.roles)),
  ];
}

function checkRolesOf(
  file: Reading<unknown>,
  roles: Readonly<Record<string, Role | undefined>>,
): readonly ConfigIssue[] {
  return Object.entries(roles).flatMap(([key, role]) => {
    if (!role || (role.name === undefined) !== (role.arn === undefined)) return [];
    const message = `roles.${key} has ${role.name === undefined ? 'neither name nor arn' : 'both name and arn'}.`;
    const hint = 'Give "name" for a role to create, or "arn" for one that exists.';
    return problemAt(file, ['roles', key], message, hint);
  });
}
