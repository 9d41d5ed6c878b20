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
 * What the commit touches, by the paths that it changed, as the workspace knows them; undefined where they could not be told.
 * In doubt everything is: paths in the config folder that belong to no cluster that is there, anything in .github, and a folder
 * whose name does not say where in the workspace it is.
 */
export function affectedClusters(
  clusters: readonly Cluster[],
  folder: string,
  paths: readonly string[] | undefined,
): readonly AffectedCluster[] {
  const root = withSlash(folder.replace(/^\.\//, ''));
  const isKnown = (path: string): boolean => clusters.some((cluster) => path.startsWith(folderOf(cluster)));
  const isDoubtful = (path: string): boolean =>
    path.startsWith('.github/') || (path.startsWith(root) && !isKnown(path));
  if (paths === undefined || !isInWorkspace(folder) || paths.some(isDoubtful)) {
    return clusters.map((cluster) => ({ cluster, legs: legsOf(cluster, cluster.services) }));
  }
  return clusters.flatMap((cluster) => {
    const inside = paths.filter((path) => path.startsWith(folderOf(cluster)));
    return inside.length === 0 ? [] : [{ cluster, legs: legsOf(cluster, touchedServices(cluster, inside)) }];
  });
}

/** A file that belongs to no service that is there, cluster.yaml first of all, touches them all. */
function touchedServices(cluster: Cluster, paths: readonly string[]): readonly Service[] {
  const folderOfService = ({ name }: Service): string => `${folderOf(cluster)}services/${name}/`;
  const isOfService = (path: string): boolean =>
    cluster.services.some((each) => path.startsWith(folderOfService(each)));
  if (!paths.every(isOfService)) return cluster.services;
  return cluster.services.filter((service) => paths.some((path) => path.startsWith(folderOfService(service))));
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
