import type { Files } from '../repository.ts';
import { CLUSTER_FILE, clusterFile, serviceFileOf, serviceFiles } from '../shop.ts';
import type { Story } from '../story.ts';
import { bumped } from './shared.ts';

const RENAMED = { loadBalancer: '{ securityGroupName: shop-front }' };
const CONSENT = '[{ resource: LoadBalancerSecurityGroup, property: GroupName, to: shop-front }]';
const WITHOUT_WEB = { [serviceFileOf('web')]: undefined, 'config/shop/services/web/task-definition.yaml': undefined };

/**
 * Service web with a second target group, which no task is in, and its rule on one more listener where that is given.
 */
function besides(targetGroup: string, port?: number): Files {
  const rule = (listener: number, priority: number, path: string): string =>
    `{ listener: ${listener}, priority: ${priority}, conditions: [{ field: path-pattern, values: ["${path}"] }] }`;
  const first = `{ containerName: app, containerPort: 8080, rules: [${rule(80, 2000, '/web/*')}] }`;
  const rules = [rule(80, 3000, '/next/*'), ...(port ? [rule(port, 10, '/next/*')] : [])].join(', ');
  const second = `{ containerName: app, containerPort: 8080, attached: false, targetGroup: { ${targetGroup} }, rules: [${rules}] }`;
  return serviceFiles('web', { service: { loadBalancers: `[${first}, ${second}]` } });
}

/** What is dangerous, wrong or not allowed. */
export const REFUSED: readonly Story[] = [
  {
    name: 'replacement without consent',
    begins: 'serving',
    expected: ['plan #1 failure: comment blocked, status failure', 'AWS: api v1 ×2, web v1 ×2'],
    play: async ({ open, plan }) => {
      await plan(await open({ ...clusterFile(RENAMED), ...bumped('api', 'v2') }));
    },
  },
  {
    name: 'replacement with consent',
    begins: 'serving',
    expected: [
      'plan #1 success: comment ready, status success',
      'apply success: stack/shop deployed, #1 comment applied, deployment success',
      'AWS: api v1 ×2, web v1 ×2',
    ],
    play: async ({ open, plan, merge, apply, show }) => {
      const pull = await open(clusterFile({ ...RENAMED, allow: CONSENT }));
      await plan(pull);
      show(pull);
      await apply(await merge(pull));
    },
  },
  {
    name: 'a new listener with a rule on it',
    begins: 'serving',
    files: { ...clusterFile(), ...serviceFiles('api'), ...besides('') },
    expected: [
      'plan #1 failure: comment blocked, status failure',
      'plan #1 success: comment ready, status success',
      'apply success: stack/shop deployed, stack/shop-web deployed, #1 comment applied, deployment success',
      'AWS: api v1 ×2, web v1 ×2',
    ],
    play: async ({ open, amend, plan, merge, apply, show }) => {
      const loadBalancer = '{ listeners: [{ port: 80 }, { port: 8080 }] }';
      const pull = await open({ ...clusterFile({ loadBalancer }), ...besides('port: 8080', 8080) });
      await plan(pull);
      show(pull);
      const allow = '[{ stack: shop-web, resource: TargetGroupAppNo2, property: Port, to: "8080" }]';
      await amend(pull, clusterFile({ loadBalancer, allow }));
      await plan(pull);
      await apply(await merge(pull));
    },
  },
  {
    name: 'deletion',
    begins: 'serving',
    expected: [
      'plan #1 success: comment ready, status success',
      'apply success: service/shop/web destroyed, #1 comment applied, deployment success',
      'plan #2 success: comment ready, status success',
      'apply success: service/shop/api deployed, stack/shop-web destroyed, #2 comment applied, deployment success',
      'AWS: api v2 ×2',
    ],
    play: async ({ open, plan, merge, apply, show }) => {
      const allow = '[{ resource: service/web }, { resource: stack/shop-web }]';
      const pull = await open({ ...clusterFile({ allow }), ...WITHOUT_WEB });
      await plan(pull);
      show(pull);
      await apply(await merge(pull));
      // The stack stands as long as its service does: the next run takes it.
      const next = await open(bumped('api', 'v2'));
      await plan(next);
      await apply(await merge(next));
    },
  },
  {
    name: 'deletion of what still serves',
    begins: 'serving',
    expected: ['plan #1 failure: comment blocked, status failure', 'AWS: api v1 ×2, web v1 ×2'],
    play: async ({ open, plan }) => {
      await plan(await open(serviceFiles('api', { service: { loadBalancers: '[]' } })));
    },
  },
  {
    name: 'invalid config',
    begins: 'serving',
    expected: ['plan #1 failure: comment invalid, status failure', 'AWS: api v1 ×2, web v1 ×2'],
    play: async ({ open, plan }) => {
      const wrong = clusterFile({ capacty: '{ minSize: 1 }' });
      await plan(await open({ ...wrong, ...serviceFiles('api', { service: { desiredCount: 'two' } }) }));
    },
  },
  {
    name: 'invalid config, corrected',
    begins: 'serving',
    expected: [
      'plan #1 failure: comment invalid, status failure',
      'plan #1 success: comment ready, status success',
      'AWS: api v1 ×2, web v1 ×2',
    ],
    play: async ({ open, plan, amend }) => {
      const pull = await open(serviceFiles('api', { service: { desiredCount: 'two' } }));
      await plan(pull);
      await amend(pull, serviceFiles('api', { service: { desiredCount: '3' } }));
      await plan(pull);
    },
  },
  {
    name: 'fork',
    begins: 'serving',
    expected: ['plan #1 success: no comment, status none', 'AWS: api v1 ×2, web v1 ×2'],
    play: async ({ open, plan }) => {
      await plan(await open(bumped('api', 'v2'), { isFork: true }));
    },
  },
  {
    name: 'fork with invalid config',
    begins: 'serving',
    expected: ['plan #1 failure: no comment, status none', 'AWS: api v1 ×2, web v1 ×2'],
    play: async ({ open, plan }) => {
      await plan(await open({ [CLUSTER_FILE]: 'regoin: eu-west-1\n' }, { isFork: true }));
    },
  },
  {
    name: 'pushed without a pull request',
    begins: 'serving',
    expected: ['apply failure: service/shop/api blocked, deployment failure', 'AWS: api v1 ×2, web v1 ×2'],
    play: async ({ push, apply }) => {
      await apply(await push(bumped('api', 'v2')));
    },
  },
];
