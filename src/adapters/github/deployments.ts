import type { Deployments, DeploymentView } from '../../ports/github.ts';
import { calling } from './calling.ts';
import { loginOf, type Repository } from './repository.ts';

const PER_PAGE = 100;

export function createDeployments(repository: Repository): Deployments {
  const { octokit, name, clock } = repository;
  return {
    pages: (task) => pagesOf(repository, task),
    states: (id) =>
      calling(
        `listing statuses of deployment ${id}`,
        async () => {
          const { rest } = await octokit();
          const { data } = await rest.repos.listDeploymentStatuses({ ...name, deployment_id: id, per_page: 100 });
          return data.map(({ state }) => state);
        },
        clock,
      ),
    create: ({ sha, environment, task, description, payload }) =>
      calling(
        `creating a deployment to ${environment}`,
        async () => {
          const { rest } = await octokit();
          // It reports what is so: nothing is to be merged into it, and no check is to hold it up.
          const { data } = await rest.repos.createDeployment({
            ...name,
            ref: sha,
            environment,
            task,
            description,
            payload,
            auto_merge: false,
            required_contexts: [],
          });
          if ('id' in data) return data.id;
          throw new Error(`GitHub created no deployment: ${data.message ?? 'no reason given'}`);
        },
        clock,
        { repeatable: false },
      ),
    setStatus: async (id, { state, description, logUrl, environmentUrl }) => {
      await calling(
        `setting the status of deployment ${id}`,
        async () =>
          (await octokit()).rest.repos.createDeploymentStatus({
            ...name,
            deployment_id: id,
            state,
            description,
            log_url: logUrl,
            ...(environmentUrl === undefined ? {} : { environment_url: environmentUrl }),
          }),
        clock,
      );
    },
  };
}

async function* pagesOf({ octokit, name, clock }: Repository, task: string): AsyncGenerator<readonly DeploymentView[]> {
  for (let page = 1; ; page++) {
    const found = await calling(
      'listing deployments',
      async () =>
        (await (await octokit()).rest.repos.listDeployments({ ...name, task, per_page: PER_PAGE, page })).data,
      clock,
    );
    yield found.map(({ id, sha, creator, payload }) => ({ id, sha, author: loginOf(creator), payload }));
    if (found.length < PER_PAGE) return;
  }
}
