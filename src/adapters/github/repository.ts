import type { getOctokit } from '@actions/github';
import type { Clock } from '../../ports/clock.ts';

type Octokit = ReturnType<typeof getOctokit>;

/** Where and as whom GitHub is asked. */
export interface RepositorySettings {
  readonly token: string;
  /** E.g. `https://api.github.com`. */
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
}

/** What every call has. Octokit is loaded at the first one. */
export interface Repository {
  readonly octokit: () => Promise<Octokit>;
  readonly name: { readonly owner: string; readonly repo: string };
  readonly clock: Clock;
}

export function openRepository({ token, apiUrl, owner, repo }: RepositorySettings, clock: Clock): Repository {
  let loading: Promise<Octokit> | undefined;
  const load = async (): Promise<Octokit> => {
    const { getOctokit } = await import('@actions/github');
    return getOctokit(token, { baseUrl: apiUrl });
  };
  return {
    octokit: () => {
      loading ??= load();
      return loading;
    },
    name: { owner, repo },
    clock,
  };
}

/** GitHub calls the same app `github-actions[bot]` over REST and, in places, `github-actions` over GraphQL. */
export function loginOf(user: { readonly login: string } | null | undefined): string {
  return (user?.login ?? '').replace(/\[bot\]$/, '');
}
