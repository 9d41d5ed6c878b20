import { describe, expect, test } from '@jest/globals';
import { aCluster, aService } from '../../tests/builders/cluster.ts';
import { aServiceView } from '../../tests/builders/live-service.ts';
import { leftoverServices, serviceRemoval, stackRemoval } from './leftovers.ts';

const allow = ['service/old', 'stack/c-old'].map((resource) => ({ resource, property: undefined, to: undefined }));
const CLUSTER = aCluster({ name: 'c', services: [aService({ name: 'app' })], allow });

function live(name: string, tags: Readonly<Record<string, string>>) {
  return aServiceView({ name, tags });
}

describe('what config no longer has', () => {
  test.each([
    [
      'a service of ours that has no folder',
      live('old', { 'ecs-gitops:cluster': 'c', 'ecs-gitops:service': 'old' }),
      1,
    ],
    ['not one that has', live('app', { 'ecs-gitops:cluster': 'c', 'ecs-gitops:service': 'app' }), 0],
    ["not somebody else's", live('old', {}), 0],
    ["not another cluster's", live('old', { 'ecs-gitops:cluster': 'd', 'ecs-gitops:service': 'old' }), 0],
    ['not a copy that took the tags along', live('old', { 'ecs-gitops:cluster': 'c', 'ecs-gitops:service': 'app' }), 0],
  ])('is %s', (_, service, count) => {
    expect(leftoverServices(CLUSTER, [service])).toHaveLength(count);
  });

  test('goes only where allow names it', () => {
    expect(serviceRemoval(CLUSTER, 'old').allowed).toBe(true);
    expect(serviceRemoval(CLUSTER, 'older').allowed).toBe(false);
    expect(stackRemoval(CLUSTER, 'c-old', []).allowed).toBe(true);
  });

  test('never goes while a live service needs it', () => {
    expect(stackRemoval(CLUSTER, 'c-old', ['old'])).toMatchObject({
      allowed: false,
      forbidden: expect.stringContaining('Service old still uses it'),
    });
  });

  test('never goes where config has no service at all', () => {
    const empty = { ...CLUSTER, services: [] };
    expect(serviceRemoval(empty, 'old').allowed).toBe(false);
    expect(stackRemoval(empty, 'c-old', []).allowed).toBe(false);
  });
});
