import type { Comparison, GitHub, PullView } from '../ports/github.ts';

/**
 * Asking for the pull requests of a commit is a request, of which a job's token has 1,000 an hour for the whole
 * repository.
 */
const MOST_COMMITS = 100;

export interface MergedPulls {
  readonly pulls: readonly PullView[];
  /** Whether they are all; the latest ones otherwise. */
  readonly isWhole: boolean;
}

/** Pull requests that brought commits to a branch, whose tip is `head`. */
export async function mergedPulls(
  head: string,
  { commits, isWhole }: Pick<Comparison, 'commits' | 'isWhole'>,
  github: GitHub,
): Promise<MergedPulls> {
  const asked = commits.length <= MOST_COMMITS ? commits.map(({ sha }) => sha) : mainline(head, commits);
  const pulls = new Map<number, PullView>();
  for (const sha of asked.slice(0, MOST_COMMITS)) {
    for (const pull of await github.commits.pulls(sha)) if (pull.isMerged) pulls.set(pull.number, pull);
  }
  return {
    pulls: [...pulls.values()].toSorted((a, b) => a.number - b.number),
    isWhole: isWhole && asked.length <= MOST_COMMITS,
  };
}

/** The commits of the branch itself, newest first: whatever else came in, came with one of its merges. */
function mainline(head: string, commits: Comparison['commits']): readonly string[] {
  const parents = new Map(commits.map((commit) => [commit.sha, commit.parents]));
  const line: string[] = [];
  for (let sha: string | undefined = head; sha !== undefined && parents.has(sha); sha = parents.get(sha)?.[0]) {
    line.push(sha);
  }
  return line;
}
