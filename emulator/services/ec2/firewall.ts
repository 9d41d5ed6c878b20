import type { Cidr } from './cidr.ts';
import { contains, parseCidr } from './cidr.ts';
import type { Peer, SecurityGroup, SecurityGroupRule } from './state.ts';

export interface Packet {
  /** The sender's groups; none means that it comes from the internet. */
  readonly from: readonly SecurityGroup[];
  /** Where the sender's addresses can be: all of these must be admitted by a rule that names addresses. */
  readonly fromNetworks: readonly Cidr[];
  readonly to: readonly SecurityGroup[];
  readonly toAddress: Cidr;
  readonly port: number;
}

const ANYWHERE: Cidr = { base: 0, prefix: 0 };

/**
 * Whether security groups let a TCP connection through: some rule of the receiver's groups admits the sender, and some
 * rule of the sender's groups admits the receiver. Groups are stateful, so answers need no rule.
 */
export function admits({ from, fromNetworks, to, toAddress, port }: Packet): boolean {
  const senders = from.map(({ id }) => id);
  const networks = from.length > 0 ? fromNetworks : [ANYWHERE];
  const into = passing(to, false, port).filter(({ peer }) => peer.kind !== 'group' || senders.includes(peer.groupId));
  const entered = into.some(({ peer }) => peer.kind === 'group') || covers(into, networks);
  if (!entered || from.length === 0) return entered;
  const receivers = to.map(({ id }) => id);
  const out = passing(from, true, port).filter(({ peer }) => peer.kind !== 'group' || receivers.includes(peer.groupId));
  return out.some(({ peer }) => peer.kind === 'group') || covers(out, [toAddress]);
}

function passing(groups: readonly SecurityGroup[], egress: boolean, port: number): SecurityGroupRule[] {
  return groups
    .flatMap(({ rules }) => [...rules.values()])
    .filter((rule) => rule.egress === egress && passesPort(rule, port));
}

function passesPort({ protocol, fromPort, toPort }: SecurityGroupRule, port: number): boolean {
  if (protocol === '-1') return true;
  return protocol === 'tcp' && fromPort !== undefined && toPort !== undefined && fromPort <= port && port <= toPort;
}

function covers(rules: readonly { readonly peer: Peer }[], networks: readonly Cidr[]): boolean {
  const open = rules.flatMap(({ peer }) => (peer.kind === 'ipv4' ? (parseCidr(peer.cidr) ?? []) : []));
  return networks.length > 0 && networks.every((network) => open.some((cidr) => contains(cidr, network)));
}
