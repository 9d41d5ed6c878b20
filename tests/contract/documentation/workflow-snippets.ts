import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Workflow } from '../../workflows/workflow-file.ts';
import { languageServiceMessages } from '../run-language-service.ts';
import { callProblems } from '../workflow-calls.ts';
import { expressionsInScripts } from '../workflow-checks.ts';
import type { Page, Snippet } from './page.ts';
import { kindOf } from './snippet-kind.ts';

interface WorkflowSnippet {
  readonly snippet: Snippet;
  readonly workflow: Workflow;
}

/** What GitHub's language service and the contracts of our actions and workflows say of the workflows that pages show. */
export function workflowProblems(pages: readonly Page[]): readonly string[] {
  const shown = pages.flatMap(({ snippets }) => snippets.flatMap(workflowSnippet));
  return [...ownProblems(shown), ...githubProblems(shown)];
}

function workflowSnippet(snippet: Snippet): readonly WorkflowSnippet[] {
  const found = kindOf(snippet);
  return found?.kind === 'workflow' ? [{ snippet, workflow: found.workflow as unknown as Workflow }] : [];
}

function ownProblems(shown: readonly WorkflowSnippet[]): readonly string[] {
  return shown.flatMap(({ snippet, workflow }) =>
    Object.entries(workflow.jobs).flatMap(([id, job]) =>
      [...callProblems(job, workflow.permissions), ...(job.steps ?? []).flatMap(expressionsInScripts)].map(
        (problem) => `${snippet.at} ${id}: ${problem}`,
      ),
    ),
  );
}

/** All in one process: it takes a second to start. */
function githubProblems(shown: readonly WorkflowSnippet[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-gitops-documentation-'));
  try {
    const files = new Map(
      shown.map(({ snippet, workflow }, index) => {
        const file = join(folder, `${index}.yml`);
        writeFileSync(file, stringify(workflow, { aliasDuplicateObjects: false }));
        return [file, snippet.at];
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
