import { describe, expect, test } from '@jest/globals';
import { conditionKeys } from './condition-keys.ts';
import { holds } from './conditions.ts';
import { operatorOf } from './operators.ts';

const keys = conditionKeys({
  name: 'Alice',
  flag: true,
  count: 5,
  at: '2026-11-24T00:00:00Z',
  address: '10.1.2.3',
  role: 'arn:aws:iam::123456789012:role/app/task',
  tags: ['team', 'stage'],
});

const condition = (operator: string, key: string, ...values: string[]): boolean =>
  holds({ operator, key, values }, keys);

test.each<[string, string, string[], boolean]>([
  ['StringEquals', 'name', ['Bob', 'Alice'], true],
  ['StringEquals', 'NAME', ['Alice'], true],
  ['StringEquals', 'name', ['alice'], false],
  ['StringEqualsIgnoreCase', 'name', ['alice'], true],
  ['StringNotEquals', 'name', ['Bob', 'Alice'], false],
  ['StringNotEquals', 'name', ['Bob'], true],
  ['StringLike', 'name', ['A*e'], true],
  ['StringLike', 'name', ['A?e'], false],
  ['StringNotLike', 'name', ['B*'], true],
  ['ArnEquals', 'role', ['arn:aws:iam::*:role/app/*'], true],
  ['ArnLike', 'role', ['arn:aws:iam::*:role/other/*'], false],
  ['ArnNotLike', 'role', ['arn:aws:iam::*:role/other/*'], true],
  ['Bool', 'flag', ['true'], true],
  ['Bool', 'flag', ['false'], false],
  ['NumericLessThanEquals', 'count', ['5'], true],
  ['NumericGreaterThan', 'count', ['5'], false],
  ['NumericNotEquals', 'count', ['4'], true],
  ['DateLessThan', 'at', ['2026-11-25T00:00:00Z'], true],
  ['DateGreaterThan', 'at', ['1700000000'], true],
  ['IpAddress', 'address', ['192.168.0.0/16', '10.0.0.0/8'], true],
  ['NotIpAddress', 'address', ['10.1.2.3'], false],
  ['Null', 'name', ['false'], true],
  ['Null', 'name', ['true'], false],
  ['StringEquals', 'name', [`\${name}`], true],
])('%s of %s and %j is %p', (operator, key, values, expected) => {
  expect(condition(operator, key, ...values)).toBe(expected);
});

describe('a key that the request lacks', () => {
  test.each<[string, boolean]>([
    ['StringEquals', false],
    ['StringNotEquals', true],
    ['StringEqualsIfExists', true],
    ['Bool', false],
    ['BoolIfExists', true],
    ['ForAllValues:StringEquals', true],
    ['ForAnyValue:StringEquals', false],
    ['ForAnyValue:StringNotEquals', false],
  ])('makes %s %p', (operator, expected) => {
    expect(condition(operator, 'absent', 'x')).toBe(expected);
  });

  test('is null', () => {
    expect(condition('Null', 'absent', 'true')).toBe(true);
    expect(condition('Null', 'absent', 'false')).toBe(false);
  });
});

describe('a key with several values', () => {
  test.each<[string, string[], boolean]>([
    ['ForAllValues:StringEquals', ['team', 'stage', 'owner'], true],
    ['ForAllValues:StringEquals', ['team'], false],
    ['ForAnyValue:StringEquals', ['team'], true],
    ['ForAnyValue:StringEquals', ['owner'], false],
    ['ForAnyValue:StringNotEquals', ['team'], true],
    ['ForAllValues:StringNotEquals', ['team'], false],
    ['ForAllValues:StringNotLike', ['o*'], true],
  ])('%s %j is %p', (operator, values, expected) => {
    expect(condition(operator, 'tags', ...values)).toBe(expected);
  });
});

test.each(['StringEqual', 'ForSomeValues:StringEquals', 'NullIfExist', 'toString', ''])(
  'there is no operator %j',
  (name) => {
    expect(operatorOf(name)).toBeUndefined();
  },
);
