import { cp, mkdir, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, matchesGlob } from 'node:path';

/** The artifacts of one run: flat names, each a folder. */
export class Artifacts {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** As actions/upload-artifact: files that match the pattern, from their last common folder. How many there were. */
  async upload(name: string, pattern: string): Promise<number> {
    const target = join(this.folder, name);
    if (await exists(target)) throw new Error(`An artifact with the name ${name} exists already.`);
    const files = await matching(pattern);
    if (files.length > 0) await mkdir(target, { recursive: true });
    for (const file of files) await cp(file, join(target, basename(file)));
    return files.length;
  }

  /** As actions/download-artifact with `pattern`; merged into one folder or one folder for each. */
  async download(pattern: string, path: string, isMerged: boolean): Promise<number> {
    const names = (await exists(this.folder)) ? await readdir(this.folder) : [];
    const found = names.filter((name) => matchesGlob(name, pattern));
    for (const name of found) {
      const target = isMerged ? path : join(path, name);
      await mkdir(target, { recursive: true });
      await cp(join(this.folder, name), target, { recursive: true });
    }
    return found.length;
  }
}

/** Files that a path names: one file, all below a folder, or those of a folder whose names match. */
async function matching(pattern: string): Promise<readonly string[]> {
  const found = await stat(pattern).catch(() => undefined);
  if (found?.isFile()) return [pattern];
  const folder = found?.isDirectory() ? pattern : dirname(pattern);
  const entries = (await exists(folder)) ? await readdir(folder, { recursive: !!found, withFileTypes: true }) : [];
  return entries
    .filter((entry) => entry.isFile())
    .filter(({ name }) => found !== undefined || matchesGlob(name, basename(pattern)))
    .map(({ parentPath, name }) => join(parentPath, name));
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
