import type { StackResult } from '../../engine/provision/context.ts';
import type { Cluster } from '../../model/cluster.ts';
import { worstOutcome } from '../../model/outcome.ts';
import { CLUSTER_OUTPUTS, targetGroupArns } from '../../model/stack-names.ts';

/** An element of the output `clusters`. */
export function clusterResult(cluster: Cluster, results: readonly StackResult[]): object {
  return {
    cluster: cluster.name,
    outcome: worstOutcome(results.map(({ outcome }) => outcome.kind)),
    stacks: results.map(({ unit, outcome, service, stack }) => ({
      id: unit.id,
      ...(service === undefined ? {} : { service }),
      outcome: outcome.kind,
      summary: outcome.summary,
      nextStep: outcome.nextStep,
      digest: unit.digest,
      ...(stack === undefined ? {} : { stackId: stack.id }),
    })),
  };
}

/** The outputs that only a run over one cluster has; those of stacks that do not exist are left out. */
export function clusterOutputs(
  cluster: Cluster,
  results: readonly StackResult[],
): Readonly<Record<string, string>> & { readonly url?: string } {
  const stack = results.find(({ service }) => service === undefined)?.stack;
  if (!stack) return {};
  const dnsName = stack.outputs[CLUSTER_OUTPUTS.loadBalancerDnsName];
  const targetGroups = results.flatMap(({ service, stack }) =>
    service && stack ? [[service, targetGroupArns(stack.outputs)] as const] : [],
  );
  return {
    'stack-id': stack.id,
    ...(dnsName ? { 'alb-dns-name': dnsName, url: firstUrl(cluster, dnsName) } : {}),
    'target-group-arns': JSON.stringify(Object.fromEntries(targetGroups)),
  };
}

function firstUrl({ loadBalancer }: Cluster, dnsName: string): string {
  const { protocol = 'HTTP', port = 80 } = loadBalancer.listeners[0] ?? {};
  const usual = port === (protocol === 'HTTPS' ? 443 : 80);
  return `${protocol.toLowerCase()}://${dnsName}${usual ? '' : `:${port}`}`;
}
