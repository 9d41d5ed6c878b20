import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildBundle } from '../../tools/bundle.ts';
import { type Fault, plant } from './fault.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/planted');

/** Planted code may leave behind what nothing uses any more. */
const PROJECT = {
  extends: join(ROOT, 'tsconfig.json'),
  compilerOptions: {
    noEmit: false,
    noUnusedLocals: false,
    noUnusedParameters: false,
    allowUnreachableCode: true,
    rootDir: 'src',
    outDir: 'build',
  },
  include: ['src'],
  exclude: ['src/**/*.test.ts'],
};

/**
 * Builds the bundle from src/ with a fault in it, as tools/build.ts does; without one it is what src/ is now. Returns
 * the folder that stands for dist/, from a cache where the same sources were built before. Throws where the fault no
 * longer fits or does not compile.
 */
export function buildPlanted({ name, changes }: Pick<Fault, 'name' | 'changes'>): string {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-gitops-planted-'));
  try {
    cpSync(join(ROOT, 'src'), join(folder, 'src'), { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
    for (const change of changes) {
      const path = join(folder, change.file);
      const planted =
        'with' in change
          ? readFileSync(join(ROOT, change.with), 'utf8')
          : plant(name, change, readFileSync(path, 'utf8'));
      writeFileSync(path, planted);
    }
    const built = join(CACHE, `${name}-${digestOf(folder)}`);
    if (existsSync(built)) return built;
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(PROJECT));
    buildBundle({ folder, project: 'tsconfig.json', out: 'dist' });
    keep(join(folder, 'dist'), built, name);
    return built;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of the sources and of the packages that are bundled with them. */
function digestOf(folder: string): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  const files = readdirSync(join(folder, 'src'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort())
    hash.update(path.slice(folder.length)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** In place of what was built of the same fault from other sources. */
function keep(dist: string, built: string, name: string): void {
  mkdirSync(CACHE, { recursive: true });
  const earlier = readdirSync(CACHE).filter((entry) => entry.slice(0, -17) === name);
  for (const entry of earlier) rmSync(join(CACHE, entry), { recursive: true, force: true });
  const beside = `${built}.${process.pid}`;
  cpSync(dist, beside, { recursive: true });
  if (existsSync(built)) rmSync(beside, { recursive: true, force: true });
  else renameSync(beside, built);
}
