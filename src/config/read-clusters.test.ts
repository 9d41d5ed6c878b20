import { describe, expect, test } from '@jest/globals';
import { issuesOf, shopFiles, shopIssue } from '../../tests/builders/config-files.ts';
import { readClusters } from './read-clusters.ts';

const files = shopFiles();

function issues(path: string, all: ReadonlyMap<string, string | Uint8Array>, selected?: string): readonly string[] {
  return readClusters({ path, files: all }, selected).issues.map(shopIssue);
}

describe('the folder', () => {
  test.each(['config', 'config/', './config', 'config/shop', './config/shop/'])('%s leads to the cluster', (path) => {
    const { clusters, issues } = readClusters({ path, files });
    expect(issues).toEqual([]);
    expect(clusters.map(({ name, services }) => [name, services.map((service) => service.name)])).toEqual([
      ['shop', ['api']],
    ]);
  });

  test.each([
    ['config', [...files]],
    ['.', [...files].map(([path, content]) => [path.replace('config/shop/', ''), content] as const)],
    ['/srv/config', [...files].map(([path, content]) => [`/srv/${path}`, content] as const)],
  ])('%s may be anywhere', (path, content) => {
    const named = new Map(
      content.map(([file, text]) => [file, file.endsWith('cluster.yaml') ? `name: shop\n${text}` : text]),
    );
    expect(readClusters({ path, files: named }).clusters.map(({ name }) => name)).toEqual(['shop']);
  });

  test('may hold several clusters, which are read in order, or one by name', () => {
    const two = new Map([
      ...files,
      ['config/bank/cluster.yaml', 'region: eu-west-1\naccount: "999999999999"\n'] as const,
      ['config/README.md', 'About these.'] as const,
    ]);
    expect(readClusters({ path: 'config', files: two }).clusters.map(({ name }) => name)).toEqual(['bank', 'shop']);
    expect(readClusters({ path: 'config', files: two }, 'shop').clusters.map(({ name }) => name)).toEqual(['shop']);
  });

  test('of another cluster is not read when one is selected', () => {
    const two = new Map([...files, ['config/bank/cluster.yaml', '- broken'] as const]);
    expect(issues('config', two, 'shop')).toEqual([]);
    expect(issues('config', two)).toHaveLength(1);
  });

  test.each([
    [
      'empty',
      [],
      'config:1:1 This folder is empty. Create <cluster>/cluster.yaml in it, with at least region and account.',
    ],
    [
      'without a cluster',
      [['config/notes/a.md', '']],
      'config:1:1 This folder contains no cluster. Create <cluster>/cluster.yaml in it, with at least region and account.',
    ],
  ] as const)('that is %s is an issue', (_, content, expected) => {
    expect(issues('config', new Map(content))).toEqual([expected]);
  });

  test.each([
    ['shpo', 'config:1:1 There is no cluster "shpo" here. Did you mean "shop"?'],
    ['bank', 'config:1:1 There is no cluster "bank" here. Known: "shop".'],
  ])('without the selected cluster %s is an issue', (name, expected) => {
    expect(issues('config', files, name)).toEqual([expected]);
  });
});

describe('a file', () => {
  test.each<[string, Parameters<typeof issuesOf>[0], string[]]>([
    [
      'cluster.yaml is missing',
      { 'cluster.yaml': undefined },
      ['cluster.yaml:1:1 There is no cluster.yaml. Create it with at least region and account.'],
    ],
    [
      'service.yaml is missing',
      { 'services/api/service.yaml': undefined },
      ['services/api/service.yaml:1:1 There is no service.yaml. Create it; an empty mapping, {}, takes all defaults.'],
    ],
    [
      'task-definition.yaml is missing',
      { 'services/api/task-definition.yaml': undefined },
      [
        "services/api/task-definition.yaml:1:1 There is no task-definition.yaml. Create it with the containers of a task, in RegisterTaskDefinition's shape.",
      ],
    ],
    [
      'of another name was meant',
      {
        'services/api/task-definition.yaml': undefined,
        'services/api/taskdef.yaml': '{}',
        'services/api/taskDefinition.json': '{}',
      },
      [
        'services/api/task-definition.yaml:1:1 There is no task-definition.yaml. Rename taskDefinition.json to task-definition.yaml.',
        "services/api/taskdef.yaml:1:1 Nothing reads this file. A cluster's folder contains cluster.yaml and services/<service>/ with service.yaml and task-definition.yaml; keep other files elsewhere.",
      ],
    ],
    [
      'is there twice',
      { 'services/api/task-definition.json': '{}' },
      ['services/api/task-definition.json:1:1 There is already task-definition.yaml. Keep one of the two files.'],
    ],
    [
      'is of no use',
      { 'web.yml': 'a: 1', 'services/web.yaml': 'a: 1', 'notes.md': '', 'policies/task.json': '{}' },
      ['services/web.yaml', 'web.yml'].map(
        (file) =>
          `${file}:1:1 Nothing reads this file. A cluster's folder contains cluster.yaml and services/<service>/ with service.yaml and task-definition.yaml; keep other files elsewhere.`,
      ),
    ],
  ])('%s', (_, changed, expected) => {
    expect(issuesOf(changed)).toEqual(expected);
  });

  test.each<[string, Parameters<typeof issuesOf>[0], string[]]>([
    [
      'beside services',
      { 'worker/service.yaml': '{}', 'worker/task-definition.yaml': '{}', 'policies/task.json': '{}' },
      ['worker/service.yaml:1:1 Nothing reads the folder worker. Move it to services/worker.'],
    ],
    [
      'nearly called services',
      {
        'services/api/service.yaml': undefined,
        'services/api/task-definition.yaml': undefined,
        'service/api/service.yaml': '{}',
        'service/api/task-definition.yaml': '{}',
      },
      ['service/api/service.yaml:1:1 Nothing reads the folder service. Rename it to services.'],
    ],
    [
      'inside the folder of a service',
      { 'services/api/production/service.yaml': '{}' },
      [
        'services/api/production/service.yaml:1:1 Nothing reads the folder production. Move its files into the folder of the service.',
      ],
    ],
    [
      'beside the cluster',
      { '../worker/service.yaml': '{}' },
      [
        'config/worker/service.yaml:1:1 Nothing reads the folder worker. Add worker/cluster.yaml, or move it to services/ of its cluster.',
      ],
    ],
  ])('that nothing reads is refused %s', (_, changed, expected) => {
    expect(issuesOf(changed)).toEqual(expected);
  });

  test('may end in .yml or .json', () => {
    const renamed = new Map([
      ['config/shop/cluster.yml', 'region: eu-west-1\naccount: "123456789012"\n'],
      ['config/shop/services/api/service.yml', '{}'],
      [
        'config/shop/services/api/task-definition.json',
        '{\n\t"$schema": "x",\n\t"containerDefinitions": [{ "name": "a", "image": "b", "memory": 8 }]\n}',
      ],
    ]);
    const { clusters, issues } = readClusters({ path: 'config', files: renamed });
    expect(issues).toEqual([]);
    expect(clusters[0]?.services[0]?.taskDefinition.definition).toEqual({
      containerDefinitions: [{ name: 'a', image: 'b', memory: 8 }],
    });
  });
});

test('problems of all files are reported at once, by file and line, and no cluster is returned', () => {
  const broken = shopFiles({
    'cluster.yaml': 'region: ap-northeast-1\naccount: "123456789012"\ncapcity: {}\n',
    'services/api/service.yaml': 'desiredCount: two\nloadBalancers:\n  - containerName: wbe\n    containerPort: 8080\n',
    'services/web/service.yaml': '\t',
  });
  const { clusters, issues } = readClusters({ path: 'config', files: broken });
  expect(clusters).toEqual([]);
  expect(issues.map(shopIssue)).toEqual([
    'cluster.yaml:3:1 Unknown key "capcity". Did you mean "capacity"?',
    'services/api/service.yaml:1:15 desiredCount must be a whole number, but is the text "two". Write a number, without quotes.',
    'services/api/service.yaml:3:20 There is no container "wbe" in task-definition.yaml. Did you mean "web"?',
    'services/web/service.yaml:1:1 This file is empty. Start with "desiredCount:" or "loadBalancers:"; see docs/config-reference.md.',
    "services/web/task-definition.yaml:1:1 There is no task-definition.yaml. Create it with the containers of a task, in RegisterTaskDefinition's shape.",
  ]);
});
