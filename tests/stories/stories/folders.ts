import type { Files } from '../repository.ts';
import { clusterFile, SHOP, serviceFiles } from '../shop.ts';
import type { Story } from '../story.ts';
import { bumped } from './shared.ts';

const BOTH_FILE = '.github/workflows/both.yml';

/** A repository that calls the workflows once for each of its folders, in one run. */
const BOTH = `name: both
on:
  pull_request:
  push: { branches: [main] }
permissions: {}
jobs:
  plan-production:
    if: github.event_name == 'pull_request'
    permissions: { contents: read, deployments: read, id-token: write, pull-requests: write, statuses: write }
    uses: ecs-gitops/ecs-gitops/.github/workflows/plan.yml@v1
    with:
      role: \${{ vars.ECS_GITOPS_ROLE }}
  plan-staging:
    needs: plan-production
    permissions: { contents: read, deployments: read, id-token: write, pull-requests: write, statuses: write }
    uses: ecs-gitops/ecs-gitops/.github/workflows/plan.yml@v1
    with:
      role: \${{ vars.ECS_GITOPS_ROLE }}
      config: staging
  apply-staging:
    if: github.event_name == 'push'
    permissions: { contents: read, deployments: write, id-token: write, pull-requests: write, statuses: read }
    uses: ecs-gitops/ecs-gitops/.github/workflows/apply.yml@v1
    with:
      provision-role: \${{ vars.ECS_GITOPS_PROVISION_ROLE }}
      deploy-role: \${{ vars.ECS_GITOPS_DEPLOY_ROLE }}
      config: staging
      environment: production
  apply-production:
    needs: apply-staging
    permissions: { contents: read, deployments: write, id-token: write, pull-requests: write, statuses: read }
    uses: ecs-gitops/ecs-gitops/.github/workflows/apply.yml@v1
    with:
      provision-role: \${{ vars.ECS_GITOPS_PROVISION_ROLE }}
      deploy-role: \${{ vars.ECS_GITOPS_DEPLOY_ROLE }}
      environment: production
`;

/** The shop's files for a stage of their own, in a folder beside config/. */
function staged(files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path.replace('config/shop/', 'staging/shop-staging/'), text]),
  );
}

/** More than one folder of config in a repository. */
export const FOLDERS: readonly Story[] = [
  {
    name: 'two folders of config',
    begins: 'serving',
    files: { ...SHOP, [BOTH_FILE]: BOTH },
    expected: [
      'plan #1 success: comment ready and ready, status success',
      'apply success: service/shop-staging/api deployed, service/shop/web deployed, stack/shop-staging deployed, stack/shop-staging-api deployed, #1 comment applied and applied, deployment success',
      'statuses: ecs-gitops/plan, ecs-gitops/plan (staging)',
      'environments: shop, shop-staging (staging)',
      'AWS: api v1 ×2, web v2 ×2',
    ],
    play: async ({ open, plan, merge, apply, show, tell, world }) => {
      const pull = await open({ ...staged({ ...clusterFile(), ...serviceFiles('api') }), ...bumped('web', 'v2') });
      await plan(pull, { workflow: BOTH_FILE });
      show(pull);
      await apply(await merge(pull), { workflow: BOTH_FILE });
      const { statuses, deployments } = world.github.state;
      const named = (names: readonly string[]): string => [...new Set(names)].toSorted().join(', ');
      tell(`statuses: ${named(statuses.map(({ context }) => context))}`);
      tell(`environments: ${named(deployments.map(({ environment }) => environment))}`);
    },
  },
];
