/** Seeded randomness (sfc32): the same seed gives the same ids and the same jitter. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  hex(length: number): string;
  digits(length: number): string;
  uuid(): string;
}

export function seededRandom(seed: number): Random {
  let a = seed >>> 0;
  let b = 0x9e3779b9;
  let c = 0x243f6a88;
  let counter = 1;
  const next = (): number => {
    const t = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 12; i++) next();
  const text = (length: number, base: number): string =>
    Array.from({ length }, () => Math.floor(next() * base).toString(base)).join('');
  return {
    next,
    hex: (length) => text(length, 16),
    digits: (length) => `${1 + Math.floor(next() * 9)}${text(length - 1, 10)}`,
    uuid: () => `${text(8, 16)}-${text(4, 16)}-4${text(3, 16)}-8${text(3, 16)}-${text(12, 16)}`,
  };
}
