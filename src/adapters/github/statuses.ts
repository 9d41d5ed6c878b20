import type { CommitStatus, CommitStatuses } from '../../ports/github.ts';
import { calling } from './calling.ts';
import { loginOf, type Repository } from './repository.ts';

export function createStatuses({ octokit, name, clock }: Repository): CommitStatuses {
  return {
    list: (sha) =>
      calling(
        `listing statuses of ${sha}`,
        async () => {
          const { paginate, rest } = await octokit();
          const found = await paginate(rest.repos.listCommitStatusesForRef, { ...name, ref: sha, per_page: 100 });
          return found.map(({ context, state, description, creator }) => ({
            context,
            state: state as CommitStatus['state'],
            description: description ?? '',
            author: loginOf(creator),
          }));
        },
        clock,
      ),
    set: async (sha, { url, ...status }) => {
      const request = { ...name, sha, ...status, target_url: url };
      await calling(
        `setting a status of ${sha}`,
        async () => (await octokit()).rest.repos.createCommitStatus(request),
        clock,
      );
    },
  };
}
