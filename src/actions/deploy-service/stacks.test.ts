import { describe, expect, test } from '@jest/globals';
import { aCluster, aService } from '../../../tests/builders/cluster.ts';
import { heldServices } from './stacks.ts';

const CLUSTER = aCluster({ name: 'shop', services: [aService({ name: 'api' }), aService({ name: 'web' })] });

function held(stacks: readonly object[], cluster = 'shop'): Readonly<Record<string, string>> {
  return Object.fromEntries(heldServices(JSON.stringify([{ cluster, outcome: 'x', stacks }]), CLUSTER));
}

const SHARED = { id: 'stack/shop', outcome: 'unchanged', summary: '', digest: '' };
const API = { id: 'stack/shop-api', service: 'api', outcome: 'deployed' };
const WEB = { id: 'stack/shop-web', service: 'web', outcome: 'blocked' };

describe('services are held back', () => {
  test('not at all where nobody says how the stacks ended', () => {
    expect(heldServices('', CLUSTER).size).toBe(0);
  });

  test('not where the stacks ended well', () => {
    expect(held([SHARED, API])).toEqual({});
  });

  test('by their own stack, each by itself', () => {
    expect(held([SHARED, API, WEB])).toEqual({ web: 'stack/shop-web ended blocked' });
  });

  test("by the cluster's stack, all of them", () => {
    const cause = 'stack/shop ended failed';
    expect(held([{ ...SHARED, outcome: 'failed' }, API])).toEqual({ api: cause, web: cause });
  });

  test("not by the cluster's stack where it was blocked, and so stays as it is", () => {
    expect(held([{ ...SHARED, outcome: 'blocked' }, API, WEB])).toEqual({ web: 'stack/shop-web ended blocked' });
  });

  test.each([
    ['no JSON', 'yes'],
    ['something else', '{"cluster":"shop"}'],
    ['another cluster', '[{"cluster":"blog","stacks":[]}]'],
  ])('with an error where the input is %s', (_, input) => {
    expect(() => heldServices(input, CLUSTER)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });
});
