import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ToolkitError } from '../../model/errors.ts';

const MOST_FILES = 2_000;
const LARGEST_BYTES = 1024 * 1024;

/**
 * Every file below `folder`, by its path as the workspace knows it (`config/web/cluster.yaml`, '/' between parts),
 * hidden files and folders left out. Throws CONFIG_INVALID where the folder is too large to be config.
 */
export async function readConfigFiles(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !path
          .slice(folder.length)
          .split(/[\\/]/)
          .some((part) => part.startsWith('.') && part.length > 1),
    )
    .sort();
  if (paths.length > MOST_FILES) throw tooLarge(`${folder} contains more than ${MOST_FILES} files.`);
  const files = await Promise.all(
    paths.map(async (path) => [path.replaceAll('\\', '/'), await readOne(path)] as const),
  );
  return new Map(files.flatMap(([path, content]) => (content ? [[path, content] as const] : [])));
}

async function readOne(path: string): Promise<Uint8Array | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  if (found.size > LARGEST_BYTES) throw tooLarge(`${path} is larger than 1 MiB.`);
  return readFile(path);
}

function tooLarge(message: string): ToolkitError {
  return new ToolkitError('CONFIG_INVALID', message, {
    hint: 'Set the input `config` to the folder that contains cluster.yaml.',
  });
}
