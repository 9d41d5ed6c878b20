import type { Cluster } from '../../model/cluster.ts';
import type { Service } from '../../model/service.ts';
import { needsStack } from '../../model/service-stack.ts';
import { clusterStackName, serviceStackName } from '../../model/stack-names.ts';
import { serviceUnitId, stackUnitId } from '../../model/unit-id.ts';

/** Ids of units that must be right before the service can be: its stacks, and the services that it depends on. */
export function unitNeeds(cluster: Cluster, service: Service): readonly string[] {
  const stacks = [clusterStackName(cluster.name)];
  if (needsStack(service)) stacks.push(serviceStackName(cluster.name, service.name));
  return [...stacks.map(stackUnitId), ...service.dependsOn.map((name) => serviceUnitId(cluster.name, name))];
}
