import { nameInFolder } from '../model/config-folder.ts';
import { REVIEWED_VERSION, type ReviewedPlans } from '../model/reviewed.ts';
import type { Comparison, GitHub, PullView } from '../ports/github.ts';
import { evidenceHash, findEvidence, readEvidence } from '../render/comment/evidence.ts';
import { type AppliedCommits, appliedCommits } from './applied-commits.ts';
import { markedComments } from './marked-comment.ts';
import { type MergedPulls, mergedPulls } from './merged-pulls.ts';
import { reviewedHash, STATUS_CONTEXT } from './plan-status.ts';

interface PushedCommit {
  readonly sha: string;
  /** What the branch was at before the push; undefined where it was not there. */
  readonly before: string | undefined;
  /** The folder of config that is applied. */
  readonly folder: string;
}

interface CollectedReviews {
  readonly reviewed: ReviewedPlans;
  /**
   * The last commit that was applied completely; undefined where none is known, or so much came since that not all was
   * looked at.
   */
  readonly base: string | undefined;
  /** Whether all pull requests since then were looked at. */
  readonly isWhole: boolean;
}

/** What the pull requests that were merged since the last applied commit have shown. */
export async function collectReviews(pushed: PushedCommit, github: GitHub, viewer: string): Promise<CollectedReviews> {
  const applied = await appliedCommits(pushed.folder, github.deployments, viewer);
  const { base, pulls, isWhole } = await pullsSince(pushed, applied, github);
  const units: ReviewedPlans['units'][number][] = [];
  const rejected: { readonly pull: number; readonly reason: string }[] = [];
  for (const pull of pulls) {
    const shown = await shownBy(pull, pushed.folder, github, viewer);
    if (typeof shown === 'string') rejected.push({ pull: pull.number, reason: shown });
    else units.push(...shown);
  }
  const supersededBy = await newerThan(pushed, applied, github);
  const reviewed = { version: REVIEWED_VERSION, commit: pushed.sha, supersededBy, units, rejected } as const;
  return { reviewed, base: isWhole ? base : undefined, isWhole };
}

/** Pull requests that brought what a push applies. */
export async function pullsOfPush(pushed: PushedCommit, github: GitHub, viewer: string): Promise<readonly PullView[]> {
  return (await pullsSince(pushed, await appliedCommits(pushed.folder, github.deployments, viewer), github)).pulls;
}

async function pullsSince(
  pushed: PushedCommit,
  applied: AppliedCommits,
  github: GitHub,
): Promise<MergedPulls & Pick<CollectedReviews, 'base'>> {
  const { sha, before } = pushed;
  const { complete, oldest } = applied;
  const since = complete === undefined ? undefined : await github.commits.compare(complete, sha);
  if (since) return { base: complete, ...(await mergedPulls(sha, since, github)) };
  // Nothing that came before is known to be there, whatever this push brings: the first run may have been passed over
  // or failed.
  const known = (await compared(oldest?.before, sha, github)) ?? (await compared(before, sha, github));
  const { commits, isWhole } = known ?? { commits: [], isWhole: true };
  const ends = [...new Set([oldest?.sha ?? sha, sha])].filter((end) => commits.every((commit) => commit.sha !== end));
  const all = [...ends.map((end) => ({ sha: end, parents: [] })), ...commits];
  return { base: undefined, ...(await mergedPulls(sha, { commits: all, isWhole }, github)) };
}

async function compared(base: string | undefined, head: string, github: GitHub): Promise<Comparison | undefined> {
  return base === undefined ? undefined : github.commits.compare(base, head);
}

/** The units that a pull request's comment showed, or why it is no evidence. */
async function shownBy(
  { number, head }: PullView,
  folder: string,
  { comments, statuses }: GitHub,
  viewer: string,
): Promise<readonly ReviewedPlans['units'][number][] | string> {
  const [comment] = await markedComments(comments, { pull: number, folder }, viewer);
  if (!comment) return 'It has no plan.';
  if (comment.marker.head !== head) return 'Its plan is for an earlier commit than the one that was merged.';
  const line = findEvidence(comment.body);
  if (line === undefined) return 'Its comment does not contain exactly what it showed.';
  if ((await reviewedHash(head, folder, statuses, viewer)) !== evidenceHash(line)) {
    const context = nameInFolder(STATUS_CONTEXT, folder);
    return `Its comment does not match the status ${context}: somebody edited it.`;
  }
  const units = readEvidence(line);
  return units ? units.map((unit) => ({ ...unit, pull: number })) : 'What its comment showed cannot be read.';
}

async function newerThan(
  { sha }: PushedCommit,
  { newest }: AppliedCommits,
  github: GitHub,
): Promise<string | undefined> {
  const found = await compared(newest, sha, github);
  return found?.status === 'behind' ? newest : undefined;
}
