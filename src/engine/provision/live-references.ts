import type { ServiceView } from '../../model/service-views.ts';
import { CLUSTER_OUTPUTS, isListenerParameter, serviceStackName } from '../../model/stack-names.ts';
import type { StackView } from '../../model/stack-views.ts';
import type { LiveReference } from '../../plan/stack/stack-dangers.ts';
import { ruleReferences, serviceReferences } from '../../plan/stack/stack-references.ts';
import type { ProvisionRun } from './run.ts';

type ReferenceRun = Pick<ProvisionRun, 'services' | 'stacks' | 'cluster'>;

/**
 * What live services need of the cluster's stack: the cluster, its instances and capacity provider, their listeners.
 */
export async function clusterReferences(
  { outputs }: StackView,
  { services, stacks, cluster }: ReferenceRun,
): Promise<readonly LiveReference[]> {
  const live = await liveServices(await services.list(cluster.name), { services, cluster });
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
  const [service] = await liveServices([name], { services, cluster });
  if (!service) return [];
  const [template, resources] = await Promise.all([stacks.template(id), stacks.resources(id)]);
  return [...serviceReferences(service), ...ruleReferences(service, template, resources)];
}

export async function liveServices(
  names: readonly string[],
  { services, cluster }: Pick<ReferenceRun, 'services' | 'cluster'>,
): Promise<readonly ServiceView[]> {
  const described = names.length > 0 ? await services.describe(cluster.name, names) : [];
  return described.filter((service) => service !== undefined);
}
