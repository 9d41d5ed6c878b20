import type { Cluster, Listener, LoadBalancer, NetworkSource } from '../../model/cluster.ts';
import type { Service } from '../../model/service.ts';
import { clusterStackName } from '../../model/stack-names.ts';
import type { Reading } from '../reading/reading.ts';
import type { ClusterFile } from '../schema/cluster-file.ts';
import type { LoadBalancerFile } from '../schema/load-balancer-file.ts';
import { buildCapacity } from './capacity.ts';
import { loadBalancerName } from './load-balancer-name.ts';
import { buildRole } from './roles.ts';

const SSL_POLICY = 'ELBSecurityPolicy-TLS13-1-2-2021-06';

/** The cluster that cluster.yaml describes, its services left out; `name` is the folder's. */
export function buildCluster(name: string, { value: file, values }: Reading<ClusterFile>): Cluster {
  return {
    name,
    region: file.region,
    account: file.account,
    network: buildNetwork(file.network),
    roles: {
      service: file.roles.service && buildRole(file.roles.service, name),
      instance: buildRole(file.roles.instance ?? {}, `${name}-instance-role`),
    },
    capacity: buildCapacity(name, file),
    loadBalancer: buildLoadBalancer(name, file.loadBalancer),
    tags: file.tags,
    allow: file.allow.map(({ stack, resource, property, to }) => {
      return { stack: stack === clusterStackName(name) ? undefined : stack, resource, property, to };
    }),
    services: [] satisfies Service[],
    source: values,
  };
}

function buildNetwork(network: ClusterFile['network']): NetworkSource {
  switch (network.vpc) {
    case 'default':
      return { kind: 'default', availabilityZones: network.availabilityZones };
    case 'create':
      return {
        kind: 'created',
        cidrBlock: network.cidrBlock ?? '10.0.0.0/16',
        availabilityZones: network.availabilityZones,
      };
    default:
      return {
        kind: 'existing',
        vpcId: network.vpc,
        subnetIds: network.subnets ?? [],
        instanceSubnetIds: network.instanceSubnets,
      };
  }
}

function buildLoadBalancer(cluster: string, file: LoadBalancerFile): LoadBalancer {
  return {
    name: file.name ?? loadBalancerName(cluster),
    scheme: file.scheme,
    securityGroupName: file.securityGroupName ?? `${cluster}-alb-sg`,
    allowedCidrBlocks: file.allowedCidrBlocks,
    idleTimeoutSeconds: file.idleTimeoutSeconds,
    deletionProtection: file.deletionProtection,
    listeners: file.listeners.map(buildListener),
  };
}

function buildListener(file: LoadBalancerFile['listeners'][number]): Listener {
  const protocol = file.protocol ?? (file.certificates.length > 0 ? 'HTTPS' : 'HTTP');
  return {
    port: file.port,
    protocol,
    certificateArns: file.certificates,
    sslPolicy: protocol === 'HTTPS' ? (file.sslPolicy ?? SSL_POLICY) : undefined,
    defaultAction:
      file.defaultAction.type === 'fixed-response'
        ? { kind: 'fixed-response', statusCode: file.defaultAction.statusCode }
        : { kind: 'redirect-to-https' },
  };
}
