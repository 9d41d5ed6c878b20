import { AMI_PARAMETER, AMIS } from '../account.ts';
import type { Scene } from '../scene.ts';
import { SECRETS } from '../secrets.ts';
import { CLUSTER, clusterFile, REGION, SHOP, serviceFiles } from '../shop.ts';
import type { Story } from '../story.ts';
import { BOTH, bumped, deployByHand, editRule } from './shared.ts';

const STOPPED = [
  'plan #1 success: comment ready, status success',
  'apply failure: service/shop/api blocked, service/shop/web deployed, #1 comment blocked, deployment failure',
  'AWS: api v1 ×2, web v2 ×2',
];
const WENT_THROUGH = [
  'plan #1 success: comment ready, status success',
  'apply success: service/shop/api deployed, service/shop/web deployed, #1 comment applied, deployment success',
  'AWS: api v2 ×2, web v2 ×2',
];

/** Changes of both services, mostly a bump, are reviewed; something happens; then they are merged. */
function between(happens: (scene: Scene) => Promise<void>, files = BOTH): Story['play'] {
  return async (scene) => {
    const pull = await scene.open(files);
    await scene.plan(pull);
    await happens(scene);
    await scene.apply(await scene.merge(pull));
  };
}

/** Another pull request is merged at the same moment, so that its commit and this one's are applied by one run. */
function mergedWith(change: Parameters<Scene['open']>[0], files = BOTH): Story['play'] {
  return async (scene) => {
    const other = await scene.open(change);
    const pull = await scene.open(files);
    await scene.plan(pull);
    scene.tell('#1 is merged unplanned');
    await scene.merge(other);
    await scene.apply(await scene.merge(pull));
  };
}

/** Of a default VPC, which has a subnet in each zone. */
const inZones = (...zones: readonly string[]): string =>
  `{ vpc: default, availabilityZones: [${zones.map((zone) => `${REGION}${zone}`).join(', ')}] }`;

const EXTERNAL = {
  image: 'external',
  container: { initialImage: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:v1' },
};

/** What changes in AWS or in git between the review and the merge. */
export const BETWEEN: readonly Story[] = [
  {
    name: 'between review and apply: image moved',
    begins: 'serving',
    files: { ...SHOP, ...serviceFiles('api', EXTERNAL) },
    expected: [
      'plan #1 success: comment ready, status success',
      'apply success: service/shop/api deployed, service/shop/web deployed, #1 comment applied, deployment success',
      'AWS: api v3 ×2, web v2 ×2',
    ],
    play: async (scene) => {
      const { container } = EXTERNAL;
      const environment = '[{ name: LOG_LEVEL, value: debug }]';
      const api = serviceFiles('api', { ...EXTERNAL, container: { ...container, environment } });
      const pull = await scene.open({ ...api, ...bumped('web', 'v2') });
      await scene.plan(pull);
      await deployByHand(scene, 'api', { image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:v3' });
      await scene.apply(await scene.merge(pull));
    },
  },
  {
    name: 'between review and apply: rule edited',
    begins: 'serving',
    expected: [
      'plan #1 success: comment ready, status success',
      'apply failure: service/shop/api blocked, service/shop/web deployed, stack/shop-api blocked, #1 comment blocked, deployment failure',
      'AWS: api v1 ×2, web v2 ×2',
    ],
    play: between(editRule),
  },
  {
    name: 'between review and apply: role renamed',
    begins: 'serving',
    expected: STOPPED,
    play: async (scene) => {
      const pull = await scene.open(BOTH);
      await scene.plan(pull);
      await scene.merge(pull);
      const task = { taskRoleArn: 'arn:aws:iam::123456789012:role/api-renamed' };
      await scene.apply(await scene.push(bumped('api', 'v2', { task })));
      scene.show(pull);
    },
  },
  {
    name: 'between review and apply: capacity changed',
    begins: 'serving',
    expected: WENT_THROUGH,
    play: between(async ({ aws }) => {
      const AutoScalingGroupName = 'shop-autoscaling-group';
      await aws('autoscaling', 'SetDesiredCapacity', { AutoScalingGroupName, DesiredCapacity: 3 });
    }),
  },
  {
    name: 'between review and apply: another merge',
    begins: 'serving',
    expected: [
      'plan #2 success: comment ready, status success',
      '#1 is merged unplanned',
      'apply failure: service/shop/api blocked, service/shop/web deployed, #1 no comment, #2 comment blocked, deployment failure',
      'AWS: api v1 ×2, web v2 ×2',
    ],
    play: mergedWith({
      'config/shop/services/api/service.yaml': `${SHOP['config/shop/services/api/service.yaml']}healthCheckGracePeriodSeconds: 90\n`,
    }),
  },
  {
    name: "between review and apply: another tool's deploy",
    begins: 'serving',
    expected: STOPPED.with(2, 'AWS: api hotfix ×2, web v2 ×2'),
    play: between((scene) =>
      deployByHand(scene, 'api', { image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:hotfix' }),
    ),
  },
  {
    name: "between review and apply: another tool's value",
    begins: 'serving',
    expected: STOPPED,
    play: between(
      (scene) => deployByHand(scene, 'api', { environment: [{ name: 'LOG_LEVEL', value: SECRETS.liveEnvironment }] }),
      {
        ...serviceFiles('api', { container: { environment: '[{ name: LOG_LEVEL, value: debug }]' } }),
        ...bumped('web', 'v2'),
      },
    ),
  },
  {
    name: 'between review and apply: count raised by hand',
    begins: 'serving',
    expected: STOPPED.with(2, 'AWS: api v1 ×6, web v2 ×2'),
    play: between(
      async ({ aws, world }) => {
        await aws('ecs', 'UpdateService', { cluster: CLUSTER, service: 'api', desiredCount: 6 });
        await world.account.settle();
      },
      { ...serviceFiles('api', { service: { desiredCount: '3' } }), ...bumped('web', 'v2') },
    ),
  },
  {
    name: 'between review and apply: another merge of the same property',
    begins: 'serving',
    expected: [
      'plan #1 success: comment ready, status success',
      'plan #2 success: comment ready, status success',
      'apply success: stack/shop deployed, #2 comment applied, deployment success',
      '#3 is merged, and its run passed over',
      'apply failure: stack/shop blocked, #1 comment blocked, #3 no comment, deployment failure',
      'AWS: api v1 ×2, web v1 ×2',
    ],
    play: async (scene) => {
      const { open, plan, merge, apply, tell, show } = scene;
      const pull = await open(clusterFile({ loadBalancer: '{ idleTimeoutSeconds: 80 }' }));
      await plan(pull);
      const other = await open(clusterFile({ loadBalancer: '{ idleTimeoutSeconds: 70 }' }));
      await plan(other);
      await apply(await merge(other));
      tell('#3 is merged, and its run passed over');
      await merge(await open(clusterFile()));
      await apply(await merge(pull));
      show(pull);
    },
  },
  {
    name: 'between review and apply: consent removed',
    begins: 'serving',
    expected: [
      'plan #1 success: comment ready, status success',
      'apply failure: service/shop/api blocked, service/shop/web blocked, stack/shop blocked, stack/shop-api blocked, stack/shop-web blocked, #1 comment blocked, deployment failure',
      'AWS: api v1 ×2, web v1 ×2',
    ],
    play: async (scene) => {
      const renamed = { loadBalancer: '{ securityGroupName: shop-front }' };
      const allow = '[{ resource: LoadBalancerSecurityGroup, property: GroupName, to: shop-front }]';
      const pull = await scene.open(clusterFile({ ...renamed, allow }));
      await scene.plan(pull);
      await scene.merge(pull);
      await scene.apply(await scene.push(clusterFile(renamed)));
      scene.show(pull);
    },
  },
  {
    name: 'between review and apply: AMI released',
    begins: 'serving',
    files: {
      ...SHOP,
      ...clusterFile({ capacity: `{ minSize: 2, maxSize: 4, image: "resolve:ssm:${AMI_PARAMETER}" }` }),
    },
    expected: WENT_THROUGH,
    play: between(async ({ aws }) => {
      await aws('ssm', 'PutParameter', { Name: AMI_PARAMETER, Overwrite: true, Value: AMIS[1] });
    }),
  },
  {
    name: 'between review and apply: subnet added',
    begins: 'serving',
    files: { ...SHOP, ...clusterFile({ network: inZones('a', 'b') }) },
    expected: [
      'plan #1 success: comment ready, status success',
      'apply failure: service/shop/api deployed, service/shop/web deployed, stack/shop blocked, #1 comment blocked, deployment failure',
      'AWS: api v2 ×2, web v2 ×2',
    ],
    play: async (scene) => {
      const pull = await scene.open(BOTH);
      await scene.plan(pull);
      await scene.merge(pull);
      await scene.apply(await scene.push(clusterFile({ network: inZones('a', 'b', 'c') })));
      scene.show(pull);
    },
  },
  {
    name: 'between review and apply: plan comment edited',
    begins: 'serving',
    expected: [
      'plan #1 success: comment ready, status success',
      'plan #2 success: comment ready, status success',
      'apply failure: service/shop/api blocked, #1 comment blocked, deployment failure',
      'AWS: api v1 ×2, web v1 ×2',
    ],
    play: async ({ open, plan, merge, apply, world, show }) => {
      const pull = await open(bumped('api', 'v2'));
      await plan(pull);
      // What another pull request has shown is put into the comment of this one.
      const other = await open(bumped('api', 'v3'));
      await plan(other);
      const evidence = /^<!-- ecs-gitops:reviewed .*$/m;
      const [mine, theirs] = [pull, other].map(({ number }) =>
        world.github.state.comments.find(({ issue }) => issue === number),
      );
      if (mine && theirs) mine.body = mine.body.replace(evidence, evidence.exec(theirs.body)?.[0] ?? '');
      await apply(await merge(pull));
      show(pull);
    },
  },
];
