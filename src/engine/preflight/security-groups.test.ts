import { expect, test } from '@jest/globals';
import type { IngressView } from '../../ports/security-groups.ts';
import { groupsVerdict } from './security-groups.ts';

const rule = (overrides: Partial<IngressView> = {}): IngressView => ({
  protocol: 'tcp',
  fromPort: 80,
  toPort: 80,
  groupIds: ['sg-alb'],
  hasAddresses: false,
  ...overrides,
});

test.each<[string, IngressView | undefined, string | undefined, RegExp]>([
  ['the load balancer at the port', rule(), 'sg-alb', /^passed: They let the load balancer in at port 80\.$/],
  ['everything of it', rule({ protocol: '-1', fromPort: undefined, toPort: undefined }), 'sg-alb', /^passed/],
  ['addresses, among which its own may be', rule({ groupIds: [], hasAddresses: true }), 'sg-alb', /^passed/],
  ['somebody, where it is not there yet', rule({ groupIds: ['sg-x'] }), undefined, /^passed/],
  [
    'somebody else',
    rule({ groupIds: ['sg-x'] }),
    'sg-alb',
    /^failed: None of them lets in the load balancer's group sg-alb/,
  ],
  ['it at another port', rule({ fromPort: 8080, toPort: 8080 }), 'sg-alb', /^failed: .* at port 80: health checks/],
  ['it by another protocol', rule({ protocol: 'udp' }), 'sg-alb', /^failed/],
  ['nobody, where it is not there yet', undefined, undefined, /^failed: None of them lets in anybody at port 80/],
])('a group that admits %s', (_, ingress, loadBalancerId, expected) => {
  const groups = [{ id: 'sg-1', vpcId: 'vpc-1', ingress: ingress ? [ingress] : [] }];
  const { state, message } = groupsVerdict(groups, { vpcId: 'vpc-1', loadBalancerId, ports: [80] });
  expect(`${state}: ${message}`).toMatch(expected);
});

test('a group of another VPC fails', () => {
  const groups = [{ id: 'sg-1', vpcId: 'vpc-2', ingress: [rule()] }];
  expect(groupsVerdict(groups, { vpcId: 'vpc-1', loadBalancerId: 'sg-alb', ports: [80] })).toEqual({
    state: 'failed',
    message: 'sg-1 is not in vpc-1, where the tasks are.',
  });
});
