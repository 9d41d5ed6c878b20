import { AwsError } from '../../core/errors.ts';
import { operatorOf } from '../../iam/policy/operators.ts';

interface Statement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Principal?: unknown;
  readonly NotPrincipal?: unknown;
  readonly Condition?: unknown;
}

const FIELDS = new Set([
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition',
]);

const malformed = (message: string): AwsError => new AwsError('MalformedPolicyDocument', message);

/** Refuses what IAM refuses in a policy that says what its holder may do. */
export function checkPermissions(document: string): void {
  for (const statement of statementsOf(document)) {
    if (statement.Principal !== undefined || statement.NotPrincipal !== undefined)
      throw malformed('Policy document should not specify a principal.');
    if (statement.Action === undefined && statement.NotAction === undefined)
      throw malformed('Policy statement must contain actions.');
    if (statement.Resource === undefined && statement.NotResource === undefined)
      throw malformed('Policy statement must contain resources.');
    for (const action of texts(statement.Action ?? statement.NotAction))
      if (!/^(\*|[\w-]+:[\w*?]+)$/.test(action))
        throw malformed('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.');
  }
}

/** Refuses what IAM refuses in a policy that says who may assume a role. */
export function checkTrust(document: string): void {
  for (const statement of statementsOf(document)) {
    if (statement.Resource !== undefined || statement.NotResource !== undefined)
      throw malformed('Has prohibited field Resource');
    if (statement.Principal === undefined && statement.NotPrincipal === undefined)
      throw malformed('Missing required field Principal');
    if (statement.Action === undefined) throw malformed('Missing required field Action');
    if (!texts(statement.Action).every((action) => /^sts:/i.test(action)))
      throw malformed('AssumeRole policy may only specify STS AssumeRole actions.');
    for (const [kind, value] of principalsOf(statement))
      if (kind === 'Service' && !/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(value))
        throw malformed(`Invalid principal in policy: "SERVICE":"${value}"`);
  }
}

/** The principals that a trust policy lets assume its role, as [kind, value]. Conditions are taken for fulfilled. */
export function trustedPrincipals(document: string): [kind: string, value: string][] {
  return statementsOf(document)
    .filter(
      ({ Effect, Action }) =>
        Effect === 'Allow' && texts(Action).some((action) => /^sts:(assumerole|\*)$/i.test(action)),
    )
    .flatMap(principalsOf);
}

function principalsOf({ Principal }: Statement): [string, string][] {
  if (Principal === '*') return [['AWS', '*']];
  if (typeof Principal !== 'object' || Principal === null) return [];
  return Object.entries(Principal).flatMap(([kind, value]) =>
    texts(value).map((text): [string, string] => [kind, text]),
  );
}

function statementsOf(document: string): Statement[] {
  const policy = parse(document);
  const { Version, Statement } = policy;
  if (Version !== undefined && Version !== '2012-10-17' && Version !== '2008-10-17')
    throw malformed('The policy must contain a valid version string.');
  const statements: unknown[] = Array.isArray(Statement) ? Statement : [Statement];
  return statements.map((statement) => {
    if (typeof statement !== 'object' || statement === null) throw malformed('Syntax errors in policy.');
    if (Object.keys(statement).some((field) => !FIELDS.has(field))) throw malformed('Syntax errors in policy.');
    const { Effect } = statement as Statement;
    if (Effect === undefined) throw malformed('Missing required field Effect');
    if (Effect !== 'Allow' && Effect !== 'Deny') throw malformed(`Invalid effect: ${String(Effect)}`);
    checkCondition((statement as Statement).Condition);
    return statement as Statement;
  });
}

function checkCondition(condition: unknown): void {
  if (condition === undefined) return;
  if (!isRecord(condition)) throw malformed('Syntax errors in policy.');
  for (const [operator, keys] of Object.entries(condition)) {
    if (!operatorOf(operator)) throw malformed(`Invalid Condition type : ${operator}.`);
    if (!isRecord(keys)) throw malformed('Syntax errors in policy.');
  }
}

function parse(document: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(document);
  } catch {
    throw malformed('This policy contains invalid Json');
  }
  if (!isRecord(value)) throw malformed('Syntax errors in policy.');
  return value;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
