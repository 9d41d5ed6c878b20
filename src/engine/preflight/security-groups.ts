import type { Verdict } from '../../plan/preflight/verdicts.ts';
import type { IngressView, SecurityGroupView } from '../../ports/security-groups.ts';

interface Reached {
  /** The cluster's, where its stack tells it. */
  readonly vpcId: string | undefined;
  /** The load balancer's group, where it is there already. */
  readonly loadBalancerId: string | undefined;
  readonly ports: readonly number[];
}

/** Groups of tasks have to let the load balancer in. A rule that admits addresses is taken to admit its own. */
export function groupsVerdict(
  groups: readonly SecurityGroupView[],
  { vpcId, loadBalancerId, ports }: Reached,
): Verdict {
  const elsewhere = groups.filter((group) => vpcId !== undefined && group.vpcId !== vpcId).map(({ id }) => id);
  if (elsewhere.length > 0)
    return { state: 'failed', message: `${elsewhere.join(', ')} is not in ${vpcId}, where the tasks are.` };
  const rules = groups.flatMap(({ ingress }) => ingress);
  const closed = ports.filter((port) => !rules.some((rule) => admits(rule, port, loadBalancerId)));
  if (closed.length === 0)
    return { state: 'passed', message: `They let the load balancer in at port ${ports.join(', ')}.` };
  const whom = loadBalancerId === undefined ? 'anybody' : `the load balancer's group ${loadBalancerId}`;
  return {
    state: 'failed',
    message: `None of them lets in ${whom} at port ${closed.join(', ')}: health checks would get no answer. Add such a rule to one of them.`,
  };
}

function admits(
  { protocol, fromPort = 0, toPort = 65_535, groupIds, hasAddresses }: IngressView,
  port: number,
  loadBalancerId: string | undefined,
): boolean {
  const isOpen = protocol === '-1' || (protocol === 'tcp' && fromPort <= port && port <= toPort);
  const isForIt = loadBalancerId === undefined ? groupIds.length > 0 : groupIds.includes(loadBalancerId);
  return isOpen && (isForIt || hasAddresses);
}
