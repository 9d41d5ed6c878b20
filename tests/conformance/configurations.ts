import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readClusters } from '../../src/config/read-clusters.ts';
import type { Cluster } from '../../src/model/cluster.ts';
import { clusterTemplate } from '../../src/template/cluster-template.ts';
import { serviceTemplate } from '../../src/template/service-template.ts';
import { shop } from '../builders/config-files.ts';

const CONFIG = fileURLToPath(new URL('../../config', import.meta.url));
const HEAD = 'region: ap-northeast-1\naccount: "123456789012"\n';
const CERTIFICATE = 'arn:aws:acm:ap-northeast-1:123456789012:certificate/11111111-1111-4111-8111-111111111111';
const GIVEN = { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'], instanceSubnetIds: ['subnet-3'] };

/** Ways to write cluster.yaml and service.yaml that lead to different templates. */
const CLUSTERS: Readonly<Record<string, { readonly cluster: string; readonly service?: string }>> = {
  least: { cluster: HEAD },
  'created network': { cluster: `${HEAD}network: { vpc: create, cidrBlock: 10.1.0.0/16 }\n` },
  'given network': {
    cluster: `${HEAD}network:
  vpc: vpc-0123456789abcdef0
  subnets: [subnet-0123456789abcdef0, subnet-0123456789abcdef1]
  instanceSubnets: [subnet-0123456789abcdef2]
loadBalancer: { scheme: internal, allowedCidrBlocks: [10.0.0.0/8] }\n`,
  },
  'scaled by alarms': {
    cluster: `${HEAD}capacity: { instanceScaling: alarms, steps: { scaleOut: 2, scaleIn: -1, cooldown: 60 } }\n`,
    service: `loadBalancers: [{ containerName: web, containerPort: 8080 }]
scaling:
  minCapacity: 2
  maxCapacity: 4
  drivesInstances: true
  scaleOut: { threshold: 40 }
  scaleIn: { threshold: 20 }\n`,
  },
  'HTTPS and redirection': {
    cluster: `${HEAD}loadBalancer:
  deletionProtection: true
  listeners:
    - { port: 443, certificates: ["${CERTIFICATE}"] }
    - { port: 80, defaultAction: { type: redirect-to-https } }\n`,
    service: `loadBalancers:
  - containerName: web
    containerPort: 8080
    targetGroup: { name: api, protocolVersion: GRPC, deregistrationDelaySeconds: 30 }
    rules:
      - listener: 443
        priority: 7
        conditions: [{ field: host-header, values: [api.example.com] }, { field: path-pattern, values: [/v1/*] }]
logGroup: { name: /ecs/api, retentionInDays: 30 }\n`,
  },
  'existing roles': {
    cluster: `${HEAD}roles: { instance: { arn: "arn:aws:iam::123456789012:role/app/nodes" } }\ntags: { team: web }\n`,
    service: 'logGroup: { name: /ecs/api, retentionInDays: 7 }\n',
  },
};

/** Every template that src/template makes of the configurations above and of the working example, by name. */
export function generatedTemplates(): Readonly<Record<string, string>> {
  const made = Object.entries(CLUSTERS).flatMap(([name, { cluster, service }]) =>
    templatesOf(name, shop({ 'cluster.yaml': cluster, ...(service ? { 'services/api/service.yaml': service } : {}) })),
  );
  return Object.fromEntries([...made, ...workingExamples().flatMap((cluster) => templatesOf(cluster.name, cluster))]);
}

function workingExamples(): readonly Cluster[] {
  const files = readdirSync(CONFIG, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const folder = new Map(files.map((path) => [path.replace(CONFIG, 'config'), readFileSync(path)]));
  return readClusters({ path: 'config', files: folder }).clusters;
}

function templatesOf(name: string, cluster: Cluster): readonly (readonly [string, string])[] {
  const given = cluster.network.kind === 'created' ? undefined : GIVEN;
  const services = cluster.services.flatMap((service) => {
    const template = serviceTemplate(cluster, service, {});
    return template ? [[`${name}: ${service.name}`, template.body] as const] : [];
  });
  return [[`${name}: cluster`, clusterTemplate(cluster, given).body], ...services];
}
