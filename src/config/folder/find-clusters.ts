import type { ConfigIssue } from '../../model/source.ts';
import { didYouMean, suggestion } from '../suggestion.ts';
import { FILE_NAMES, SERVICES } from './file-names.ts';
import { strayClusters } from './stray-folders.ts';
import type { Tree } from './tree.ts';

interface FoundClusters {
  readonly folders: readonly Tree[];
  readonly issues: readonly ConfigIssue[];
}

/** The folders of the selected cluster, or of all: `tree` is a cluster's folder or the one above. */
export function findClusters(tree: Tree, selected: string | undefined): FoundClusters {
  const folders = isClusterFolder(tree) ? [tree] : [...tree.folders.values()].filter(isClusterFolder);
  const issue = (message: string, hint: string): FoundClusters => {
    return { folders: [], issues: [{ at: { file: tree.path || '.', line: 1, column: 1 }, message, hint }] };
  };
  if (folders.length === 0) {
    const what =
      tree.files.size + tree.folders.size === 0 ? 'This folder is empty.' : 'This folder contains no cluster.';
    return issue(what, 'Create <cluster>/cluster.yaml in it, with at least region and account.');
  }
  if (selected === undefined) {
    const others = isClusterFolder(tree) ? [] : [...tree.folders.values()].filter((one) => !isClusterFolder(one));
    return { folders, issues: strayClusters(others) };
  }
  const found = folders.filter(({ name }) => name === selected);
  if (found.length > 0) return { folders: found, issues: [] };
  const names = folders.map(({ name }) => name);
  return issue(`There is no cluster "${selected}" here.`, didYouMean(selected, names, 'Create its folder.'));
}

/** A folder with cluster.yaml or services/, or with a file that was probably meant to be cluster.yaml. */
function isClusterFolder({ files, folders }: Tree): boolean {
  const names: readonly string[] = FILE_NAMES.cluster;
  return folders.has(SERVICES) || [...files.keys()].some((name) => names.includes(name) || isNearly(name));
}

function isNearly(name: string): boolean {
  return suggestion(name, ['cluster.yaml', 'cluster.yml', 'cluster.json']) !== undefined;
}
