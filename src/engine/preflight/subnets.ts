import type { Verdict } from '../../plan/preflight/verdicts.ts';
import type { SubnetView } from '../../ports/networks.ts';

/** Subnets that exist, where they are. `vpcId` is the cluster's, where its stack tells it. */
export function subnetsVerdict(subnets: readonly SubnetView[], vpcId: string | undefined): Verdict {
  const elsewhere = subnets.filter((subnet) => vpcId !== undefined && subnet.vpcId !== vpcId).map(({ id }) => id);
  if (elsewhere.length > 0)
    return { state: 'failed', message: `${elsewhere.join(', ')} is not in ${vpcId}, where the load balancer is.` };
  return { state: 'passed', message: `They are in ${zonesOf(subnets).join(', ')}.` };
}

/** A load balancer sends nothing to targets in zones that it is not in. */
export function zonesVerdict(balanced: readonly SubnetView[], instances: readonly SubnetView[]): Verdict {
  const served = zonesOf(balanced);
  const unserved = zonesOf(instances).filter((zone) => !served.includes(zone));
  if (unserved.length > 0)
    return {
      state: 'failed',
      message: `Instances can be in ${unserved.join(', ')}, but the load balancer is not there: tasks in this zone get no traffic. Add a subnet of the zone to network.subnets.`,
    };
  return { state: 'passed', message: `Load balancer and instances are in ${served.join(', ')}.` };
}

function zonesOf(subnets: readonly SubnetView[]): readonly string[] {
  return [...new Set(subnets.map(({ availabilityZone }) => availabilityZone))].sort();
}
