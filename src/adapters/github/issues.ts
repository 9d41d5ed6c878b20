import type { Issues, IssueView } from '../../ports/github.ts';
import { calling } from './calling.ts';
import { loginOf, type Repository } from './repository.ts';

interface ApiIssue {
  readonly number: number;
  readonly user: { readonly login: string } | null;
  readonly title: string;
  readonly body?: string | null;
  readonly state: string;
  readonly html_url: string;
  readonly pull_request?: unknown;
}

export function createIssues({ octokit, name, clock }: Repository): Issues {
  return {
    labelled: (label) =>
      calling(
        `listing issues with label ${label}`,
        async () => {
          const { paginate, rest } = await octokit();
          const query = { ...name, labels: label, state: 'all', per_page: 100 } as const;
          const found: readonly ApiIssue[] = await paginate(rest.issues.listForRepo, query);
          return found.filter(({ pull_request }) => pull_request === undefined).map(viewOf);
        },
        clock,
      ),
    create: ({ title, body, label }) =>
      calling(
        'opening an issue',
        async () => {
          const { rest } = await octokit();
          return viewOf((await rest.issues.create({ ...name, title, body, labels: [label] })).data);
        },
        clock,
        { repeatable: false },
      ),
    update: async (number, change) => {
      await calling(
        `updating issue #${number}`,
        async () => (await octokit()).rest.issues.update({ ...name, issue_number: number, ...change }),
        clock,
      );
    },
  };
}

function viewOf({ number, user, title, body, state, html_url }: ApiIssue): IssueView {
  return { number, author: loginOf(user), title, body: body ?? '', isOpen: state === 'open', url: html_url };
}
