import { SECRETS } from '../secrets.ts';
import { clusterFile, serviceFiles } from '../shop.ts';
import type { Story } from '../story.ts';
import { readWritten } from '../world.ts';
import { bumped, deployByHand } from './shared.ts';

const READY = 'plan #1 success: comment ready, status success';
const BEFORE = 'AWS: api v1 ×2, web v1 ×2';
const IMAGE = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/small:v1';
const SMALL = { loadBalancers: '[]', desiredCount: '1' };
const named = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `s${String(index + 1).padStart(3, '0')}`);

const HOSTILE = '```\n</details> <!-- @octocat #1 --> <img src=x onerror=alert(1)> $(id) ::error::owned | `x` > [!TIP]';

/** Twice 14 KB, each shown before and after: ECS takes 64 KB for a task definition. */
const long = (letter: string): string =>
  `[{ name: A, value: "${letter.repeat(14_000)}" }, { name: B, value: "${letter.repeat(14_000)}" }]`;
const LARGE = named(56);
const large = (letter: string) =>
  Object.assign(
    {},
    ...LARGE.map((name) =>
      serviceFiles(name, { service: SMALL, image: IMAGE, container: { memory: '32', environment: long(letter) } }),
    ),
  );

/** What strains the form, and what must not be told. */
export const STRAIN: readonly Story[] = [
  {
    name: '200 services',
    begins: 'empty',
    files: { 'README.md': 'A shop.\n' },
    expected: [READY, 'AWS: nothing'],
    play: async ({ open, plan }) => {
      const services = named(200).map((name) => serviceFiles(name, { service: SMALL, image: IMAGE }));
      await plan(await open(Object.assign({}, clusterFile({ capacity: '{ minSize: 2, maxSize: 40 }' }), ...services)));
    },
  },
  {
    name: 'a plan of 3 MB with a danger in it',
    begins: 'serving',
    files: { ...clusterFile(), ...large('y') },
    expected: [
      'plan #1 failure: comment blocked, status failure',
      'the plan has 3 MB',
      `AWS: ${LARGE.map((name) => `${name} v1 ×1`).join(', ')}`,
    ],
    play: async ({ open, plan, tell }) => {
      const { folder } = await plan(
        await open({ ...large('z'), ...clusterFile({ loadBalancer: '{ securityGroupName: shop-front }' }) }),
      );
      const size = (await readWritten(`${folder}/artifacts`)).join('').length;
      tell(`the plan has ${Math.floor(size / 1_000_000)} MB`);
    },
  },
  {
    name: 'hostile strings',
    begins: 'serving',
    expected: [READY, BEFORE],
    play: async ({ open, plan }) => {
      const environment = JSON.stringify([
        { name: 'A|B <b>', value: HOSTILE },
        { name: 'LOG_LEVEL', value: '$' + '{{ github.token }} $(id) `id`' },
      ]);
      const image = JSON.stringify('evil.example/app:v2--#1@octocat');
      const tags = JSON.stringify({
        'owner | @octocat': '<!-- --> [x](https://evil.example) ![x](https://evil.example/x)',
      });
      await plan(await open(serviceFiles('api', { image, container: { environment }, service: { tags } })));
    },
  },
  {
    name: 'hostile reasons and a token in an error',
    begins: 'serving',
    expected: ['plan #1 failure: comment failed, status error', BEFORE],
    play: async ({ open, plan, world }) => {
      const message = `not authorized ${HOSTILE} with Authorization: Bearer ${SECRETS.tokenInError}`;
      await world.account.fail({
        operation: 'ecs:DescribeServices',
        error: { code: 'AccessDeniedException', message },
        times: 99,
      });
      await plan(await open(bumped('api', 'v2')));
    },
  },
  {
    name: 'a token in an error of GitHub',
    begins: 'serving',
    expected: ['plan #1 failure: no comment, status none', BEFORE],
    play: async ({ open, plan, world }) => {
      const message = `Validation Failed for token ${SECRETS.tokenInError}`;
      world.github.fail({ match: /^POST/, status: 422, message, times: 99 });
      await plan(await open(bumped('api', 'v2')));
    },
  },
  {
    name: 'secrets of the service and of others',
    begins: 'serving',
    expected: [
      READY,
      'apply success: service/shop/api deployed, #1 comment applied, deployment success',
      'AWS: api v2 ×2, web v1 ×2',
    ],
    play: async (scene) => {
      const { open, plan, merge, apply, show, world } = scene;
      await deployByHand(scene, 'api', {
        environment: [
          { name: 'LOG_LEVEL', value: SECRETS.liveEnvironment },
          { name: 'PAYMENT_CODE', value: SECRETS.liveEnvironment },
        ],
        command: ['serve', `--password=${SECRETS.liveCommand}`],
        entryPoint: ['sh', '-c', SECRETS.liveCommand],
        healthCheck: { command: ['CMD-SHELL', `curl -H "Authorization: ${SECRETS.liveCommand}" localhost`] },
        dockerLabels: { 'com.example.token': SECRETS.liveOption },
        logConfiguration: { logDriver: 'json-file', options: { labels: SECRETS.liveOption } },
      });
      const secrets = JSON.stringify([{ name: 'DB_PASSWORD', valueFrom: world.account.secretArn }]);
      const task = { executionRoleArn: 'arn:aws:iam::123456789012:role/api-execution' };
      const pull = await open(bumped('api', 'v2', { container: { secrets }, task }));
      await plan(pull);
      show(pull);
      await apply(await merge(pull));
    },
  },
  {
    name: "a NoEcho parameter of somebody's own",
    begins: 'serving',
    expected: [READY, BEFORE],
    play: async ({ open, plan, aws, world }) => {
      const StackName = 'shop-api';
      const { TemplateBody } = await aws<{ TemplateBody: string | object }>('cloudformation', 'GetTemplate', {
        StackName,
      });
      const template = (typeof TemplateBody === 'string' ? JSON.parse(TemplateBody) : TemplateBody) as {
        Parameters: Record<string, object>;
        Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>;
      };
      template.Parameters['LicenceKey'] = { Type: 'String', NoEcho: true };
      for (const { Type, Properties } of Object.values(template.Resources))
        if (Type.endsWith('TargetGroup')) Properties['Tags'] = [{ Key: 'licence', Value: { Ref: 'LicenceKey' } }];
      const { Stacks } = await aws<{ Stacks: readonly { Parameters?: readonly { ParameterKey: string }[] }[] }>(
        'cloudformation',
        'DescribeStacks',
        { StackName },
      );
      const kept = (Stacks[0]?.Parameters ?? []).map(({ ParameterKey }) => ({ ParameterKey, UsePreviousValue: true }));
      await aws('cloudformation', 'UpdateStack', {
        StackName,
        TemplateBody: JSON.stringify(template),
        Parameters: [...kept, { ParameterKey: 'LicenceKey', ParameterValue: SECRETS.noEchoParameter }],
        Capabilities: ['CAPABILITY_NAMED_IAM'],
      });
      await world.account.settle();
      await plan(await open(bumped('api', 'v2')));
    },
  },
];
