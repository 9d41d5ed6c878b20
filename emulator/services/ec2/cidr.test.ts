import { describe, expect, test } from '@jest/globals';
import { addressCount, contains, formatCidr, overlap, parseCidr } from './cidr.ts';

const cidr = (text: string) => {
  const parsed = parseCidr(text);
  if (!parsed) throw new Error(`${text} is no CIDR`);
  return parsed;
};

describe('IPv4 networks', () => {
  test.each([
    ['10.0.0.0/16', '10.0.0.0/16', 65_536],
    ['10.0.3.7/24', '10.0.3.0/24', 256],
    ['198.51.100.7/32', '198.51.100.7/32', 1],
    ['0.0.0.0/0', '0.0.0.0/0', 4_294_967_296],
    ['255.255.255.255/1', '128.0.0.0/1', 2_147_483_648],
  ])('%s is %s with %d addresses', (text, canonical, count) => {
    expect(formatCidr(cidr(text))).toBe(canonical);
    expect(addressCount(cidr(text))).toBe(count);
  });

  test.each(['10.0.0.0', '10.0.0.0/33', '10.0.0.256/8', 'fd00::/8', ''])('%j is none', (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });

  test.each([
    ['10.0.0.0/16', '10.0.255.0/24', true],
    ['10.0.0.0/16', '10.1.0.0/24', false],
    ['10.0.0.0/24', '10.0.0.0/16', false],
    ['0.0.0.0/0', '192.0.2.1/32', true],
  ])('%s contains %s: %s', (outer, inner, expected) => {
    expect(contains(cidr(outer), cidr(inner))).toBe(expected);
  });

  test('networks overlap whichever is the larger', () => {
    expect(overlap(cidr('10.0.0.0/16'), cidr('10.0.1.0/24'))).toBe(true);
    expect(overlap(cidr('10.0.1.0/24'), cidr('10.0.0.0/16'))).toBe(true);
    expect(overlap(cidr('10.0.0.0/24'), cidr('10.0.1.0/24'))).toBe(false);
  });
});
