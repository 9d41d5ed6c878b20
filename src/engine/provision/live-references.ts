import { CLUSTER_OUTPUTS, isListenerParameter, serviceStackName } from '../../model/stack-names.ts';
import type { StackView } from '../../model/stack-views.ts';
import type { LiveReference } from '../../plan/stack/stack-dangers.ts';
import { ruleReferences, serviceReferences } from '../../plan/stack/stack-references.ts';
import { readLiveServices, readService } from '../observe/read-services.ts';
import type { ProvisionRun } from './context.ts';

type ReferenceRun = Pick<ProvisionRun, 'services' | 'stacks' | 'cluster'>;

/**
 * What live services need of the cluster's stack: the cluster, its instances and capacity provider, their listeners.
 */
export async function clusterReferences(
  { outputs }: StackView,
  { services, stacks, cluster }: ReferenceRun,
): Promise<readonly LiveReference[]> {
  const live = await readLiveServices(services, cluster.name);
  const shared = [outputs[CLUSTER_OUTPUTS.clusterName], outputs[CLUSTER_OUTPUTS.autoScalingGroup]];
  const found = live.map(async (service) => {
    const stack = await stacks.describe(serviceStackName(cluster.name, service.name));
    const listeners = Object.entries(stack?.parameters ?? {}).filter(([key]) => isListenerParameter(key));
    const balancer = listeners.length > 0 ? [outputs[CLUSTER_OUTPUTS.loadBalancerArn]] : [];
    const ids = [...shared, ...balancer, ...listeners.map(([, arn]) => arn)];
    const needed = ids.flatMap((id) => (id === undefined ? [] : [{ service: service.name, physicalIds: [id] }]));
    return [...needed, ...serviceReferences(service)];
  });
  return (await Promise.all(found)).flat();
}

/** What a live service needs of its own stack: its target groups, and a rule that leads to each. */
export async function serviceStackReferences(
  { id }: StackView,
  name: string,
  { services, stacks, cluster }: ReferenceRun,
): Promise<readonly LiveReference[]> {
  const service = await readService(services, cluster.name, name);
  if (!service) return [];
  const [template, resources] = await Promise.all([stacks.template(id), stacks.resources(id)]);
  return [...serviceReferences(service), ...ruleReferences(service, template, resources)];
}
