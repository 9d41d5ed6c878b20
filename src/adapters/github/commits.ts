import type { Commits, Comparison } from '../../ports/github.ts';
import { calling, statusOf } from './calling.ts';
import { pullOf } from './pulls.ts';
import type { Repository } from './repository.ts';

/** GitHub lists no more commits of a comparison than this on one page. */
const PER_PAGE = 100;
/** If there are more pages, only the newest are read. */
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

async function compareAll(repository: Repository, base: string, head: string): Promise<Comparison> {
  const oldest = await comparePage(repository, base, head, 1);
  const pages = Math.ceil(oldest.total / PER_PAGE);
  const first = Math.max(1, pages - MOST_PAGES + 1);
  const commits = first === 1 ? [...oldest.commits] : [];
  for (let page = Math.max(2, first); page <= pages; page++) {
    commits.push(...(await comparePage(repository, base, head, page)).commits);
  }
  return { status: oldest.status, commits, isWhole: first === 1 };
}

async function comparePage(
  { octokit, name }: Repository,
  base: string,
  head: string,
  page: number,
): Promise<Pick<Comparison, 'status' | 'commits'> & { readonly total: number }> {
  const { rest } = await octokit();
  const query = { ...name, basehead: `${base}...${head}`, per_page: PER_PAGE, page };
  const { data } = await rest.repos.compareCommitsWithBasehead(query);
  return {
    status: data.status as Comparison['status'],
    commits: data.commits.map(({ sha, parents }) => ({ sha, parents: parents.map((parent) => parent.sha) })),
    total: data.total_commits,
  };
}
