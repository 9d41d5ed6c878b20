import type { ConfigFolder } from '../config-folder.ts';

/** A folder with what lies directly in it. */
export interface Tree {
  readonly path: string;
  readonly name: string;
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  readonly folders: ReadonlyMap<string, Tree>;
}

/** The folder that the input names, as a tree; a file elsewhere is not in it. */
export function treeOf(folder: ConfigFolder): Tree {
  const path = normalised(folder.path);
  const prefix = path === '' || path.endsWith('/') ? path : `${path}/`;
  const inside = [...folder.files].filter(([file]) => normalised(file).startsWith(prefix));
  return grow(path, new Map(inside.map(([file, content]) => [normalised(file).slice(prefix.length), content])));
}

function grow(path: string, files: ReadonlyMap<string, Uint8Array | string>): Tree {
  const folders = new Map<string, Map<string, Uint8Array | string>>();
  for (const [file, content] of files) {
    const slash = file.indexOf('/');
    if (slash < 0) continue;
    const name = file.slice(0, slash);
    const inner = folders.get(name) ?? new Map<string, Uint8Array | string>();
    folders.set(name, inner.set(file.slice(slash + 1), content));
  }
  const below = path === '' || path.endsWith('/') ? path : `${path}/`;
  return {
    path,
    name: path.split('/').at(-1) ?? '',
    files: new Map([...files].filter(([file]) => !file.includes('/'))),
    folders: new Map([...folders].sort(byName).map(([name, inner]) => [name, grow(`${below}${name}`, inner)])),
  };
}

function normalised(path: string): string {
  const parts = path.split('/');
  const kept = parts.filter((part, index) => part !== '.' && (part !== '' || index === 0));
  return kept.length === 1 && kept[0] === '' && path.startsWith('/') ? '/' : kept.join('/');
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
