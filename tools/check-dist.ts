/** Rebuilds the bundle beside the committed one and compares them byte for byte; exit code 1 where they differ. */

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const rebuilt = 'build/dist-check';

function contents(folder: string): ReadonlyMap<string, string> {
  const url = new URL(`${folder}/`, root);
  return new Map(
    readdirSync(url)
      .sort()
      .map((name) => [name, readFileSync(new URL(name, url), 'latin1')]),
  );
}

execFileSync(process.execPath, ['tools/build.ts', rebuilt], { cwd: root, stdio: 'inherit' });
const [committed, fresh] = [contents('dist'), contents(rebuilt)];
rmSync(new URL('build', root), { recursive: true, force: true });
const names = new Set([...committed.keys(), ...fresh.keys()]);
const different = [...names].filter((name) => committed.get(name) !== fresh.get(name));
if (different.length > 0) {
  console.error(`dist/ is not what the sources build: ${different.join(', ')}. Run "npm run build" and commit dist/.`);
  process.exitCode = 1;
} else {
  console.log(`dist/ is what the sources build (${names.size} files).`);
}
