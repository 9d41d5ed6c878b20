import type { Pulls, PullView } from '../../ports/github.ts';
import { calling } from './calling.ts';
import type { Repository } from './repository.ts';

interface ApiPull {
  readonly number: number;
  readonly state: string;
  readonly head: { readonly sha: string };
  readonly base: { readonly sha: string; readonly ref: string };
  readonly merged_at: string | null;
}

export function createPulls({ octokit, name, clock }: Repository): Pulls {
  return {
    get: (number) =>
      calling(
        `reading #${number}`,
        async () => pullOf((await (await octokit()).rest.pulls.get({ ...name, pull_number: number })).data),
        clock,
      ),
    open: () =>
      calling(
        'listing open pull requests',
        async () => {
          const query = { ...name, state: 'open', sort: 'updated', direction: 'desc', per_page: 100 } as const;
          return (await (await octokit()).rest.pulls.list(query)).data.map(pullOf);
        },
        clock,
      ),
  };
}

export function pullOf({ number, state, head, base, merged_at }: ApiPull): PullView {
  return {
    number,
    head: head.sha,
    base: base.sha,
    baseBranch: base.ref,
    isOpen: state === 'open',
    isMerged: merged_at !== null,
  };
}
