import { describe, expect, test } from '@jest/globals';
import { parseCidr } from './cidr.ts';
import { admits } from './firewall.ts';
import type { Peer, SecurityGroup, SecurityGroupRule } from './state.ts';

type Rule = readonly [direction: 'in' | 'out', ports: readonly [number, number] | 'all', peer: string];

function group(id: string, ...rules: Rule[]): SecurityGroup {
  const made = rules.map(([direction, ports, peer], index): [string, SecurityGroupRule] => {
    const from: Peer = peer.startsWith('sg-') ? { kind: 'group', groupId: peer } : { kind: 'ipv4', cidr: peer };
    const [fromPort, toPort] = ports === 'all' ? [undefined, undefined] : ports;
    const protocol = ports === 'all' ? '-1' : 'tcp';
    const rule = { id: `${id}-${index}`, egress: direction === 'out', protocol, fromPort, toPort, peer: from };
    return [rule.id, { ...rule, description: undefined }];
  });
  return { id, name: id, description: id, vpcId: 'vpc-1', rules: new Map(made) };
}

const network = (text: string) => parseCidr(text) ?? { base: 0, prefix: 0 };
const OUT: Rule = ['out', 'all', '0.0.0.0/0'];
const DYNAMIC = [32_768, 65_535] as const;

describe('the firewall between a load balancer and an instance', () => {
  test.each<[string, Rule[], Rule[], number, boolean]>([
    ['a rule that names the group admits', [OUT], [['in', DYNAMIC, 'sg-alb']], 40_000, true],
    ['a port outside the rule is closed', [OUT], [['in', DYNAMIC, 'sg-alb']], 8080, false],
    ['the last port of the range is open', [OUT], [['in', DYNAMIC, 'sg-alb']], 65_535, true],
    ['another group is not admitted', [OUT], [['in', DYNAMIC, 'sg-other']], 40_000, false],
    ['no rule admits nothing', [OUT], [], 40_000, false],
    ['the world is admitted', [OUT], [['in', 'all', '0.0.0.0/0']], 40_000, true],
    ['the VPC is admitted', [OUT], [['in', [1, 65_535], '10.0.0.0/16']], 40_000, true],
    ['one subnet of two is not enough', [OUT], [['in', [1, 65_535], '10.0.0.0/24']], 40_000, false],
    [
      'subnets one by one are',
      [OUT],
      [
        ['in', 'all', '10.0.0.0/24'],
        ['in', 'all', '10.0.1.0/24'],
      ],
      40_000,
      true,
    ],
    ['a sender that may send nothing is cut off', [], [['in', 'all', 'sg-alb']], 40_000, false],
    ['a sender may be let out to the group', [['out', 'all', 'sg-host']], [['in', 'all', 'sg-alb']], 40_000, true],
    [
      'a sender may be let out to the address',
      [['out', 'all', '10.0.0.9/32']],
      [['in', 'all', 'sg-alb']],
      40_000,
      true,
    ],
    [
      'a sender let out elsewhere is cut off',
      [['out', 'all', '10.9.0.0/16']],
      [['in', 'all', 'sg-alb']],
      40_000,
      false,
    ],
  ])('%s', (_, sender, receiver, port, expected) => {
    const packet = {
      from: [group('sg-alb', ...sender)],
      fromNetworks: [network('10.0.0.0/24'), network('10.0.1.0/24')],
      to: [group('sg-host', ...receiver)],
      toAddress: network('10.0.0.9/32'),
      port,
    };
    expect(admits(packet)).toBe(expected);
  });

  test('the internet is admitted only by a rule for every address', () => {
    const packet = { from: [], fromNetworks: [network('10.0.0.0/24')], toAddress: network('10.0.0.9/32'), port: 80 };
    expect(admits({ ...packet, to: [group('sg-host', ['in', [80, 80], '0.0.0.0/0'])] })).toBe(true);
    expect(admits({ ...packet, to: [group('sg-host', ['in', [80, 80], '10.0.0.0/8'])] })).toBe(false);
  });

  test('rules of several groups add up', () => {
    const to = [group('sg-a'), group('sg-b', ['in', 'all', 'sg-alb'])];
    const packet = { from: [group('sg-alb', OUT)], fromNetworks: [], toAddress: network('10.0.0.9/32'), port: 80 };
    expect(admits({ ...packet, to })).toBe(true);
  });
});
