/** The smallest subnet that AWS makes. */
const LONGEST_PREFIX = 28;

/**
 * The first `count` blocks of equal size inside an IPv4 block: sixteenths of it, or /28s where those would be smaller.
 */
export function subnetBlocks(cidrBlock: string, count: number): readonly string[] {
  const [address = '', prefix = ''] = cidrBlock.split('/');
  const length = Math.min(Number(prefix) + 4, LONGEST_PREFIX);
  const size = 2 ** (32 - length);
  const first = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return Array.from({ length: count }, (_, index) => `${dotted(first + index * size)}/${length}`);
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}
