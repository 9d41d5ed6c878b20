import type { GitHub } from '../ports/github.ts';
import { restateComment } from '../render/comment/comment.ts';
import { markedComments } from './marked-comment.ts';

/** The most recently updated ones; a push must not cost a request for each of hundreds. */
const MOST_PULLS = 30;
const PLANNED = ['ready', 'blocked', 'no-changes'];

interface MovedBranch {
  readonly branch: string;
  readonly tip: string;
  /** The folder of config that the plans are of. */
  readonly folder: string;
}

/** Says in the comments of open pull requests to a branch that it has moved on since they were planned. */
export async function markStale({ branch, tip, folder }: MovedBranch, github: GitHub, viewer: string): Promise<void> {
  const pulls = (await github.pulls.open()).filter(({ baseBranch }) => baseBranch === branch).slice(0, MOST_PULLS);
  for (const { number } of pulls) {
    const [comment] = await markedComments(github.comments, { pull: number, folder }, viewer);
    if (!comment || comment.marker.base === tip || !PLANNED.includes(comment.marker.state)) continue;
    // Still of the run that planned it: a plan of that pull request which is under way is not to be taken for an older
    // one.
    const body = restateComment(comment.body, 'stale', comment.marker);
    if (body !== undefined) await github.comments.update(comment.id, body);
  }
}
