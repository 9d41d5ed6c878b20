import { templateError } from '../template/errors.ts';

/**
 * Fn::Cidr: `count` consecutive blocks within `block`, each with `hostBits` bits for hosts (AWS calls them cidrBits).
 * Without host bits the largest power-of-two split that gives `count` blocks is taken. IPv4 only.
 */
export function subnetsOf(block: string, count: number, hostBits: number | undefined): readonly string[] {
  const [, a, b, c, d, prefix] = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(block)?.map(Number) ?? [];
  const refuse = (): Error =>
    templateError(
      `Fn::Cidr cannot split ${block} into ${count} blocks${hostBits === undefined ? '' : ` of ${hostBits} bits`}`,
    );
  if (a === undefined || b === undefined || c === undefined || d === undefined || prefix === undefined) throw refuse();
  if (!Number.isInteger(count) || count < 1 || count > 256) throw refuse();
  const bits = hostBits ?? 32 - prefix - Math.ceil(Math.log2(count));
  const size = 2 ** bits;
  if (!Number.isInteger(bits) || bits < 1 || size * count > 2 ** (32 - prefix)) throw refuse();
  const network = Math.floor((((a * 256 + b) * 256 + c) * 256 + d) / 2 ** (32 - prefix)) * 2 ** (32 - prefix);
  return Array.from({ length: count }, (_, index) => `${dotted(network + index * size)}/${32 - bits}`);
}

const dotted = (address: number): string =>
  [2 ** 24, 2 ** 16, 2 ** 8, 1].map((unit) => Math.floor(address / unit) % 256).join('.');
