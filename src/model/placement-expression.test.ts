import { describe, expect, test } from '@jest/globals';
import { isMet, isSharedByInstances, readComparison } from './placement-expression.ts';

describe('a comparison of an attribute', () => {
  test.each([
    ['attribute:ecs.instance-type == t2.medium', { attribute: 'ecs.instance-type', isEqual: true, value: 't2.medium' }],
    ["  attribute:stack!='prod' ", { attribute: 'stack', isEqual: false, value: 'prod' }],
    ['attribute:ecs.instance-type =~ t2.*', undefined],
    ['attribute:a == b and attribute:c == d', undefined],
    ['task:group == service:web', undefined],
    ['attribute:a exists', undefined],
  ])('is read from %s where that is one', (expression, expected) => {
    expect(readComparison(expression)).toEqual(expected);
  });

  test.each([
    ['attribute:stack == prod', { stack: 'prod' }, true],
    ['attribute:stack == prod', { stack: 'test' }, false],
    ['attribute:stack == prod', {}, false],
    ['attribute:stack != prod', { stack: 'test' }, true],
    ['attribute:stack != prod', {}, true],
  ])('%s of an instance with %j is met: %s', (expression, attributes, expected) => {
    const comparison = readComparison(expression);
    expect(comparison && isMet(comparison, attributes)).toBe(expected);
  });

  test.each([
    ['attribute:ecs.cpu-architecture == arm64', true],
    ['attribute:ecs.availability-zone == ap-northeast-1a', false],
    ['attribute:stack == prod', false],
  ])('%s is the same for all instances of a launch template: %s', (expression, expected) => {
    const comparison = readComparison(expression);
    expect(comparison && isSharedByInstances(comparison)).toBe(expected);
  });
});
