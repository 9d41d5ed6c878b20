import { describe, expect, test } from '@jest/globals';
import { AwsError } from './errors.ts';
import { withTags } from './tags.ts';
import type { CallContext } from './world.ts';

const CLIENT: CallContext = { requestId: '1', caller: { arn: 'arn:aws:iam::123456789012:user/someone' } };
const AWS: CallContext = { ...CLIENT, internal: true };
const REFUSALS = {
  reserved: () => new AwsError('Reserved', 'reserved'),
  tooMany: () => new AwsError('TooMany', 'too many'),
};
const many = (count: number): [string, string][] => Array.from({ length: count }, (_, index) => [`k${index}`, 'v']);

describe('tags', () => {
  test('are laid over those that are there', () => {
    const tags = withTags(new Map(Object.entries({ a: '1', b: '2' })), [['b', '3']], CLIENT, REFUSALS);
    expect([...tags]).toEqual([
      ['a', '1'],
      ['b', '3'],
    ]);
  });

  test.each(['aws:x', 'AWS:x'])('of AWS are refused to clients: %s', (key) => {
    expect(() => withTags(new Map(), [[key, '1']], CLIENT, REFUSALS)).toThrow('reserved');
    expect([...withTags(new Map(), [[key, '1']], AWS, REFUSALS)]).toEqual([[key, '1']]);
  });

  test('are fifty at most, those of AWS not counted', () => {
    const present = new Map([...many(50), ['aws:x', '1'] as const]);
    expect(withTags(present, [['k0', 'w']], CLIENT, REFUSALS).size).toBe(51);
    expect(() => withTags(present, [['one-more', '1']], CLIENT, REFUSALS)).toThrow('too many');
  });
});
