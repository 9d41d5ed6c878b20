import type { Story } from '../story.ts';
import { BOTH, bumped, plannedOnce } from './shared.ts';

const READY = 'plan #1 success: comment ready, status success';
const APPLIED = 'apply success: service/shop/api deployed, #1 comment applied, deployment success';
const BEFORE = 'AWS: api v1 ×2, web v1 ×2';

/** What is merged at the same time, and runs that come in another order than they were started in. */
export const MERGES: readonly Story[] = [
  {
    name: 'two merges at once',
    begins: 'serving',
    expected: [
      READY,
      'plan #2 success: comment ready, status success',
      APPLIED,
      'apply success: service/shop/web deployed, #2 comment applied, deployment success',
      'AWS: api v2 ×2, web v2 ×2',
    ],
    play: async (scene) => {
      const { open, plan, merge, apply } = scene;
      const pull = await plannedOnce(scene);
      const other = await open(bumped('web', 'v2'));
      await plan(other);
      const [first, second] = [await merge(pull), await merge(other)];
      await apply(first);
      await apply(second);
    },
  },
  {
    name: 'two merges at once, the first one dropped from the queue',
    begins: 'serving',
    expected: [
      READY,
      'plan #2 success: comment ready, status success',
      'apply success: service/shop/api deployed, service/shop/web deployed, #1 comment applied, #2 comment applied, deployment success',
      'AWS: api v2 ×2, web v2 ×2',
    ],
    play: async (scene) => {
      const { open, plan, merge, apply, show } = scene;
      const pull = await plannedOnce(scene);
      const other = await open(bumped('web', 'v2'));
      await plan(other);
      await merge(pull);
      await apply(await merge(other));
      show(pull);
    },
  },
  {
    name: 'two merges of the same service',
    begins: 'serving',
    expected: [
      READY,
      'plan #2 success: comment ready, status success',
      APPLIED,
      'apply success: service/shop/api deployed, #2 comment applied, deployment success',
      'AWS: api v2 ×2, web v1 ×2',
    ],
    play: async (scene) => {
      const { open, plan, merge, apply } = scene;
      const pull = await plannedOnce(scene);
      const environment = '[{ name: LOG_LEVEL, value: debug }]';
      const other = await open(bumped('api', 'v1', { container: { environment } }));
      await plan(other);
      const [first, second] = [await merge(pull), await merge(other)];
      await apply(first);
      await apply(second);
    },
  },
  {
    name: 'an older run arriving late',
    begins: 'serving',
    expected: [
      READY,
      'plan #2 success: comment ready, status success',
      'apply success: service/shop/api deployed, service/shop/web deployed, #1 comment applied, #2 comment applied, deployment success',
      'apply success: nothing changed, deployment none',
      'AWS: api v2 ×2, web v2 ×2',
    ],
    play: async (scene) => {
      const { open, plan, merge, apply, show } = scene;
      const pull = await plannedOnce(scene);
      const other = await open(bumped('web', 'v2'));
      await plan(other);
      const [first, second] = [await merge(pull), await merge(other)];
      await apply(second);
      await apply(first);
      show(pull);
    },
  },
  {
    name: 'another commit after the plan',
    begins: 'serving',
    expected: [
      READY,
      'apply failure: service/shop/api blocked, service/shop/web blocked, #1 comment blocked, deployment failure',
      BEFORE,
    ],
    play: async (scene) => {
      const pull = await plannedOnce(scene);
      await scene.amend(pull, BOTH);
      await scene.apply(await scene.merge(pull));
    },
  },
  {
    name: 'what an earlier merge has left is shown by the next pull request',
    begins: 'serving',
    expected: [
      READY,
      'apply failure: service/shop/api rolled-back, #1 comment rolled-back, deployment failure',
      'plan #2 success: comment ready, status success',
      'apply failure: service/shop/api rolled-back, service/shop/web deployed, #1 comment rolled-back, #2 comment rolled-back, deployment failure',
      'AWS: api v1 ×2, web v2 ×2',
    ],
    play: async ({ open, plan, merge, apply, show }) => {
      const pull = await open(bumped('api', 'crashes'));
      await plan(pull);
      await apply(await merge(pull));
      const other = await open(bumped('web', 'v2'));
      await plan(other);
      show(other);
      await apply(await merge(other));
    },
  },
];
