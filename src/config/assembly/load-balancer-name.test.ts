import { expect, test } from '@jest/globals';
import { loadBalancerName as elbName } from '../schema/formats.ts';
import { loadBalancerName } from './load-balancer-name.ts';

test.each([
  ['shop', 'shop-alb'],
  ['a-cluster-with-a-name-of-30-char', expect.stringMatching(/^a-cluster-with-a-name-[a-z0-9]{5,7}-alb$/)],
  ['internal-tools', 'x-internal-tools-alb'],
])('the load balancer of %s has a name that ELB takes', (cluster, expected) => {
  expect(loadBalancerName(cluster)).toEqual(expected);
  expect(elbName.safeParse(loadBalancerName(cluster)).success).toBe(true);
});

test('long names that differ at the end stay apart', () => {
  const stem = 'long-'.repeat(8);
  expect(loadBalancerName(`${stem}a`)).not.toBe(loadBalancerName(`${stem}b`));
});
