import type { RecordedAction } from '../../emulator/http/action-record.ts';
import { type Grant, grants, type RoleName } from './granted.ts';

export interface Judgement {
  /** What a run needed and the role that its job has does not grant. */
  readonly lacking: readonly string[];
  /** What a role grants and no run of its jobs needed, as `policy/statement: action`. */
  readonly unused: readonly string[];
}

/** The role that each run's job has in the reusable workflows. */
const ROLE_OF: Readonly<Record<string, RoleName>> = {
  'ecs-gitops.provision.plan': 'PlanRole',
  'ecs-gitops.deploy-service.plan': 'PlanRole',
  'ecs-gitops.provision.apply': 'ProvisionRole',
  'ecs-gitops.provision.destroy': 'ProvisionRole',
  'ecs-gitops.deploy-service.apply': 'DeployRole',
  'ecs-gitops.deploy-service.rollback': 'DeployRole',
  'ecs-gitops.deploy-service.continue': 'DeployRole',
  'ecs-gitops.verify-alb': 'DeployRole',
};
/** Tests of the engine, which are no run of an action: what they need has to be granted to some role. */
const ANY_ROLE = 'ecs-gitops';
/** Need no permission. */
const FREE = ['sts:GetCallerIdentity', 'sts:AssumeRoleWithWebIdentity'];

/**
 * Holds what was recorded against what the roles grant. Throws for a run of which it is not known which role its job
 * has.
 */
export function judge(records: readonly RecordedAction[], granted: readonly Grant[]): Judgement {
  const needed = records
    .filter(({ appId, action }) => appId.startsWith('ecs-gitops') && !FREE.includes(action))
    .map((record) => ({ ...record, role: roleOf(record.appId) }));
  const isHeldBy = ({ roles }: Grant, role: RoleName | undefined) => role === undefined || roles.includes(role);
  const lacking = needed
    .filter(({ action, role }) => !granted.some((grant) => isHeldBy(grant, role) && grants(grant, action)))
    .map(({ appId, by, action, role }) => `${role ?? 'any role'}: ${action} (${appId}, by ${by})`);
  const unused = granted.filter(
    (grant) => !needed.some(({ action, role }) => isHeldBy(grant, role) && grants(grant, action)),
  );
  return {
    lacking: [...new Set(lacking)].sort(),
    unused: unused.map(({ statement, action }) => `${statement}: ${action}`),
  };
}

function roleOf(appId: string): RoleName | undefined {
  const role = ROLE_OF[appId];
  if (role === undefined && appId !== ANY_ROLE) throw new Error(`No role is known for the runs of ${appId}.`);
  return role;
}
