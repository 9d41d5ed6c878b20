import type { Cluster } from '../model/cluster.ts';
import { CLUSTER_OUTPUTS, clusterStackName, STACK_TAGS } from '../model/stack-names.ts';
import type { StackTemplate } from '../model/stack-template.ts';
import { assemble } from './assemble.ts';
import { clusterCapacity } from './cluster-capacity.ts';
import { clusterLoadBalancer } from './cluster-load-balancer.ts';
import { clusterNetwork, type GivenNetwork } from './cluster-network.ts';
import { clusterRoles } from './cluster-roles.ts';
import { securityGroups } from './security-groups.ts';

/**
 * The stack with what the cluster's services share. `given` is where it lives, unless the stack creates its network.
 */
export function clusterTemplate(cluster: Cluster, given: GivenNetwork | undefined): StackTemplate {
  const network = clusterNetwork(cluster, given);
  return assemble({
    name: clusterStackName(cluster.name),
    description: `ECS cluster ${cluster.name}: instances, load balancer and roles.`,
    parameters: network.parameters,
    fragments: [
      clusterRoles(cluster),
      network,
      securityGroups(cluster, network),
      clusterCapacity(cluster, network),
      clusterLoadBalancer(cluster, network),
    ],
    tags: { ...cluster.tags, [STACK_TAGS.cluster]: cluster.name },
    digestOutput: CLUSTER_OUTPUTS.templateDigest,
  });
}
