import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Source {
  /** From the repository's root, e.g. `src/model/plan.ts`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** All TypeScript sources below the folders, tests left out; relative imports are resolved to paths from the root. */
export function sourcesBelow(...folders: readonly string[]): readonly Source[] {
  return modulesBelow(folders, (name) => !/(\.test|\.d)\.ts$/.test(name));
}

export function testsBelow(...folders: readonly string[]): readonly Source[] {
  return modulesBelow(folders, (name) => name.endsWith('.test.ts'));
}

function modulesBelow(folders: readonly string[], isWanted: (name: string) => boolean): readonly Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.m?ts$/.test(entry.name) && isWanted(entry.name))
      .map((entry) => read(relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))),
  );
}

/** Names of the folders directly in one. */
export function foldersIn(folder: string): readonly string[] {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function read(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return { path, text, imports: importsOf(path, text) };
}

const SPECIFIER = /(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)['"]([^'"]+)['"]/gm;

export function importsOf(path: string, text: string): readonly string[] {
  return [...text.matchAll(SPECIFIER)].map(([, specifier = '']) =>
    specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier,
  );
}
