import type { Cluster } from '../model/cluster.ts';
import type { Service } from '../model/service.ts';

/** A cluster that a commit touches, and what of it one job deploys in one go. */
export interface AffectedCluster {
  readonly cluster: Cluster;
  /** Names of services: each leg is complete under `dependsOn`, and no two legs wait for each other. */
  readonly legs: readonly (readonly string[])[];
}

/** Jobs of one cluster at most: further services share them, since a job deploys many at once. */
const MOST_LEGS = 20;

/**
 * What the commit touches, by the paths that it changed, as the workspace knows them; undefined where they could not be
 * told. In doubt everything is: paths in the config folder that belong to no cluster that is there, anything in
 * .github, and a folder whose name does not say where in the workspace it is.
 */
export function affectedClusters(
  clusters: readonly Cluster[],
  folder: string,
  paths: readonly string[] | undefined,
): readonly AffectedCluster[] {
  if (paths === undefined || isDoubtful(clusters, folder, paths)) {
    return clusters.map((cluster) => ({ cluster, legs: legsOf(cluster, cluster.services) }));
  }
  return clusters.flatMap((cluster) => {
    const inside = pathsInside(cluster, paths);
    return inside.length === 0 ? [] : [{ cluster, legs: legsOf(cluster, touchedServices(cluster, inside)) }];
  });
}

/**
 * Names of the services of a cluster that paths touch by themselves, without those that `dependsOn` links to them;
 * undefined where they touch the cluster as a whole, or that is in doubt.
 */
export function touchedAlone(
  cluster: Cluster,
  clusters: readonly Cluster[],
  folder: string,
  paths: readonly string[],
): readonly string[] | undefined {
  if (isDoubtful(clusters, folder, paths)) return undefined;
  const inside = pathsInside(cluster, paths);
  if (!inside.every((path) => isOfService(cluster, path))) return undefined;
  return inside.length === 0 ? [] : touchedServices(cluster, inside).map(({ name }) => name);
}

function isDoubtful(clusters: readonly Cluster[], folder: string, paths: readonly string[]): boolean {
  const root = withSlash(folder.replace(/^\.\//, ''));
  const isKnown = (path: string): boolean => clusters.some((cluster) => path.startsWith(folderOf(cluster)));
  const isUnclear = (path: string): boolean => path.startsWith('.github/') || (path.startsWith(root) && !isKnown(path));
  return !isInWorkspace(folder) || paths.some(isUnclear);
}

function pathsInside(cluster: Cluster, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => path.startsWith(folderOf(cluster)));
}

/** A file that belongs to no service that is there, cluster.yaml first of all, touches them all. */
function touchedServices(cluster: Cluster, paths: readonly string[]): readonly Service[] {
  if (!paths.every((path) => isOfService(cluster, path))) return cluster.services;
  return cluster.services.filter((service) => paths.some((path) => path.startsWith(folderOfService(cluster, service))));
}

function isOfService(cluster: Cluster, path: string): boolean {
  return cluster.services.some((service) => path.startsWith(folderOfService(cluster, service)));
}

function folderOfService(cluster: Cluster, { name }: Service): string {
  return `${folderOf(cluster)}services/${name}/`;
}

/** The connected components of `dependsOn` that hold one of the services, as few as fit into the jobs. */
function legsOf({ services }: Cluster, touched: readonly Service[]): readonly (readonly string[])[] {
  const components: (readonly string[])[] = [];
  for (const { name } of touched) {
    if (components.some((component) => component.includes(name))) continue;
    const component = new Set([name]);
    for (let size = 0; size < component.size; ) {
      size = component.size;
      for (const each of services) {
        const linked = [each.name, ...each.dependsOn];
        if (linked.some((one) => component.has(one))) for (const one of linked) component.add(one);
      }
    }
    components.push(services.map((each) => each.name).filter((each) => component.has(each)));
  }
  const legs = Math.min(MOST_LEGS, components.length);
  return Array.from({ length: legs }, (_, leg) => components.filter((_, index) => index % legs === leg).flat());
}

function folderOf({ source }: Cluster): string {
  const file = source['']?.file ?? '';
  return file.slice(0, file.lastIndexOf('/') + 1);
}

function isInWorkspace(folder: string): boolean {
  return !/^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)/.test(folder);
}

function withSlash(folder: string): string {
  return folder === '' || folder === '.' ? '' : `${folder.replace(/\/+$/, '')}/`;
}
