import type { RecordedAction } from '../../emulator/http/action-record.ts';
import { type Grant, grants, type RoleName } from './granted.ts';
import { unreached } from './unreached.ts';

export interface Judgement {
  /** What a run needed and the role that its job has does not grant. */
  readonly lacking: readonly string[];
  /** What a role grants and no run of its jobs needed, but for what tests cannot reach. */
  readonly unused: readonly string[];
  /** Actions of tests/identity/unreached.ts that were needed after all, or that nothing grants any more. */
  readonly reached: readonly string[];
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

/** Holds what was recorded against what the roles grant. Throws for a run of which it is not known which role its job has. */
export function judge(records: readonly RecordedAction[], granted: readonly Grant[]): Judgement {
  const needed = records
    .filter(({ appId, action }) => appId.startsWith('ecs-gitops') && !FREE.includes(action))
    .map((record) => ({ ...record, role: roleOf(record.appId) }));
  const isHeldBy = ({ roles }: Grant, role: RoleName | undefined) => role === undefined || roles.includes(role);
  const lacking = needed
    .filter(({ action, role }) => !granted.some((grant) => isHeldBy(grant, role) && grants(grant, action)))
    .map(({ appId, by, action, role }) => `${role ?? 'any role'}: ${action} (${appId}, by ${by})`);
  const isNeeded = (grant: Grant) => needed.some(({ action, role }) => isHeldBy(grant, role) && grants(grant, action));
  const idle = granted.filter((grant) => !isNeeded(grant));
  const excused = unreached(granted);
  return {
    lacking: [...new Set(lacking)].sort(),
    unused: idle.filter(({ statement, action }) => !excused.has(`${statement}: ${action}`)).map(label),
    reached: [...excused].filter((each) => !idle.some((grant) => label(grant) === each)),
  };
}

function roleOf(appId: string): RoleName | undefined {
  const role = ROLE_OF[appId];
  if (role === undefined && appId !== ANY_ROLE) throw new Error(`No role is known for the runs of ${appId}.`);
  return role;
}

const label = ({ statement, action }: Grant): string => `${statement}: ${action}`;
