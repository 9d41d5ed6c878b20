/** Builds dist/: TypeScript to JavaScript, ncc to one shared bundle, and a two-line entry per action. */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { ACTIONS } from '../src/actions/contract.ts';

const root = new URL('../', import.meta.url);
const run = (script: string, ...args: string[]): void => {
  execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
};

const [out = 'dist'] = process.argv.slice(2);
rmSync(new URL('build', root), { recursive: true, force: true });
rmSync(new URL(out, root), { recursive: true, force: true }); // ncc never deletes old chunks
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
run(
  'node_modules/@vercel/ncc/dist/ncc/cli.js',
  'build',
  'build/main.js',
  '-o',
  out,
  '--license',
  'LICENSES.txt',
  '--no-cache',
  '-q',
);
for (const name of Object.keys(ACTIONS)) {
  writeFileSync(new URL(`${out}/${name}.js`, root), `import { main } from './index.js';\n\nawait main('${name}');\n`);
}
