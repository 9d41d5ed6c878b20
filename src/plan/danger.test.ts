import { describe, expect, test } from '@jest/globals';
import { blockingDangers, consented, consentText } from './danger.ts';

const danger = { resource: 'TargetGroup', property: 'Port', to: '8080', loss: 'it is replaced' };
const consent = { resource: 'TargetGroup', property: 'Port', to: '8080' };

describe('consent in cluster.yaml', () => {
  test.each([
    ['covers the change that it names', consent, true],
    ['does not cover another value', { ...consent, to: '9090' }, false],
    ['does not cover every value by naming none', { ...consent, to: undefined }, false],
    ['does not cover another property', { ...consent, property: 'Protocol' }, false],
    ['does not cover the resource of this name in another stack', { ...consent, stack: 'shop-web' }, false],
    ['does not cover another resource', { ...consent, resource: 'Other' }, false],
  ])('%s', (_case, given, allowed) => {
    expect(consented([given], danger).allowed).toBe(allowed);
  });

  test('lifts nothing that is forbidden', () => {
    expect(consented([consent], { ...danger, forbidden: 'Service web uses it.' }).allowed).toBe(false);
  });

  test('is asked for with the entry that would give it', () => {
    const removed = { resource: 'Listener80', loss: 'its port is closed', allowed: false };
    expect(consentText({ ...danger, allowed: false })).toBe(
      '- { resource: "TargetGroup", property: "Port", to: "8080" }',
    );
    expect(consentText({ ...removed, stack: 'shop-web' })).toBe('- { stack: "shop-web", resource: "Listener80" }');
    expect(consentText(removed)).toBe('- { resource: "Listener80" }');
    expect(blockingDangers({ dangers: [removed, { ...danger, allowed: true }] })).toEqual([removed]);
  });
});
