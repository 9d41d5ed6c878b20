import type { Cluster } from '../../model/cluster.ts';
import type { Outcome } from '../../model/outcome.ts';
import { positionOf, positionText } from '../../model/source.ts';
import type { Inventory } from './inventory.ts';

/** Why a cluster must not be destroyed, or could not be to the end; found before the first service goes. */
export function obstacles(inventory: Inventory, cluster: Cluster): Outcome | undefined {
  return unclaimed(inventory) ?? protectedStacks(inventory) ?? protectedLoadBalancer(inventory, cluster);
}

function unclaimed({ foreignServices, foreignStacks }: Inventory): Outcome | undefined {
  if (foreignServices.length + foreignStacks.length === 0) return undefined;
  return {
    kind: 'blocked',
    summary:
      "This cluster contains resources that are neither in config nor tagged as the cluster's. Nothing was deleted.",
    evidence: [
      ...foreignServices.map((name) => `service ${name} is not in config and not tagged as this cluster's`),
      ...foreignStacks.map((name) => `stack ${name} is not tagged as this cluster's`),
    ],
    nextStep: 'Delete them, or add them to config, then run the job again.',
  };
}

function protectedStacks({ clusterStack, serviceStacks }: Inventory): Outcome | undefined {
  const names = [clusterStack, ...serviceStacks].flatMap((stack) => (stack?.terminationProtection ? [stack.name] : []));
  if (names.length === 0) return undefined;
  const command = 'aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name';
  return {
    kind: 'blocked',
    summary: `Stack ${names.join(', ')} has termination protection. Nothing was deleted.`,
    evidence: [],
    nextStep: `Turn it off (${names.map((name) => `${command} ${name}`).join('; ')}) then run the job again.`,
  };
}

function protectedLoadBalancer({ clusterStack }: Inventory, { loadBalancer, source }: Cluster): Outcome | undefined {
  if (!clusterStack || !loadBalancer.deletionProtection) return undefined;
  const at = positionOf(source, ['loadBalancer', 'deletionProtection']);
  return {
    kind: 'blocked',
    summary: `Load balancer ${loadBalancer.name} has deletion protection. Nothing was deleted.`,
    evidence: at ? [`It is set in ${positionText(at)}`] : [],
    nextStep: 'Set loadBalancer.deletionProtection to false, provision, then run the job again.',
  };
}
