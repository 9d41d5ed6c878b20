import type { ConfigIssue } from '../../model/source.ts';
import type { ClusterDraft } from '../draft.ts';
import { problemAt } from '../reading/reading.ts';

/** A role is created under a name or exists under an ARN. */
export function checkRoles({ file }: ClusterDraft): readonly ConfigIssue[] {
  const { roles } = file.value;
  return (['service', 'instance'] as const).flatMap((key) => {
    const role = roles[key];
    if (!role || (role.name === undefined) !== (role.arn === undefined)) return [];
    const message = `roles.${key} has ${role.name === undefined ? 'neither name nor arn' : 'both name and arn'}.`;
    const hint = 'Give "name" for a role to create, or "arn" for one that exists.';
    return problemAt(file, ['roles', key], message, hint);
  });
}
