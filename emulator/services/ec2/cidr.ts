/** An IPv4 network: its first address as an unsigned number, and how many bits of it are fixed. */
export interface Cidr {
  readonly base: number;
  readonly prefix: number;
}

/** undefined where the text is no IPv4 network. Bits behind the prefix are cleared, as EC2 does. */
export function parseCidr(text: string): Cidr | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (!match) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((byte) => byte > 255) || prefix > 32) return undefined;
  const address = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  const mask = prefix === 0 ? 0 : (~0 << (32 - prefix)) >>> 0;
  return { base: (address & mask) >>> 0, prefix };
}

export const addressCount = ({ prefix }: Cidr): number => 2 ** (32 - prefix);

export const formatAddress = (address: number): string =>
  [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');

export const formatCidr = ({ base, prefix }: Cidr): string => `${formatAddress(base)}/${prefix}`;

export function contains(outer: Cidr, inner: Cidr): boolean {
  return (
    outer.base <= inner.base &&
    inner.base + addressCount(inner) <= outer.base + addressCount(outer) &&
    outer.prefix <= inner.prefix
  );
}

export const overlap = (a: Cidr, b: Cidr): boolean => contains(a, b) || contains(b, a);
