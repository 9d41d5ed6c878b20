import { arnName } from '../../model/arn.ts';
import type { Cluster, Listener } from '../../model/cluster.ts';
import type { PreflightCheck } from '../../model/plan.ts';
import { positionOf } from '../../model/source.ts';
import { isCovered } from '../../plan/preflight/certificate-names.ts';
import { listenerHosts } from '../../plan/preflight/listener-hosts.ts';
import { certificateVerdict, coverVerdict, unchecked, type Verdict } from '../../plan/preflight/verdicts.ts';
import type { Lookups } from '../../ports/lookups.ts';
import type { GivenNetwork } from '../../template/cluster-network.ts';
import { check } from './check.ts';
import { zonesVerdict } from './subnets.ts';

/** What the cluster's stack depends on. `network` is undefined where the stack creates it. */
export async function checkCluster(
  cluster: Cluster,
  network: GivenNetwork | undefined,
  lookups: Lookups,
  now: number,
): Promise<readonly PreflightCheck[]> {
  const listeners = cluster.loadBalancer.listeners.flatMap((listener, index) =>
    listener.protocol === 'HTTPS' ? listenerChecks(cluster, listener, index, lookups, now) : [],
  );
  return Promise.all([...(network ? [zoneCheck(cluster, network, lookups)] : []), ...listeners]);
}

function zoneCheck(cluster: Cluster, network: GivenNetwork, { networks }: Lookups): Promise<PreflightCheck> {
  const { subnetIds, instanceSubnetIds } = network;
  return check(`subnets of ${network.vpcId}`, positionOf(cluster.source, ['network']), async () => {
    const found = await networks.subnets({ subnetIds: [...new Set([...subnetIds, ...instanceSubnetIds])] });
    const among = (ids: readonly string[]) => found.filter(({ id }) => ids.includes(id));
    return zonesVerdict(among(subnetIds), among(instanceSubnetIds));
  });
}

function listenerChecks(
  cluster: Cluster,
  { port, certificateArns }: Listener,
  index: number,
  lookups: Lookups,
  now: number,
): readonly Promise<PreflightCheck>[] {
  const path = ['loadBalancer', 'listeners', index, 'certificateArns'];
  const each = certificateArns.map((arn, place) =>
    check(`certificate ${arnName(arn)} of listener ${port}`, positionOf(cluster.source, [...path, place]), () =>
      certificateOf(arn, cluster, lookups, now),
    ),
  );
  const hosts = listenerHosts(cluster, port);
  if (hosts.length === 0) return each;
  const covers = check(`certificates of listener ${port}`, positionOf(cluster.source, path), () =>
    coverOf(certificateArns, hosts, lookups),
  );
  return [...each, covers];
}

async function certificateOf(arn: string, cluster: Cluster, { certificates }: Lookups, now: number): Promise<Verdict> {
  const [, , service, region] = arn.split(':');
  if (service !== 'acm') return unchecked(`it is a certificate of ${service}; only those of ACM are checked`);
  if (region !== cluster.region)
    return {
      state: 'failed',
      message: `It is in ${region}: a load balancer accepts only certificates of its own region.`,
    };
  return certificateVerdict(await certificates.certificate(arn), now);
}

async function coverOf(arns: readonly string[], hosts: readonly string[], { certificates }: Lookups): Promise<Verdict> {
  if (arns.some((arn) => arn.split(':')[2] !== 'acm')) return unchecked('not all of them are in ACM');
  const found = await Promise.all(arns.map((arn) => certificates.certificate(arn)));
  const names = found.flatMap((certificate) => certificate?.names ?? []);
  return coverVerdict(
    hosts,
    hosts.filter((host) => !isCovered(host, names)),
  );
}
