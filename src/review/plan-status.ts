import type { CommitStatus, CommitStatuses } from '../ports/github.ts';
import type { Comment } from '../render/comment/comment.ts';
import { evidenceHash } from '../render/comment/evidence.ts';
import type { ReportState } from '../render/comment/report.ts';

/** The required check: whether a commit's plan could be made and may be merged, and what exactly it showed. */
const STATUS_CONTEXT = 'ecs-gitops/plan';

const HASH = / sha256:([0-9a-f]{64})$/;

/**
 * The status of a plan. The comment can be edited by every maintainer; its hash in the status, which only a job of this
 * repository can set in our name, shows whether it was.
 */
export function planStatus(state: ReportState, comment: Pick<Comment, 'evidence'> | undefined): CommitStatus {
  const hash = comment?.evidence ? ` sha256:${evidenceHash(comment.evidence)}` : '';
  return { context: STATUS_CONTEXT, state: STATES[state], description: `${WORDS[state]}${hash}` };
}

/** What the newest status of ours on a commit says of the evidence; undefined where there is none. */
export async function reviewedHash(sha: string, statuses: CommitStatuses, viewer: string): Promise<string | undefined> {
  const all = await statuses.list(sha);
  const newest = all.find(({ context, author }) => context === STATUS_CONTEXT && author === viewer);
  return newest && HASH.exec(newest.description)?.[1];
}

const STATES: Readonly<Record<ReportState, CommitStatus['state']>> = {
  planning: 'pending',
  ready: 'success',
  'no-changes': 'success',
  blocked: 'failure',
  invalid: 'failure',
  failed: 'error',
  'rolled-back': 'failure',
  stale: 'success',
  applying: 'success',
  applied: 'success',
  paused: 'success',
  closed: 'success',
};

const WORDS: Readonly<Record<ReportState, string>> = {
  planning: 'Planning.',
  ready: 'Merging applies this plan or stops.',
  'no-changes': 'Merging changes nothing.',
  blocked: 'The plan is blocked; the comment says why.',
  invalid: 'The config is invalid.',
  failed: 'The plan could not be made.',
  'rolled-back': 'Rolled back.',
  stale: 'The base branch has moved on.',
  applying: 'Being applied.',
  applied: 'Applied.',
  paused: 'Paused.',
  closed: 'Closed.',
};
