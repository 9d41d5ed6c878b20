import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from '../../model/json.ts';
import { digestOf } from '../digest.ts';
import { differences } from './json-differences.ts';

describe('differences', () => {
  test.each([
    ['equal objects in another order', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }, []],
    ['a changed member', { a: { b: 1 } }, { a: { b: 2 } }, [{ path: ['a', 'b'], before: 1, after: 2 }]],
    ['an added object', {}, { a: { b: 1 } }, [{ path: ['a', 'b'], before: undefined, after: 1 }]],
    ['a removed object', { a: { b: 1 } }, undefined, [{ path: ['a', 'b'], before: 1, after: undefined }]],
    ['an added empty object', {}, { a: {} }, [{ path: ['a'], before: undefined, after: {} }]],
    ['lists as a whole', { a: [1, 2] }, { a: [2, 1] }, [{ path: ['a'], before: [1, 2], after: [2, 1] }]],
    ['an object in place of a value', { a: 1 }, { a: { b: 1 } }, [{ path: ['a'], before: 1, after: { b: 1 } }]],
  ])('finds %s', (_, before, after, expected) => {
    expect(differences(before, after)).toEqual(expected);
  });
});

describe('canonicalJson', () => {
  test('gives equal values equal texts and digests', () => {
    expect(canonicalJson({ b: [{ y: 1, x: 2 }], a: null })).toBe('{"a":null,"b":[{"x":2,"y":1}]}');
    expect(digestOf({ a: 1, b: 2 })).toBe(digestOf({ b: 2, a: 1 }));
    expect(digestOf({ a: 1 })).not.toBe(digestOf({ a: 2 }));
  });
});
