import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ToolkitError } from '../../model/errors.ts';
import type { Environment } from '../inputs.ts';

/** What started the workflow, as far as a report depends on it. */
export type WorkflowEvent =
  | {
      readonly kind: 'pull-request';
      readonly number: number;
      readonly head: string;
      readonly base: string;
      readonly isClosed: boolean;
      readonly isMerged: boolean;
      /** The pull request comes from a repository whose owner must not get credentials. */
      readonly isFork: boolean;
    }
  | { readonly kind: 'merge-group'; readonly head: string; readonly base: string }
  | { readonly kind: 'push'; readonly head: string; readonly before: string | undefined; readonly branch: string }
  | { readonly kind: 'other'; readonly head: string };

const PULL_REQUEST = z.object({
  action: z.string(),
  pull_request: z.object({
    number: z.number(),
    merged: z.boolean().optional(),
    head: z.object({ sha: z.string(), repo: z.object({ full_name: z.string() }).nullish() }),
    base: z.object({ sha: z.string() }),
  }),
});
const MERGE_GROUP = z.object({ merge_group: z.object({ head_sha: z.string(), base_sha: z.string() }) });
const PUSH = z.object({ ref: z.string(), before: z.string(), after: z.string() });

/** Reads the event's payload. Throws INPUT_INVALID where it is not what GitHub documents. */
export function readEvent(env: Environment): WorkflowEvent {
  const head = env['GITHUB_SHA'] ?? '';
  switch (env['GITHUB_EVENT_NAME']) {
    case 'pull_request':
    case 'pull_request_target': {
      const { action, pull_request: pull } = payload(PULL_REQUEST, env);
      return {
        kind: 'pull-request',
        number: pull.number,
        head: pull.head.sha,
        base: pull.base.sha,
        isClosed: action === 'closed',
        isMerged: pull.merged === true,
        isFork: pull.head.repo?.full_name !== env['GITHUB_REPOSITORY'],
      };
    }
    case 'merge_group': {
      const { merge_group: group } = payload(MERGE_GROUP, env);
      return { kind: 'merge-group', head: group.head_sha, base: group.base_sha };
    }
    case 'push': {
      const { ref, before, after } = payload(PUSH, env);
      const isNew = /^0+$/.test(before);
      return {
        kind: 'push',
        head: after,
        before: isNew ? undefined : before,
        branch: ref.replace(/^refs\/heads\//, ''),
      };
    }
    default:
      return { kind: 'other', head };
  }
}

function payload<T>(shape: z.ZodType<T>, env: Environment): T {
  const path = env['GITHUB_EVENT_PATH'] ?? '';
  try {
    return shape.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new ToolkitError('INPUT_INVALID', `${path} is not the payload of a ${env['GITHUB_EVENT_NAME']} event.`, {
      hint: 'Run report in a workflow on GitHub, which sets GITHUB_EVENT_NAME and GITHUB_EVENT_PATH.',
      cause,
    });
  }
}
