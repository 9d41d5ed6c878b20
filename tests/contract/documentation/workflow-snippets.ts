import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Workflow } from '../../workflows/workflow-file.ts';
import { languageServiceMessages } from '../run-language-service.ts';
import { callProblems, outputProblems } from '../workflow-calls.ts';
import { concurrencyProblems, deploymentsOfNothing, expressionsInScripts } from '../workflow-checks.ts';
import type { Located, Page } from './page.ts';
import { kindOf } from './snippet-kind.ts';

/**
 * What GitHub's language service and the contracts of our actions and workflows say of the workflows that pages show.
 */
export function workflowProblems(pages: readonly Page[]): readonly string[] {
  const shown = pages.flatMap(({ snippets }) =>
    snippets.flatMap((snippet) => {
      const found = kindOf(snippet);
      return found?.kind === 'workflow' ? [{ at: snippet.at, text: found.whole }] : [];
    }),
  );
  return [...shown.flatMap(ownProblems), ...githubProblems(shown)];
}

function ownProblems({ at, text }: Located): readonly string[] {
  const workflow: Workflow = parse(text);
  const { jobs, permissions } = workflow;
  const ofJobs = Object.entries(jobs).flatMap(([id, job]) =>
    [
      ...callProblems(job, permissions),
      ...(job.steps ?? []).flatMap((step) => [...expressionsInScripts(step), ...deploymentsOfNothing(step)]),
    ].map((problem) => `${id}: ${problem}`),
  );
  return [...concurrencyProblems(workflow), ...outputProblems(jobs), ...ofJobs].map((problem) => `${at} ${problem}`);
}

/** All in one process: it takes a second to start. */
function githubProblems(shown: readonly Located[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-gitops-documentation-'));
  try {
    const files = new Map(
      shown.map(({ at, text }, index) => {
        const file = join(folder, `${index}.yml`);
        writeFileSync(file, text);
        return [file, at];
      }),
    );
    return languageServiceMessages([...files.keys()]).map((line) => {
      const file = /^.*?\.yml/.exec(line)?.[0] ?? '';
      return `${files.get(file)} ${line.slice(file.length)}`;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
