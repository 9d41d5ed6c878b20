import type { Outcome } from '../../model/outcome.ts';
import type { ProvisionRun } from './context.ts';
import { nameTaken } from './refusal.ts';

/**
 * Whether names that the cluster's stack is to create are in use, looked up before the stack exists. Only what is cheap
 * to ask and often there: the roles (the ECS console makes an ecsInstanceRole) and the group; CloudFormation finds the
 * others.
 */
export async function findTakenName({ cluster, roles, instances }: ProvisionRun): Promise<Outcome | undefined> {
  const created = [cluster.roles.service, cluster.roles.instance].flatMap((role) =>
    role?.kind === 'created' ? [role.name] : [],
  );
  const { autoScalingGroupName } = cluster.capacity;
  const [group, ...taken] = await Promise.all([
    instances.group(autoScalingGroupName),
    ...created.map(async (name) => ((await roles.exists(name)) ? name : undefined)),
  ]);
  const role = taken.find((name) => name !== undefined);
  if (role) return nameTaken(`Role ${role}`, [`iam:GetRole finds ${role}`]);
  if (!group) return undefined;
  return nameTaken(`Auto Scaling group ${autoScalingGroupName}`, [`it has ${group.instances.length} instances`]);
}
