import { describe, expect, test } from '@jest/globals';
import { aCluster, aService } from '../../tests/builders/cluster.ts';
import type { Consent } from '../model/cluster.ts';
import type { Danger } from '../model/plan.ts';
import { type ConsentPart, unusedConsents } from './consents.ts';

const to = (resource: string, more: Partial<Consent> = {}): Consent => {
  return { resource, property: undefined, to: undefined, ...more };
};
const danger = (resource: string, more: Partial<Danger> = {}): Danger => {
  return { resource, loss: 'much', allowed: true, ...more };
};

const CLUSTER = aCluster({
  services: [aService({ name: 'app' })],
  allow: [to('app', { property: 'desiredCount', to: '0' }), to('service/old'), to('stack/c-old'), to('Listener80')],
  source: { 'allow/1': { file: 'cluster.yaml', line: 9, column: 5 } },
});

const unused = (part: ConsentPart, dangers: readonly Danger[]): readonly (string | undefined)[] =>
  unusedConsents(CLUSTER, [part], dangers).map(({ message }) => /a change of (\S+)/.exec(message)?.[1]);

describe('consents that nothing needs', () => {
  test('are those of the part alone that was planned', () => {
    expect(unused('services', [])).toEqual(['app']);
    expect(unused('leftovers', [])).toEqual(['service/old']);
    expect(unused('stacks', [])).toEqual(['Listener80']);
    expect(unused('leftover-stacks', [])).toEqual(['stack/c-old']);
  });

  test('are not those that cover a danger', () => {
    expect(unused('services', [danger('app', { property: 'desiredCount', to: '0' })])).toEqual([]);
    expect(unused('leftovers', [danger('service/old')])).toEqual([]);
    expect(unused('stacks', [danger('Listener80')])).toEqual([]);
    expect(unused('leftover-stacks', [danger('stack/c-old')])).toEqual([]);
  });

  test('are those of a resource that another stack has', () => {
    expect(unused('stacks', [danger('Listener80', { stack: 'c-app' })])).toEqual(['Listener80']);
  });

  test('are those whose value is that of an earlier change', () => {
    expect(unused('services', [danger('app', { property: 'desiredCount', to: '1' })])).toContain('app');
  });

  test('are shown where they stand', () => {
    expect(unusedConsents(CLUSTER, ['leftovers'], [])).toEqual([
      expect.objectContaining({ at: { file: 'cluster.yaml', line: 9, column: 5 } }),
    ]);
  });
});
