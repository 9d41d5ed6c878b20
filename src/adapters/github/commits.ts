import type { Commits, Comparison } from '../../ports/github.ts';
import { calling, statusOf } from './calling.ts';
import { pullOf } from './pulls.ts';
import type { Repository } from './repository.ts';

/** GitHub lists no more commits of a comparison than this on one page. */
const PER_PAGE = 100;
/** A push of more is told like one that cannot be compared. */
const MOST_PAGES = 10;

export function createCommits(repository: Repository): Commits {
  const { octokit, name, clock } = repository;
  return {
    compare: async (base, head) => {
      try {
        return await calling(`comparing ${base} with ${head}`, () => compareAll(repository, base, head), clock);
      } catch (error) {
        if (statusOf((error as { readonly cause?: unknown }).cause) === 404) return undefined;
        throw error;
      }
    },
    pulls: (sha) =>
      calling(
        `asking for the pull requests of ${sha}`,
        async () => {
          const { rest } = await octokit();
          const query = { ...name, commit_sha: sha, per_page: PER_PAGE };
          return (await rest.repos.listPullRequestsAssociatedWithCommit(query)).data.map(pullOf);
        },
        clock,
      ),
  };
}

async function compareAll({ octokit, name }: Repository, base: string, head: string): Promise<Comparison> {
  const { rest } = await octokit();
  const commits: string[] = [];
  for (let page = 1; ; page++) {
    const query = { ...name, basehead: `${base}...${head}`, per_page: PER_PAGE, page };
    const { data } = await rest.repos.compareCommitsWithBasehead(query);
    commits.push(...data.commits.map(({ sha }) => sha));
    const isLast = data.commits.length < PER_PAGE || page === MOST_PAGES;
    if (isLast) return { status: data.status as Comparison['status'], commits };
  }
}
