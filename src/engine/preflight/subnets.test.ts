import { expect, test } from '@jest/globals';
import type { SubnetView } from '../../ports/networks.ts';
import { subnetsVerdict, zonesVerdict } from './subnets.ts';

function subnet(availabilityZone: string, vpcId = 'vpc-1'): SubnetView {
  return { id: `subnet-${availabilityZone}`, vpcId, availabilityZone, isDefaultForZone: false };
}

test("a service's subnets pass in the cluster's VPC, and wherever it is not known yet", () => {
  const subnets = [subnet('b'), subnet('a')];
  expect(subnetsVerdict(subnets, 'vpc-1')).toEqual({ state: 'passed', message: 'They are in a, b.' });
  expect(subnetsVerdict(subnets, undefined).state).toBe('passed');
  expect(subnetsVerdict([subnet('a'), subnet('b', 'vpc-2')], 'vpc-1')).toEqual({
    state: 'failed',
    message: 'subnet-b is not in vpc-1, where the load balancer is.',
  });
});

test('instances have to be in zones of the load balancer', () => {
  expect(zonesVerdict([subnet('a'), subnet('b')], [subnet('b')]).state).toBe('passed');
  expect(zonesVerdict([subnet('a'), subnet('b')], [subnet('b'), subnet('c')])).toMatchObject({
    state: 'failed',
    message: expect.stringContaining('Instances can be in c, but the load balancer is not there'),
  });
});
