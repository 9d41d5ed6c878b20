import { basename } from 'node:path';
import type { RunOptions } from './run.ts';

/** The `github` context, as far as workflows here read it; its token comes with the job. */
export function githubContext({ event, repository, runId, runAttempt, workflow, github }: RunOptions) {
  const pull = event.payload['pull_request'] as
    | { readonly base: { readonly ref: string }; readonly head: { readonly ref: string } }
    | undefined;
  return {
    event: { ...event.payload, ...(event.inputs ? { inputs: event.inputs } : {}) },
    event_name: event.name,
    sha: event.sha,
    ref: event.ref,
    ref_name: event.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    base_ref: pull?.base.ref ?? '',
    head_ref: pull?.head.ref ?? '',
    actor: event.actor,
    repository: repository.name,
    repository_owner: repository.name.split('/')[0],
    run_id: String(runId),
    run_number: String(runId),
    run_attempt: String(runAttempt),
    workflow: basename(workflow),
    server_url: 'https://github.com',
    api_url: github.url,
  };
}
