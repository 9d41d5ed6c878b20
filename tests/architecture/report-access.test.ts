import { expect, test } from '@jest/globals';
import { sourcesBelow } from './sources.ts';

const imports = new Map(sourcesBelow('src').map(({ path, imports }) => [path, imports]));

function reachedFrom(start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const target of imports.get(path) ?? []) visit(target);
  };
  visit(start);
  return reached;
}

test('what writes to GitHub reaches nothing that speaks to AWS', () => {
  const reached = [...reachedFrom('src/actions/report/run.ts')];
  expect(reached).toContain('src/adapters/github/github.ts');
  expect(reached.filter((path) => /^src\/(adapters\/aws|engine)\/|^@aws-sdk\//.test(path))).toEqual([]);
});

test.each(['provision', 'deploy-service', 'verify-alb'])(
  'what speaks to AWS (%s) reaches nothing of GitHub',
  (action) => {
    const reached = [...reachedFrom(`src/actions/${action}/run.ts`)];
    expect(reached).toContain('src/adapters/aws/account.ts');
    expect(reached.filter((path) => /^src\/(adapters\/github|review)\/|^@actions\/github/.test(path))).toEqual([]);
  },
);
