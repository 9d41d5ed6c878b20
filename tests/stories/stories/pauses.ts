import { CLUSTER, REGION, SHOP } from '../shop.ts';
import type { Story } from '../story.ts';
import { bumped } from './shared.ts';

const CONTINUE_FILE = '.github/workflows/continue.yml';

const CONTINUE = `name: continue
on: workflow_dispatch
permissions: {}
jobs:
  continue:
    permissions: { contents: read, deployments: write, id-token: write, pull-requests: write }
    uses: ecs-gitops/ecs-gitops/.github/workflows/continue.yml@v1
    with:
      role: \${{ vars.ECS_GITOPS_DEPLOY_ROLE }}
      cluster: ${CLUSTER}
      region: ${REGION}
      service: '*'
      environment: production
`;

/** Moves the traffic at once, after somebody has agreed. */
const PAUSES =
  '{ strategy: BLUE_GREEN, lifecycleHooks: [{ targetType: PAUSE, lifecycleStages: [PRE_PRODUCTION_TRAFFIC_SHIFT] }] }';

/** Deployments that wait for an answer. */
export const PAUSED: readonly Story[] = [
  {
    name: 'a pause answered after another merge',
    begins: 'serving',
    files: { ...SHOP, [CONTINUE_FILE]: CONTINUE },
    expected: [
      'plan #1 success: comment ready, status success',
      'apply success: service/shop/api paused, stack/shop-api deployed, #1 comment paused, deployment in_progress',
      'plan #2 success: comment ready, status success',
      'answer success: service/shop/api deployed, deployment success',
      'apply success: service/shop/web deployed, #1 comment applied, #2 comment applied, deployment success',
      'AWS: api v2 ×2, web v2 ×2',
    ],
    play: async ({ open, plan, merge, apply, answer, show }) => {
      const pull = await open(bumped('api', 'v2', { service: { deploymentConfiguration: PAUSES } }));
      await plan(pull);
      await apply(await merge(pull));
      show(pull);
      const other = await open(bumped('web', 'v2'));
      await plan(other);
      const pushed = await merge(other);
      await answer(CONTINUE_FILE);
      await apply(pushed);
    },
  },
];
