import type { ConfigIssue } from '../../model/source.ts';
import { suggestion } from '../suggestion.ts';
import { FILE_NAMES, SERVICES } from './file-names.ts';
import type { Tree } from './tree.ts';

const NAMES: readonly string[] = Object.values(FILE_NAMES).flat();

/** Folders of a cluster that nothing reads though they hold files of our names, each at its first such file. */
export function strayFolders(cluster: Tree): readonly ConfigIssue[] {
  const services = cluster.folders.get(SERVICES);
  const beside = [...cluster.folders.values()].filter((folder) => folder !== services);
  const below = [...(services?.folders.values() ?? [])].flatMap(({ folders }) => [...folders.values()]);
  return [
    ...beside.flatMap((folder) => {
      const isServices = !services && suggestion(folder.name, [SERVICES]) !== undefined;
      return unread(folder, isServices ? `Rename it to ${SERVICES}.` : `Move it to ${SERVICES}/${folder.name}.`);
    }),
    ...below.flatMap((folder) => unread(folder, 'Move its files into the folder of the service.')),
  ];
}

/** The same beside the folders of clusters: files that belong to no cluster. */
export function strayClusters(folders: readonly Tree[]): readonly ConfigIssue[] {
  return folders.flatMap((folder) =>
    unread(folder, `Add ${folder.name}/cluster.yaml, or move it to ${SERVICES}/ of its cluster.`),
  );
}

function unread(folder: Tree, hint: string): readonly ConfigIssue[] {
  const file = firstMeant(folder);
  if (file === undefined) return [];
  return [{ at: { file, line: 1, column: 1 }, message: `Nothing reads the folder ${folder.name}.`, hint }];
}

/** The first file that somebody put there for us to read. */
function firstMeant({ path, files, folders }: Tree): string | undefined {
  const name = [...files.keys()].find((each) => NAMES.includes(each));
  if (name !== undefined) return `${path}/${name}`;
  for (const folder of folders.values()) {
    const found = firstMeant(folder);
    if (found !== undefined) return found;
  }
  return undefined;
}
