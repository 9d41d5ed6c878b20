import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Document, isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { leaveOut } from './left-out.ts';

/** A copy of the user's config in a workspace of its own, where the rehearsal makes its commits. */
export interface ConfigCopy {
  readonly workspace: string;
  readonly cluster: string;
  readonly region: string;
  readonly account: string;
  readonly service: string;
  readonly listenerPort: number;
  readonly deregistrationDelaySeconds: number;
  /** Header by which answers are marked, as `verify.version` in service.yaml has it. */
  readonly versionHeader: string;
  /** The container that the load balancer sends requests to. */
  readonly frontContainer: string;
  /** The container whose image is the application: the front one, or the one that it is linked to. */
  readonly application: string;
  readonly containers: readonly RehearsedContainer[];
  readonly scaling: { readonly min: number; readonly max: number } | undefined;
  /** What the copy is without. */
  readonly leftOut: readonly string[];
  readonly instances: { readonly min: number; readonly max: number; readonly scaling: 'managed' | 'alarms' };
  /** Writes the edited files; returns what stands for the commit's id. */
  commit(edit: (files: EditableFiles) => void): Promise<string>;
  remove(): Promise<void>;
}

export interface RehearsedContainer {
  readonly name: string;
  readonly image: string;
  /** Aliases of the containers that it is linked to. */
  readonly links: readonly string[];
  readonly cpu: number;
}

export interface EditableFiles {
  readonly cluster: Document;
  readonly service: Document;
  /** The map of the application's container in the task definition. */
  readonly application: YAMLMap;
}

/** What is wrong with a config for a rehearsal; shown without a stack. */
export class Unsuitable extends Error {}

/** Names, needed where a folder holds several. */
interface Chosen {
  readonly cluster?: string;
  readonly service?: string;
}

/**
 * Copies a cluster's folder, or the one above it. Throws Unsuitable where it cannot be rehearsed, and leaves nothing
 * then.
 */
export async function copyConfig(folder: string, chosen: Chosen): Promise<ConfigCopy> {
  if (!(await stat(folder).catch(() => undefined))?.isDirectory())
    throw new Unsuitable(`There is no folder ${folder}.`);
  const workspace = await mkdtemp(join(tmpdir(), 'ecs-gitops-rehearsal-'));
  try {
    await cp(folder, join(workspace, 'config'), { recursive: true });
    return await readCopy(workspace, chosen);
  } catch (error) {
    await rm(workspace, { recursive: true, force: true });
    throw error;
  }
}

async function readCopy(workspace: string, chosen: Chosen): Promise<ConfigCopy> {
  const clusterFolder = await pickCluster(join(workspace, 'config'), chosen.cluster);
  const servicesFolder = join(clusterFolder, 'services');
  const service = pick(await foldersIn(servicesFolder), chosen.service, {
    what: `service below ${basename(clusterFolder)}/services`,
    option: '--service',
  });
  const paths = {
    cluster: await yamlFile(clusterFolder, 'cluster'),
    service: await yamlFile(join(servicesFolder, service), 'service'),
    taskDefinition: await yamlFile(join(servicesFolder, service), 'task-definition'),
  };
  const documents = {
    cluster: parseDocument(await readFile(paths.cluster, 'utf8')),
    service: parseDocument(await readFile(paths.service, 'utf8')),
    taskDefinition: parseDocument(await readFile(paths.taskDefinition, 'utf8')),
  };
  if (!documents.service.hasIn(['loadBalancers', 0]))
    throw new Unsuitable(
      `Service ${service} has no load balancer, and a rehearsal sends its requests through one. Name another one with --service.`,
    );
  const leftOut = leaveOut(documents.service, documents.taskDefinition);
  const containers = rehearsedContainers(documents.taskDefinition);
  const frontContainer = String(
    documents.service.getIn(['loadBalancers', 0, 'containerName']) ?? containers[0]?.name ?? '',
  );
  const application = behind(frontContainer, containers);
  const min = documents.service.getIn(['scaling', 'minCapacity']);
  const max = documents.service.getIn(['scaling', 'maxCapacity']);
  return {
    workspace,
    cluster: String(documents.cluster.get('name') ?? basename(clusterFolder)),
    region: String(documents.cluster.get('region')),
    account: String(documents.cluster.get('account')),
    service,
    leftOut,
    listenerPort: Number(documents.cluster.getIn(['loadBalancer', 'listeners', 0, 'port']) ?? 80),
    deregistrationDelaySeconds: Number(
      documents.service.getIn(['loadBalancers', 0, 'targetGroup', 'deregistrationDelaySeconds']) ?? 15,
    ),
    versionHeader: String(documents.service.getIn(['verify', 'version', 'header']) ?? 'x-app-version'),
    frontContainer,
    application,
    containers,
    scaling: typeof min === 'number' && typeof max === 'number' ? { min, max } : undefined,
    instances: {
      min: Number(documents.cluster.getIn(['capacity', 'minSize']) ?? 2),
      max: Number(documents.cluster.getIn(['capacity', 'maxSize']) ?? 4),
      scaling: documents.cluster.getIn(['capacity', 'instanceScaling']) === 'alarms' ? 'alarms' : 'managed',
    },
    commit: async (edit) => {
      edit({
        cluster: documents.cluster,
        service: documents.service,
        application: containerMap(documents.taskDefinition, application),
      });
      const texts = await Promise.all(
        (['cluster', 'service', 'taskDefinition'] as const).map(async (name) => {
          const text = documents[name].toString({ lineWidth: 0 });
          await writeFile(paths[name], text);
          return text;
        }),
      );
      return createHash('sha1').update(texts.join('\0')).digest('hex');
    },
    remove: () => rm(workspace, { recursive: true, force: true }),
  };
}

async function pickCluster(config: string, chosen: string | undefined): Promise<string> {
  const names = await readdir(config);
  if (names.some((name) => /^cluster\.(ya?ml|json)$/.test(name))) return config;
  return join(config, pick(await foldersIn(config), chosen, { what: 'cluster folder', option: '--cluster' }));
}

function pick(
  names: readonly string[],
  chosen: string | undefined,
  { what, option }: { readonly what: string; readonly option: string },
): string {
  const [only, ...others] = names;
  if (chosen === undefined && only !== undefined && others.length === 0) return only;
  if (chosen !== undefined && names.includes(chosen)) return chosen;
  if (chosen === undefined && names.length > 0)
    throw new Unsuitable(`There is more than one ${what}: ${names.join(', ')}. Choose with ${option}.`);
  throw new Unsuitable(`There is no ${what}${chosen ? ` named ${chosen}; there are: ${names.join(', ')}` : ''}.`);
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

async function yamlFile(folder: string, name: string): Promise<string> {
  const found = (await readdir(folder)).find((file) => [`${name}.yaml`, `${name}.yml`, `${name}.json`].includes(file));
  if (!found) throw new Unsuitable(`There is no ${name}.yaml in ${basename(folder)}.`);
  return join(folder, found);
}

interface Declared {
  readonly name: string;
  readonly image: string;
  readonly initialImage?: string;
  readonly links?: readonly string[];
  readonly cpu?: number;
}

function rehearsedContainers(taskDefinition: Document): readonly RehearsedContainer[] {
  const definitions = taskDefinition.get('containerDefinitions');
  if (!isSeq(definitions)) throw new Unsuitable('The task definition has no containerDefinitions.');
  const plain = definitions.toJSON() as Declared[];
  return plain.map(({ name, image, initialImage, links, cpu }) => ({
    name,
    image: image === 'external' ? (initialImage ?? name) : image,
    links: (links ?? []).map((link) => link.split(':').at(-1) ?? link),
    cpu: cpu ?? 0,
  }));
}

function behind(front: string, containers: readonly RehearsedContainer[]): string {
  const links = containers.find(({ name }) => name === front)?.links ?? [];
  return containers.find(({ name }) => links.includes(name))?.name ?? front;
}

function containerMap(taskDefinition: Document, name: string): YAMLMap {
  const definitions = taskDefinition.get('containerDefinitions');
  const found = isSeq(definitions)
    ? definitions.items.find((item) => isMap(item) && item.get('name') === name)
    : undefined;
  if (!isMap(found)) throw new Unsuitable(`The task definition has no container ${name}.`);
  return found;
}
