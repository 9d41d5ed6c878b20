import { expect, test } from '@jest/globals';
import type { JsonObject } from './json.ts';
import { runsOnOwnInstances } from './own-instances.ts';

test.each<[string, JsonObject, boolean]>([
  ['of its capacity provider', { capacityProviderStrategy: [{ capacityProvider: 'own', weight: 1 }] }, true],
  [
    'of another one too',
    { capacityProviderStrategy: [{ capacityProvider: 'own' }, { capacityProvider: 'spot' }] },
    false,
  ],
  ['of the launch type EC2', { launchType: 'EC2', capacityProviderStrategy: [] }, true],
  ['of Fargate', { launchType: 'FARGATE' }, false],
  ['of what the cluster uses by default', {}, false],
])('tasks on instances %s', (_case, settings, expected) => {
  expect(runsOnOwnInstances(settings, 'own')).toBe(expected);
});
