import { describe, expect, test } from '@jest/globals';
import { aCluster, aService } from '../../tests/builders/cluster.ts';
import type { Cluster } from '../model/cluster.ts';
import { affectedClusters, touchedAlone } from './affected.ts';

function cluster(name: string, services: Readonly<Record<string, readonly string[]>>): Cluster {
  return aCluster({
    name,
    source: { '': { file: `config/${name}/cluster.yaml`, line: 1, column: 1 } },
    services: Object.entries(services).map(([service, dependsOn]) => aService({ name: service, dependsOn })),
  });
}

const CLUSTERS = [cluster('shop', { api: [], web: ['api'], mail: [], batch: [] }), cluster('blog', { posts: [] })];

const ALL = { shop: ['api web', 'mail', 'batch'], blog: ['posts'] };

function affected(
  paths: readonly string[] | undefined,
  folder = './config',
): Readonly<Record<string, readonly string[]>> {
  const found = affectedClusters(CLUSTERS, folder, paths);
  return Object.fromEntries(found.map(({ cluster: { name }, legs }) => [name, legs.map((leg) => leg.join(' '))]));
}

describe('a commit touches', () => {
  test.each<[string, readonly string[] | undefined, Readonly<Record<string, readonly string[]>>]>([
    ['a service by its file', ['config/shop/services/mail/service.yaml'], { shop: ['mail'] }],
    ['with a service what depends on it', ['config/shop/services/api/task-definition.yaml'], { shop: ['api web'] }],
    ['with a service what it depends on', ['config/shop/services/web/service.yaml'], { shop: ['api web'] }],
    ['all services by cluster.yaml', ['config/shop/cluster.yaml'], { shop: ALL.shop }],
    ['all services by the removal of one', ['config/shop/services/gone/service.yaml'], { shop: ALL.shop }],
    [
      'several clusters',
      ['config/blog/cluster.yaml', 'config/shop/services/mail/a'],
      { shop: ['mail'], blog: ALL.blog },
    ],
    ['nothing outside config', ['src/main.ts', 'README.md', 'config2/shop/cluster.yaml'], {}],
    ['nothing by changing nothing', [], {}],
    ['everything by a file that no cluster has', ['config/gone/cluster.yaml'], ALL],
    ['everything by a workflow', ['.github/workflows/deploy.yml'], ALL],
    ['everything where nobody knows', undefined, ALL],
  ])('%s', (_, paths, expected) => {
    expect(affected(paths)).toEqual(expected);
  });

  test.each(['config', './config', 'config/'])('the same in a folder written as %s', (folder) => {
    expect(affected(['config/gone/cluster.yaml'], folder)).toEqual(ALL);
  });

  test.each(['/srv/config', '../config', 'C:\\repository\\config'])(
    'everything in a folder written as %s',
    (folder) => {
      expect(affected(['README.md'], folder)).toEqual(ALL);
    },
  );

  test('200 services in 20 jobs, each service in one of them', () => {
    const names = Array.from({ length: 200 }, (_, index) => `s${index}`);
    const large = cluster('large', Object.fromEntries(names.map((name) => [name, []])));
    const [found] = affectedClusters([large], 'config', undefined);
    expect(found?.legs).toHaveLength(20);
    expect(found?.legs.flat().sort()).toEqual(names.toSorted());
  });
});

describe('of a cluster, paths touch by themselves', () => {
  test.each<[string, readonly string[], readonly string[] | undefined]>([
    ['a service, without what depends on it', ['config/shop/services/api/service.yaml'], ['api']],
    ['nothing by what is elsewhere', ['config/blog/cluster.yaml', 'README.md'], []],
    ['the whole by cluster.yaml', ['config/shop/cluster.yaml', 'config/shop/services/api/service.yaml'], undefined],
    ['the whole by the removal of a service', ['config/shop/services/gone/service.yaml'], undefined],
    ['perhaps the whole by a workflow', ['.github/workflows/deploy.yml'], undefined],
  ])('%s', (_, paths, expected) => {
    const [shop] = CLUSTERS;
    if (shop) expect(touchedAlone(shop, CLUSTERS, 'config', paths)).toEqual(expected);
  });
});
