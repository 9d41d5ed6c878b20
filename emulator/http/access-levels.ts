import { readFileSync } from 'node:fs';
import type { ServiceName } from '../core/world.ts';

const LEVELS: Readonly<Partial<Record<ServiceName, Readonly<Record<string, string>>>>> = JSON.parse(
  readFileSync(new URL('../shapes/access-levels.json', import.meta.url), 'utf8'),
);

/** The access level that IAM gives to an operation: `List`, `Read`, `Write`, `Tagging, Write` and so on. */
export function accessLevelOf(service: ServiceName, operation: string): string {
  return LEVELS[service]?.[operation] ?? 'Unknown';
}

export const isWrite = (accessLevel: string): boolean => accessLevel !== 'List' && accessLevel !== 'Read';
