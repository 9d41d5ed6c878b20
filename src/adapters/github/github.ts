import type { Clock } from '../../ports/clock.ts';
import type { GitHub } from '../../ports/github.ts';
import { calling } from './calling.ts';
import { createComments } from './comments.ts';
import { createCommits } from './commits.ts';
import { createDeployments } from './deployments.ts';
import { createIssues } from './issues.ts';
import { createPulls } from './pulls.ts';
import { loginOf, openRepository, type RepositorySettings } from './repository.ts';
import { createStatuses } from './statuses.ts';

interface Viewer {
  readonly viewer: { readonly login: string };
}

/** GitHub through Octokit, which is loaded when it is first asked. */
export function createGitHub(settings: RepositorySettings, clock: Clock): GitHub {
  const repository = openRepository(settings, clock);
  return {
    viewer: () =>
      calling(
        'asking whose token this is',
        async () => loginOf((await (await repository.octokit()).graphql<Viewer>('{ viewer { login } }')).viewer),
        clock,
      ),
    comments: createComments(repository),
    pulls: createPulls(repository),
    commits: createCommits(repository),
    statuses: createStatuses(repository),
    deployments: createDeployments(repository),
    issues: createIssues(repository),
  };
}
