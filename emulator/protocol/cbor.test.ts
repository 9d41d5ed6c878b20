import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCbor, encodeCbor } from './cbor.ts';

const bytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex');

describe('CBOR', () => {
  test.each([
    ['00', 0],
    ['1903e8', 1000],
    ['1b000000e8d4a51000', 1_000_000_000_000],
    ['3903e7', -1000],
    ['f93c00', 1],
    ['f97bff', 65_504],
    ['fa47c35000', 100_000],
    ['fb3ff199999999999a', 1.1],
    ['f4', false],
    ['f6', null],
    ['6449455446', 'IETF'],
    ['7f657374726561646d696e67ff', 'streaming'],
    ['9f018202039f0405ffff', [1, [2, 3], [4, 5]]],
    ['bf61610161629f0203ffff', { a: 1, b: [2, 3] }],
    ['c11a514b67b0', new Date(1_363_896_240_000)],
  ])('%s is read as RFC 8949 says: %j', (hex, value) => {
    expect(decodeCbor(bytes(hex))).toEqual(value);
  });

  test.each(['', '19', '62ff', '8201', '0000', 'fc', '1c'])('%j is refused', (hex) => {
    expect(() => decodeCbor(bytes(hex))).toThrow(/CBOR/);
  });

  test('that nests without end is refused', () => {
    expect(() => decodeCbor(Buffer.alloc(100_000, 0x81))).toThrow('nested too deeply');
  });

  test('is read back as it was written', () => {
    const leaf = fc.oneof(
      fc.integer(),
      fc.maxSafeInteger(),
      fc.double({ noNaN: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
      fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
      fc.boolean(),
      fc.constant(null),
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(2 ** 42) }),
      fc.uint8Array().map((array) => Buffer.from(array)),
    );
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('node')),
        fc.dictionary(fc.string(), tie('node'), { noNullPrototype: true }),
      ),
    })).node;
    fc.assert(fc.property(tree, (value) => expect(decodeCbor(encodeCbor(value))).toEqual(value)));
  });
});
