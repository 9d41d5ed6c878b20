import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ACTIONS } from '../src/actions/contract.ts';

export interface BundleOptions {
  /** Folder that holds `project` and the sources; packages are found from there upwards. */
  readonly folder: string;
  /** tsconfig that compiles to `build`. */
  readonly project: string;
  /** Within `folder`. */
  readonly out: string;
}

const MODULES = fileURLToPath(new URL('../node_modules/', import.meta.url));

/** Compiles to JavaScript, then to one shared bundle with a two-line entry per action. Throws where a step fails. */
export function buildBundle({ folder, project, out }: BundleOptions): void {
  const run = (script: string, ...args: string[]): void => {
    execFileSync(process.execPath, [join(MODULES, script), ...args], { cwd: folder, stdio: 'inherit' });
  };
  rmSync(join(folder, 'build'), { recursive: true, force: true });
  rmSync(join(folder, out), { recursive: true, force: true }); // ncc never deletes old chunks
  run('typescript/bin/tsc', '-p', project);
  const bundler = ['build', 'build/main.js', '-o', out, '--license', 'LICENSES.txt', '--no-cache', '-q'];
  run('@vercel/ncc/dist/ncc/cli.js', ...bundler);
  for (const name of Object.keys(ACTIONS)) {
    const entry = `import { main } from './index.js';\n\nawait main('${name}');\n`;
    writeFileSync(join(folder, out, `${name}.js`), entry);
  }
}
