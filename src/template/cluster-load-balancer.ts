import type { Cluster, Listener } from '../model/cluster.ts';
import type { JsonObject } from '../model/json.ts';
import { positionOf, type SourcePosition } from '../model/source.ts';
import { CLUSTER_OUTPUTS, listenerOutput } from '../model/stack-names.ts';
import type { ClusterNetwork } from './cluster-network.ts';
import { type Fragment, getAtt, keyValues, type Resource, ref, resource } from './fragment.ts';

export function clusterLoadBalancer({ loadBalancer, source }: Cluster, network: ClusterNetwork): Fragment {
  const at = positionOf(source, ['loadBalancer']);
  const listeners = loadBalancer.listeners.map((listener, index) =>
    listenerResources(listener, positionOf(source, ['loadBalancer', 'listeners', index])),
  );
  return {
    resources: {
      LoadBalancer: resource(
        'AWS::ElasticLoadBalancingV2::LoadBalancer',
        {
          Name: loadBalancer.name,
          Type: 'application',
          Scheme: loadBalancer.scheme,
          Subnets: network.subnetIds,
          SecurityGroups: [ref('LoadBalancerSecurityGroup')],
          LoadBalancerAttributes: keyValues({
            'deletion_protection.enabled': String(loadBalancer.deletionProtection),
            'idle_timeout.timeout_seconds': String(loadBalancer.idleTimeoutSeconds),
            'routing.http.drop_invalid_header_fields.enabled': 'true',
          }),
        },
        { at, dependsOn: network.gatewayIds },
      ),
      ...Object.assign({}, ...listeners),
    },
    outputs: {
      [CLUSTER_OUTPUTS.loadBalancerArn]: ref('LoadBalancer'),
      [CLUSTER_OUTPUTS.loadBalancerDnsName]: getAtt('LoadBalancer', 'DNSName'),
      [CLUSTER_OUTPUTS.vpcId]: network.vpcId,
      ...Object.fromEntries(loadBalancer.listeners.map(({ port }) => [listenerOutput(port), ref(`Listener${port}`)])),
    },
  };
}

function listenerResources(
  { port, protocol, certificateArns, sslPolicy, defaultAction }: Listener,
  at: SourcePosition | undefined,
): Record<string, Resource> {
  const [certificate, ...further] = certificateArns.map((CertificateArn) => ({ CertificateArn }));
  return {
    [`Listener${port}`]: resource(
      'AWS::ElasticLoadBalancingV2::Listener',
      {
        LoadBalancerArn: ref('LoadBalancer'),
        Port: port,
        Protocol: protocol,
        Certificates: certificate && [certificate],
        SslPolicy: sslPolicy,
        DefaultActions: [actionOf(defaultAction)],
      },
      { at },
    ),
    // A listener is created with one certificate; the others are attached to it.
    ...(further.length > 0 && {
      [`Listener${port}Certificates`]: resource(
        'AWS::ElasticLoadBalancingV2::ListenerCertificate',
        { ListenerArn: ref(`Listener${port}`), Certificates: further },
        { at },
      ),
    }),
  };
}

function actionOf(action: Listener['defaultAction']): JsonObject {
  switch (action.kind) {
    case 'fixed-response':
      return {
        Type: 'fixed-response',
        FixedResponseConfig: { StatusCode: String(action.statusCode), ContentType: 'text/plain' },
      };
    case 'redirect-to-https':
      return { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } };
  }
}
