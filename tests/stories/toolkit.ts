import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPlanted } from '../planted/build-planted.ts';
import { type Fault, plant } from '../planted/fault.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The commit that callers are said to use. */
export const TOOLKIT = { name: 'ecs-gitops/ecs-gitops', sha: 'c0de'.repeat(10) } as const;

const WITHOUT_FAULT = { name: 'stories', changes: [] } as const;

/** Lays out this repository as a release of it has it: workflows, actions and the bundle, built from src/ with a fault or without. */
export function layOutToolkit(folder: string, fault: Pick<Fault, 'name' | 'changes'> = WITHOUT_FAULT): string {
  const inWorkflows = fault.changes.filter(({ file }) => file.startsWith('.github/'));
  const inSource = fault.changes.filter(({ file }) => !file.startsWith('.github/'));
  const dist = buildPlanted(inSource.length > 0 ? { name: `stories-${fault.name}`, changes: inSource } : WITHOUT_FAULT);
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(ROOT, 'actions'), join(folder, 'actions'));
  symlinkSync(dist, join(folder, 'dist'));
  cpSync(join(ROOT, '.github/workflows'), join(folder, '.github/workflows'), { recursive: true });
  for (const change of inWorkflows) {
    if ('with' in change) throw new Error(`${change.file} is changed at one place, not replaced.`);
    const path = join(folder, change.file);
    writeFileSync(path, plant(fault.name, change, readFileSync(path, 'utf8')));
  }
  return folder;
}
