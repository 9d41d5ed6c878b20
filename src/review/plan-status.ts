import { nameInFolder } from '../model/config-folder.ts';
import type { CommitStatus, CommitStatuses } from '../ports/github.ts';
import type { Comment } from '../render/comment/comment.ts';
import { evidenceHash } from '../render/comment/evidence.ts';
import type { ReportState } from '../render/comment/report.ts';

/**
 * The required check, of each folder of config: whether a commit's plan could be made and may be merged, and what
 * exactly it showed.
 */
export const STATUS_CONTEXT = 'ecs-gitops/plan';

const HASH = / sha256:([0-9a-f]{64})$/;

/**
 * The status of a plan. The comment can be edited by every maintainer; its hash in the status shows whether it was.
 * Nobody can edit a status, but a workflow on any branch can set another one in our name: this is no proof against who
 * may push.
 */
export function planStatus(
  state: ReportState,
  folder: string,
  comment: Pick<Comment, 'evidence'> | undefined,
): CommitStatus {
  const hash = comment?.evidence ? ` sha256:${evidenceHash(comment.evidence)}` : '';
  const context = nameInFolder(STATUS_CONTEXT, folder);
  return { context, state: STATES[state], description: `${WORDS[state]}${hash}` };
}

/** What the newest status of ours on a commit says of the evidence; undefined where there is none. */
export async function reviewedHash(
  sha: string,
  folder: string,
  statuses: CommitStatuses,
  viewer: string,
): Promise<string | undefined> {
  const all = await statuses.list(sha);
  const own = nameInFolder(STATUS_CONTEXT, folder);
  const newest = all.find(({ context, author }) => context === own && author === viewer);
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
