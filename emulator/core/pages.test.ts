import { describe, expect, test } from '@jest/globals';
import { AwsError } from './errors.ts';
import { pageOf } from './pages.ts';

const invalidToken = (): AwsError => new AwsError('InvalidNextToken', 'no such token');

describe('pages', () => {
  test('following the tokens gives every item once', () => {
    const seen: number[] = [];
    let token: string | undefined;
    do {
      const page = pageOf([1, 2, 3, 4, 5], { token, size: 2, invalidToken });
      seen.push(...page.items);
      token = page.nextToken;
    } while (token !== undefined);
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  test('a listing that fits has no token', () => {
    expect(pageOf([1, 2], { token: undefined, size: 2, invalidToken })).toEqual({
      items: [1, 2],
      nextToken: undefined,
    });
  });

  test('a made-up token is refused', () => {
    expect(() => pageOf([1, 2, 3], { token: 'abc', size: 2, invalidToken })).toThrow('no such token');
  });
});
