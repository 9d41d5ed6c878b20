import type { Cluster } from '../model/cluster.ts';
import type { ConfigIssue } from '../model/source.ts';
import { buildCluster } from './assembly/cluster.ts';
import { buildService } from './assembly/service.ts';
import type { ClusterDraft, ServiceDraft } from './draft.ts';
import { type FileRole, SERVICES } from './folder/file-names.ts';
import { pickFile, strayFiles } from './folder/pick-file.ts';
import { strayFolders } from './folder/stray-folders.ts';
import type { Tree } from './folder/tree.ts';
import { type FileKind, readFile, unreadFile } from './reading/read-file.ts';
import type { Reading } from './reading/reading.ts';
import { DESCRIBED_ONLY } from './schema/aws-structures.ts';
import { clusterFile } from './schema/cluster-file.ts';
import { serviceFile } from './schema/service-file.ts';
import { RESERVED_MEMBERS } from './schema/service-settings-file.ts';
import { taskDefinitionFile } from './schema/task-definition-file.ts';

const CLUSTER_FILE = {
  schema: clusterFile,
  least: { region: 'us-east-1', account: '000000000000' },
  foreignKeys: { services: 'Each service has a folder: services/<service>/.' },
};
const SERVICE_FILE = { schema: serviceFile, least: {}, foreignKeys: RESERVED_MEMBERS };
const TASK_DEFINITION_FILE = {
  schema: taskDefinitionFile,
  least: { containerDefinitions: [{ name: 'unknown', image: 'unknown' }] },
  foreignKeys: {
    ...Object.fromEntries(
      DESCRIBED_ONLY.map((key) => [key, 'Remove it: ECS returns this key, but does not accept it.']),
    ),
    taskDefinition: 'Move its contents to the root of the file.',
    tags: 'Put them under `tags` in service.yaml: the service and its revisions get them.',
  },
};

/** Reads what a cluster's folder holds, as far as it can be understood. */
export function readDraft(tree: Tree): ClusterDraft {
  const file = readRole(tree, 'cluster', CLUSTER_FILE);
  const name = tree.name || (file.value.name ?? '');
  const cluster = buildCluster(name, file);
  const servicesTree = tree.folders.get(SERVICES);
  const services = [...(servicesTree?.folders.values() ?? [])].map((folder) => readServiceDraft(cluster, folder));
  return {
    name,
    folder: tree.path,
    file,
    cluster: { ...cluster, services: services.map(({ service }) => service) },
    services,
    issues: [
      ...file.issues,
      ...services.flatMap((service) => [...service.file.issues, ...service.taskFile.issues]),
      ...strayFiles(tree, ['cluster']),
      ...strayFolders(tree),
      ...(servicesTree ? strayInServices(servicesTree) : []),
    ],
  };
}

function readServiceDraft(cluster: Cluster, folder: Tree): ServiceDraft {
  const file = readRole(folder, 'service', SERVICE_FILE);
  const taskFile = readRole(folder, 'task-definition', TASK_DEFINITION_FILE);
  const service = buildService(cluster, folder.name, file, taskFile);
  return { name: folder.name, file, taskFile, service };
}

function readRole<T>(tree: Tree, role: FileRole, kind: FileKind<T>): Reading<T> {
  const picked = pickFile(tree, role);
  return picked.kind === 'found'
    ? readFile(kind, picked.path, picked.content)
    : unreadFile(kind, picked.path, [picked.issue]);
}

function strayInServices(services: Tree): readonly ConfigIssue[] {
  return [
    ...strayFiles(services, []),
    ...[...services.folders.values()].flatMap((folder) => strayFiles(folder, ['service', 'task-definition'])),
  ];
}
