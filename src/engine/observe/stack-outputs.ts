import type { Cluster } from '../../model/cluster.ts';
import type { Service } from '../../model/service.ts';
import { clusterStackName, serviceStackName } from '../../model/stack-names.ts';
import type { StackOutputs } from '../../plan/service/service-desired.ts';
import type { Stacks } from '../../ports/stacks.ts';

/** Outputs of the cluster's stack and of each service's, in the order of `services`. */
export async function readStackOutputs(
  cluster: Cluster,
  services: readonly Service[],
  stacks: Stacks,
): Promise<readonly StackOutputs[]> {
  const [ofCluster, ...ofServices] = await Promise.all(
    [clusterStackName(cluster.name), ...services.map(({ name }) => serviceStackName(cluster.name, name))].map(
      async (stack) => (await stacks.describe(stack))?.outputs,
    ),
  );
  return ofServices.map((outputs) => ({ cluster: ofCluster, service: outputs }));
}
