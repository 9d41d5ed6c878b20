import { readFileSync } from 'node:fs';
import type { Statement } from './policy/document.ts';
import { parsePolicy } from './policy/document.ts';

const parsed = new Map<string, readonly Statement[]>();
let documents: Readonly<Record<string, unknown>> | undefined;

/** What one of AWS's managed policies says; nothing where the emulator does not have it. Read when first asked for. */
export function managedPolicy(arn: string): readonly Statement[] {
  documents ??= JSON.parse(readFileSync(new URL('../shapes/managed-policies.json', import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;
  const known = parsed.get(arn) ?? (Object.hasOwn(documents, arn) ? parsePolicy(JSON.stringify(documents[arn])) : []);
  parsed.set(arn, known);
  return known;
}
