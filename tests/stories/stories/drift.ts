import type { Story } from '../story.ts';
import { bumped, deployByHand, editRule } from './shared.ts';

/** What somebody has changed by hand. */
export const DRIFT: readonly Story[] = [
  {
    name: 'drift in the plan of a pull request',
    begins: 'serving',
    expected: [
      'plan #1 success: comment ready, status success',
      'apply success: service/shop/api deployed, stack/shop-api deployed, #1 comment applied, deployment success',
      'drift success: no issue',
      'AWS: api v2 ×2, web v1 ×2',
    ],
    play: async (scene) => {
      await editRule(scene);
      const pull = await scene.open(bumped('api', 'v2'));
      await scene.plan(pull);
      scene.show(pull);
      await scene.apply(await scene.merge(pull));
      await scene.checkDrift();
    },
  },
  {
    name: 'drift opens an issue, and closes it',
    begins: 'serving',
    expected: [
      'drift success: no issue',
      'drift success: issue open',
      'drift success: issue open',
      'plan #1 success: comment ready, status success',
      'apply success: service/shop/web deployed, stack/shop-api deployed, #1 comment applied, deployment success',
      'drift success: issue closed',
      'AWS: api v1 ×2, web v1 ×2',
    ],
    play: async (scene) => {
      await scene.checkDrift();
      await editRule(scene);
      await scene.checkDrift();
      await deployByHand(scene, 'web', { image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:hotfix' });
      await scene.checkDrift();
      scene.show(scene.world.github.state.issues[0]?.body);
      const pull = await scene.open({ 'config/shop/README.md': 'Back to what main says.\n' });
      await scene.plan(pull);
      await scene.apply(await scene.merge(pull));
      await scene.checkDrift();
    },
  },
];
