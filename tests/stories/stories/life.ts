import { clusterFile, SHOP, serviceFiles } from '../shop.ts';
import type { Story } from '../story.ts';
import { BOTH, bumped } from './shared.ts';

/** A pull request's ordinary life, and what else its config can be. */
export const LIFE: readonly Story[] = [
  {
    name: 'first cluster',
    begins: 'empty',
    files: { 'README.md': 'A shop.\n' },
    expected: [
      'plan #1 success: comment ready, status success',
      'apply success: service/shop/api deployed, service/shop/web deployed, stack/shop deployed, stack/shop-api deployed, stack/shop-web deployed, #1 comment applied, deployment success',
      'AWS: api v1 ×2, web v1 ×2',
    ],
    play: async ({ open, plan, merge, apply, show }) => {
      const pull = await open(SHOP);
      await plan(pull);
      show(pull);
      await apply(await merge(pull));
    },
  },
  {
    name: 'no changes',
    begins: 'serving',
    expected: [
      'plan #1 success: comment no-changes, status success',
      'apply success: nothing changed, #1 comment applied, deployment success',
      'AWS: api v1 ×2, web v1 ×2',
    ],
    play: async ({ open, plan, merge, apply, show }) => {
      const pull = await open({ 'config/shop/README.md': 'Nothing that AWS would see.\n' });
      await plan(pull);
      show(pull);
      await apply(await merge(pull));
    },
  },
  {
    name: 'nothing of the config is touched',
    begins: 'serving',
    expected: [
      'plan #1 success: comment no-changes, status success',
      'apply success: nothing changed, #1 comment no-changes, deployment none',
      'AWS: api v1 ×2, web v1 ×2',
    ],
    play: async ({ open, plan, merge, apply }) => {
      const pull = await open({ 'README.md': 'Only documentation.\n' });
      await plan(pull);
      await apply(await merge(pull));
    },
  },
  {
    name: 'image bump',
    begins: 'serving',
    expected: ['plan #1 success: comment ready, status success', 'AWS: api v1 ×2, web v1 ×2'],
    play: async ({ open, plan }) => {
      await plan(await open(bumped('api', 'v2')));
    },
  },
  {
    name: 'merged and applied',
    begins: 'serving',
    expected: [
      'plan #1 success: comment ready, status success',
      'apply success: service/shop/api deployed, #1 comment applied, deployment success',
      'AWS: api v2 ×2, web v1 ×2',
    ],
    play: async ({ open, plan, merge, apply }) => {
      const pull = await open(bumped('api', 'v2'));
      await plan(pull);
      await apply(await merge(pull));
    },
  },
  {
    name: 'merged and rolled back',
    begins: 'serving',
    expected: [
      'plan #1 success: comment ready, status success',
      'apply failure: service/shop/api rolled-back, #1 comment rolled-back, deployment failure',
      'AWS: api v1 ×2, web v1 ×2',
    ],
    play: async ({ open, plan, merge, apply }) => {
      const pull = await open(bumped('api', 'crashes'));
      await plan(pull);
      await apply(await merge(pull));
    },
  },
  {
    name: 'several services and the cluster',
    begins: 'serving',
    expected: [
      'plan #1 success: comment ready, status success',
      'apply success: service/shop/api deployed, service/shop/mail deployed, service/shop/web deployed, stack/shop deployed, stack/shop-mail deployed, #1 comment applied, deployment success',
      'AWS: api v2 ×2, mail v1 ×2, web v2 ×2',
    ],
    play: async ({ open, plan, merge, apply, show }) => {
      const cluster = clusterFile({ capacity: '{ minSize: 2, maxSize: 6 }' });
      const pull = await open({ ...cluster, ...BOTH, ...serviceFiles('mail') });
      await plan(pull);
      show(pull);
      await apply(await merge(pull));
    },
  },
  {
    name: 'a second cluster beside the first',
    begins: 'serving',
    expected: ['plan #1 success: comment ready, status success', 'AWS: api v1 ×2, web v1 ×2'],
    play: async ({ open, plan }) => {
      const blog = Object.entries({ ...clusterFile(), ...serviceFiles('front') }).map(
        ([path, text]) => [path.replace('config/shop/', 'config/shop-blog/'), text] as const,
      );
      await plan(await open({ ...Object.fromEntries(blog), ...bumped('api', 'v2') }));
    },
  },
  {
    name: 'merge queue',
    begins: 'serving',
    expected: [
      'plan #1 success: comment ready, status success',
      'merge group success: status success',
      'apply success: service/shop/api deployed, #1 comment applied, deployment success',
      'AWS: api v2 ×2, web v1 ×2',
    ],
    play: async ({ open, plan, queue, merge, apply }) => {
      const pull = await open(bumped('api', 'v2'));
      await plan(pull);
      await queue(pull);
      await apply(await merge(pull));
    },
  },
  {
    name: 'rolled back by a person',
    begins: 'serving',
    expected: [
      'plan #1 success: comment ready, status success',
      'apply success: service/shop/api deployed, #1 comment applied, deployment success',
      'rollback success: service/shop/api deployed, deployment success',
      'AWS: api v1 ×2, web v1 ×2',
    ],
    play: async ({ open, plan, merge, apply, rollBack }) => {
      const pull = await open(bumped('api', 'v2'));
      await plan(pull);
      await apply(await merge(pull));
      await rollBack('api');
    },
  },
];
