import type { Caller } from '../../core/world.ts';

interface Statement {
  readonly Effect: string;
  readonly Action?: string | readonly string[];
  readonly Principal?: '*' | Readonly<Record<string, string | readonly string[]>>;
}

/**
 * Whether a role's trust policy lets the caller assume it. Conditions are taken for fulfilled, and what the caller's own
 * policies say is not asked: the emulator evaluates no permissions.
 */
export function trusts(document: string, { arn }: Caller, account: string): boolean {
  const { Statement }: { readonly Statement: Statement | readonly Statement[] } = JSON.parse(document);
  const matching = [Statement]
    .flat()
    .filter(({ Action }) => list(Action).some((action) => /^sts:(assumerole|\*)$/i.test(action)));
  const named = (effect: string): boolean =>
    matching.some(({ Effect, Principal }) => Effect === effect && names(Principal, arn, account));
  return named('Allow') && !named('Deny');
}

function names(principal: Statement['Principal'], arn: string, account: string): boolean {
  if (principal === undefined) return false;
  if (principal === '*') return true;
  const isService = arn.endsWith('.amazonaws.com');
  if (isService) return list(principal['Service']).includes(arn);
  const [, roleName] = /:assumed-role\/([^/]+)\//.exec(arn) ?? [];
  return list(principal['AWS']).some(
    (value) =>
      value === '*' ||
      value === arn ||
      value === account ||
      value === `arn:aws:iam::${account}:root` ||
      (roleName !== undefined && value.startsWith(`arn:aws:iam::${account}:role/`) && value.endsWith(`/${roleName}`)),
  );
}

const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : [value].flat();
