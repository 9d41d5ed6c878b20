import { parse } from 'yaml';
import { IDENTITY_TEMPLATE } from './identity-stack.ts';

export type RoleName = 'PlanRole' | 'ProvisionRole' | 'DeployRole';

/** One action, or pattern of actions, in one statement of identity/template.yaml. */
export interface Grant {
  /** Policy and Sid, e.g. `DeployPolicy/Services`. */
  readonly statement: string;
  readonly roles: readonly RoleName[];
  /** E.g. `ecs:UpdateService` or `ec2:Describe*`. */
  readonly action: string;
}

interface Statement {
  readonly Sid: string;
  readonly Action: string | readonly string[];
}

interface Policy {
  readonly Type: string;
  readonly Properties: {
    readonly Roles: readonly RoleName[];
    /** `!If` is read as a list: condition, statement, and what stands for none. */
    readonly PolicyDocument: { readonly Statement: readonly (Statement | readonly [string, Statement, string])[] };
  };
}

/** Everything that the template can grant, with every option on. */
export function templateGrants(): readonly Grant[] {
  const { Resources } = parse(IDENTITY_TEMPLATE, { logLevel: 'silent' }) as {
    readonly Resources: Readonly<Record<string, Policy>>;
  };
  return Object.entries(Resources)
    .filter(([, { Type }]) => Type === 'AWS::IAM::Policy')
    .flatMap(([name, { Properties }]) =>
      Properties.PolicyDocument.Statement.map((given) => ('Sid' in given ? given : given[1])).flatMap(
        ({ Sid, Action }) =>
          [Action].flat().map((action) => ({ statement: `${name}/${Sid}`, roles: Properties.Roles, action })),
      ),
    );
}

export function grants({ action: pattern }: Pick<Grant, 'action'>, action: string): boolean {
  return pattern.endsWith('*') ? action.startsWith(pattern.slice(0, -1)) : pattern === action;
}
