import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ACTIONS } from '../../src/actions/contract.ts';
import { buildPlanted } from '../planted/build-planted.ts';
import { type Fault, plant } from '../planted/fault.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The commit that callers are said to use. */
export const TOOLKIT = { name: 'ecs-gitops/ecs-gitops', sha: 'c0de'.repeat(10) } as const;

const WITHOUT_FAULT = { name: 'stories', changes: [] } as const;

/**
 * Lays out this repository as a release of it has it: workflows, actions and the bundle, built from src/ with a fault
 * or without.
 */
export function layOutToolkit(folder: string, fault: Pick<Fault, 'name' | 'changes'> = WITHOUT_FAULT): string {
  layOut(folder, fault, builtFrom(fault));
  return folder;
}

/** The same with actions that run from src/ as it is: slower, but there is nothing to build. */
export function layOutSources(folder: string): string {
  const dist = join(folder, 'dist');
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, 'package.json'), '{ "type": "module" }');
  const main = pathToFileURL(join(ROOT, 'src/main.ts'));
  for (const action of Object.keys(ACTIONS))
    writeFileSync(join(dist, `${action}.js`), `import { main } from '${main}';\n\nawait main('${action}');\n`);
  layOut(folder, WITHOUT_FAULT);
  return folder;
}

function builtFrom(fault: Pick<Fault, 'name' | 'changes'>): string {
  const changes = fault.changes.filter(({ file }) => file.startsWith('src/'));
  return buildPlanted(changes.length > 0 ? { name: `stories-${fault.name}`, changes } : WITHOUT_FAULT);
}

function layOut(folder: string, fault: Pick<Fault, 'name' | 'changes'>, dist?: string): void {
  const inWorkflows = fault.changes.filter(({ file }) => file.startsWith('.github/'));
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(ROOT, 'actions'), join(folder, 'actions'));
  // A copy, since the cache keeps only what was built last.
  if (dist) cpSync(dist, join(folder, 'dist'), { recursive: true });
  cpSync(join(ROOT, '.github/workflows'), join(folder, '.github/workflows'), { recursive: true });
  for (const change of inWorkflows) {
    if ('with' in change) throw new Error(`${change.file} is changed at one place, not replaced.`);
    const path = join(folder, change.file);
    writeFileSync(path, plant(fault.name, change, readFileSync(path, 'utf8')));
  }
}
