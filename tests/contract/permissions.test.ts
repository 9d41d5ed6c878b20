import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { sourcesBelow } from '../architecture/sources.ts';
import { templateGrants } from '../identity/granted.ts';

const SECURITY = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8');
/** Needs no permission. */
const FREE = ['GetCallerIdentity'];

const granted = templateGrants();

/** The operations in the code's own text: `new sdk.DescribeVpcsCommand(…)`, `sdk.paginateDescribeSubnets(…)`. */
function calledOperations(): readonly string[] {
  const found = sourcesBelow('src/adapters/aws').flatMap(({ text }) => [
    ...text.matchAll(/\bnew (?:\w+\.)?(\w+)Command\(|\bpaginate([A-Z]\w+)\(/g),
  ]);
  return [...new Set(found.map(([, command, paginated]) => command ?? paginated ?? ''))].sort();
}

test.each(calledOperations().filter((operation) => !FREE.includes(operation)))(
  'identity/template.yaml grants %s, which the actions call',
  (operation) => {
    expect(granted.map(({ action }) => action.split(':')[1])).toContain(operation);
  },
);

test('the operations are found in the code', () => {
  expect(calledOperations().length).toBeGreaterThan(40);
});

test('docs/security.md says of every statement of the template what it is for', () => {
  const statements = new Set(granted.map(({ statement }) => statement.split('/')[1] ?? ''));
  const [, permissions = ''] = SECURITY.split('\n## Permissions\n');
  const explained = [...permissions.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, sid = '']) => sid),
  );
  expect([...new Set(explained)].sort()).toEqual([...statements].sort());
});
