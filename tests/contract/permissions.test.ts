import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const ADAPTERS = new URL('../../src/adapters/aws/', import.meta.url);
const SECURITY = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8');
/** Needs no permission. */
const FREE = ['GetCallerIdentity'];

interface Statement {
  readonly Action: string | readonly string[];
}

const policies = [...SECURITY.matchAll(/```json\n(.*?)```/gs)].map(
  ([, text = '']): { readonly Statement: readonly Statement[] } => JSON.parse(text),
);
const granted = new Set(policies.flatMap(({ Statement }) => Statement).flatMap(({ Action }) => Action));

/** The operations in the code's own text: `new sdk.DescribeVpcsCommand(…)`, `sdk.paginateDescribeSubnets(…)`. */
function calledOperations(): readonly string[] {
  const sources = readdirSync(ADAPTERS)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, ADAPTERS), 'utf8'));
  const found = sources.flatMap((source) => [
    ...source.matchAll(/\bnew (?:\w+\.)?(\w+)Command\(|\bpaginate([A-Z]\w+)\(/g),
  ]);
  return [...new Set(found.map(([, command, paginated]) => command ?? paginated ?? ''))].sort();
}

test.each(calledOperations().filter((operation) => !FREE.includes(operation)))(
  'docs/security.md grants %s, which the actions call',
  (operation) => {
    expect([...granted].map((action) => action.split(':')[1])).toContain(operation);
  },
);

test('the operations are found in the code', () => {
  expect(calledOperations().length).toBeGreaterThan(40);
});
