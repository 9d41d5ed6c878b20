import { REVIEWED_VERSION, type ReviewedPlans } from '../model/reviewed.ts';
import type { Comparison, GitHub, PullView } from '../ports/github.ts';
import { evidenceHash, findEvidence, readEvidence } from '../render/comment/evidence.ts';
import { type AppliedCommits, appliedCommits } from './applied-commits.ts';
import { markedComments } from './marked-comment.ts';
import { reviewedHash } from './plan-status.ts';

export interface PushedCommit {
  readonly sha: string;
  /** What the branch was at before the push; undefined where it was not there. */
  readonly before: string | undefined;
}

export interface CollectedReviews {
  readonly reviewed: ReviewedPlans;
  /** The last commit that was applied completely, or the one before the push; undefined where neither is known. */
  readonly base: string | undefined;
}

/** What the pull requests that were merged since the last applied commit have shown. */
export async function collectReviews(pushed: PushedCommit, github: GitHub, viewer: string): Promise<CollectedReviews> {
  const applied = await appliedCommits(github.deployments, viewer);
  const { base, commits } = await commitsSince(pushed, applied, github);
  const pulls = await mergedPulls(commits, github);
  const found = await Promise.all(pulls.map(async (pull) => ({ pull, shown: await shownBy(pull, github, viewer) })));
  const units = found.flatMap(({ pull, shown }) =>
    typeof shown === 'string' ? [] : shown.map((unit) => ({ ...unit, pull: pull.number })),
  );
  const rejected = found.flatMap(({ pull, shown }) =>
    typeof shown === 'string' ? [{ pull: pull.number, reason: shown }] : [],
  );
  const supersededBy = await newerThan(pushed, applied, github);
  return { reviewed: { version: REVIEWED_VERSION, commit: pushed.sha, supersededBy, units, rejected }, base };
}

/** Pull requests that brought what a push applies. */
export async function pullsOfPush(pushed: PushedCommit, github: GitHub, viewer: string): Promise<readonly PullView[]> {
  const { commits } = await commitsSince(pushed, await appliedCommits(github.deployments, viewer), github);
  return mergedPulls(commits, github);
}

async function commitsSince(
  { sha, before }: PushedCommit,
  { complete }: AppliedCommits,
  { commits }: GitHub,
): Promise<{ readonly base: string | undefined; readonly commits: readonly string[] }> {
  for (const base of [complete, before]) {
    const found = base === undefined ? undefined : await commits.compare(base, sha);
    if (found) return { base, commits: found.commits };
  }
  return { base: undefined, commits: [sha] };
}

async function mergedPulls(shas: readonly string[], { commits }: GitHub): Promise<readonly PullView[]> {
  const pulls = new Map<number, PullView>();
  for (const sha of shas) {
    for (const pull of await commits.pulls(sha)) if (pull.isMerged) pulls.set(pull.number, pull);
  }
  return [...pulls.values()].toSorted((a, b) => a.number - b.number);
}

/** The units that a pull request's comment showed, or why it is no evidence. */
async function shownBy(
  { number, head }: PullView,
  { comments, statuses }: GitHub,
  viewer: string,
): Promise<ReviewedPlans['units'][number][] | string> {
  const [comment] = await markedComments(comments, number, viewer);
  if (!comment) return 'It has no plan.';
  if (comment.marker.head !== head) return 'Its plan is of an earlier commit than was merged.';
  const line = findEvidence(comment.body);
  if (line === undefined) return 'Its comment does not say what exactly it showed.';
  if ((await reviewedHash(head, statuses, viewer)) !== evidenceHash(line)) {
    return 'Its comment is not the one that the status ecs-gitops/plan vouches for: somebody edited it.';
  }
  const units = readEvidence(line);
  return units ? units.map((unit) => ({ ...unit, pull: number })) : 'What its comment showed cannot be read.';
}

async function newerThan(
  { sha }: PushedCommit,
  { newest }: AppliedCommits,
  { commits }: GitHub,
): Promise<string | undefined> {
  const found: Comparison | undefined = newest === undefined ? undefined : await commits.compare(newest, sha);
  return found?.status === 'behind' ? newest : undefined;
}
