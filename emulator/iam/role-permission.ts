import { AwsError } from '../core/errors.ts';
import type { ServiceName, World } from '../core/world.ts';
import { judge, policiesOf } from './caller-policies.ts';
import { denial } from './denial.ts';
import type { Lookup } from './lookup.ts';
import { merged } from './policy/condition-keys.ts';
import { principalKeys, roleOf } from './principals.ts';

export interface RoleAttempt {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly service: ServiceName;
  /** Such as `elasticloadbalancing:ModifyRule`. */
  readonly action: string;
  /** ARN, or `*`. */
  readonly resource: string;
}

/**
 * For what one of AWS's services does in a role's name, whether or not clients' requests are judged: throws what AWS
 * answers where the role's policies do not allow it. Keys about the request are not given.
 */
export async function expectAllowed(world: World, attempt: RoleAttempt): Promise<void> {
  const { roleArn, sessionName, service, action, resource } = attempt;
  const roleName = roleArn.slice(roleArn.lastIndexOf('/') + 1);
  const caller = { arn: `arn:aws:sts::${world.account}:assumed-role/${roleName}/${sessionName}` };
  const lookup: Lookup = async <Output>(of: ServiceName, operation: string, input: object) => {
    try {
      return await world.call<Output>(of, operation, input);
    } catch (error) {
      if (error instanceof AwsError) return undefined;
      throw error;
    }
  };
  const role = await roleOf(caller, lookup);
  const policies = await policiesOf(role, { document: undefined, arns: [] }, lookup);
  const keys = merged(principalKeys(caller, world.account, role));
  const judgement = judge(policies, { action, resource, keys });
  if (judgement.verdict !== 'allowed') throw denial(service, { caller: caller.arn, action, resource, ...judgement });
}
