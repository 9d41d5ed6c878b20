import type { Cluster } from '../../model/cluster.ts';
import { type JsonObject, listOf, objectOf } from '../../model/json.ts';

/** Host names that services are asked for on a listener: those of its rules and of `verify`; patterns are left out. */
export function listenerHosts({ services }: Cluster, port: number): readonly string[] {
  const ofRules = services
    .flatMap(({ loadBalancers }) => loadBalancers)
    .flatMap(({ rules }) => rules)
    .filter(({ listenerPort }) => listenerPort === port)
    .flatMap(({ conditions }) => conditions.flatMap(hostsOf));
  const asked = services.flatMap(({ verify }) => (verify?.listenerPort === port && verify.host ? [verify.host] : []));
  return [...new Set([...ofRules, ...asked])].filter((host) => !/[*?]/.test(host)).sort();
}

function hostsOf({ HostHeaderConfig }: JsonObject): readonly string[] {
  const values = objectOf(HostHeaderConfig)['Values'];
  return listOf(values).map(String);
}
