import { posix } from 'node:path';
import { readClusters } from '../../src/config/read-clusters.ts';
import type { Cluster } from '../../src/model/cluster.ts';
import type { Service } from '../../src/model/service.ts';
import type { ConfigIssue } from '../../src/model/source.ts';

export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

const CLUSTER = 'region: ap-northeast-1\naccount: "123456789012"\n';
const SERVICE = 'loadBalancers:\n  - containerName: web\n    containerPort: 8080\n';
const TASK_DEFINITION = `containerDefinitions:
  - name: web
    image: example/web:1
    memory: 256
    portMappings: [{ containerPort: 8080 }]
`;

/** config/shop with one service, api; paths are those inside config/shop, and undefined takes a file away. */
export function shopFiles(files: Files = {}): ReadonlyMap<string, string | Uint8Array> {
  const all: Files = {
    'cluster.yaml': CLUSTER,
    'services/api/service.yaml': SERVICE,
    'services/api/task-definition.yaml': TASK_DEFINITION,
    ...files,
  };
  return new Map(
    Object.entries(all).flatMap(([path, content]) =>
      content === undefined ? [] : [[posix.join('config/shop', path), content]],
    ),
  );
}

/** What is wrong with config/shop: `<path in it>:<line>:<column> <message> <hint>`. */
export function issuesOf(files: Files): readonly string[] {
  return readClusters({ path: 'config', files: shopFiles(files) }).issues.map(shopIssue);
}

export function warningsOf(files: Files): readonly string[] {
  return readClusters({ path: 'config', files: shopFiles(files) }).warnings.map(shopIssue);
}

export function shopIssue({ at: { file, line, column }, message, hint }: ConfigIssue): string {
  return `${file.replace('config/shop/', '')}:${line}:${column} ${message} ${hint}`;
}

/** The cluster of config/shop, which must be right. */
export function shop(files: Files = {}): Cluster {
  const { clusters, issues } = readClusters({ path: 'config', files: shopFiles(files) });
  const [cluster] = clusters;
  if (!cluster || issues.length > 0) throw new Error(issues.map(shopIssue).join('\n'));
  return cluster;
}

/** Its service api, with more lines in service.yaml. */
export function api(serviceLines = '', files: Files = {}): Service {
  const [service] = shop({ 'services/api/service.yaml': `${SERVICE}${serviceLines}`, ...files }).services;
  if (!service) throw new Error('config/shop has no service');
  return service;
}

/** Complaints about cluster.yaml with these lines after region and account, which are two lines. */
export function clusterIssues(lines: string): readonly string[] {
  return issuesOf({ 'cluster.yaml': `${CLUSTER}${lines}` });
}

/** Complaints about service.yaml with these lines after loadBalancers, which are three lines. */
export function serviceIssues(lines: string, files: Files = {}): readonly string[] {
  return issuesOf({ 'services/api/service.yaml': `${SERVICE}${lines}`, ...files });
}

/** Complaints about a task definition with these lines after the container web, which is five lines. */
export function taskDefinitionIssues(lines: string, files: Files = {}): readonly string[] {
  return issuesOf({ 'services/api/task-definition.yaml': `${TASK_DEFINITION}${lines}`, ...files });
}
