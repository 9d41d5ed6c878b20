import type { Permissions } from './workflow-file.ts';

/** What a job's token may do: scopes by name; what is not named is not granted. */
export type Grants = Readonly<Record<string, 'read' | 'write'>>;

const SCOPES = [
  'actions',
  'checks',
  'contents',
  'deployments',
  'id-token',
  'issues',
  'pull-requests',
  'statuses',
] as const;

/** The grants that `permissions` names, or those of whoever called where it names none. */
export function grantsOf(permissions: Permissions | undefined, inherited: Grants): Grants {
  if (permissions === undefined) return inherited;
  if (permissions === 'read-all') return every('read');
  if (permissions === 'write-all') return every('write');
  return Object.fromEntries(
    Object.entries(permissions).flatMap(([scope, access]) => (access === 'none' ? [] : [[scope, access] as const])),
  );
}

/** A token of a pull request from a fork reads at most, and never gets an identity. */
export function asFork(grants: Grants): Grants {
  return Object.fromEntries(
    Object.keys(grants).flatMap((scope) => (scope === 'id-token' ? [] : [[scope, 'read'] as const])),
  );
}

/** Scopes of which a called workflow's job asks for more than its caller has: GitHub refuses to start such a run. */
export function excess(asked: Grants, allowed: Grants): readonly string[] {
  return Object.entries(asked).flatMap(([scope, access]) => {
    const most = allowed[scope];
    return most === 'write' || most === access ? [] : [`${scope}: ${access}`];
  });
}

export function every(access: 'read' | 'write'): Grants {
  return Object.fromEntries(SCOPES.map((scope) => [scope, access]));
}
