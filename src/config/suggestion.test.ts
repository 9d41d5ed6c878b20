import { expect, test } from '@jest/globals';
import { didYouMean, suggestion } from './suggestion.ts';

test.each([
  ['capcity', 'capacity'],
  ['Capacity', 'capacity'],
  ['load-balancer', 'loadBalancer'],
  ['vcp', 'vpc'],
  ['colour', undefined],
  ['', undefined],
])('%j suggests %j', (word, expected) => {
  expect(suggestion(word, ['capacity', 'loadBalancer', 'vpc', 'tags'])).toBe(expected);
});

test('what there is to choose from is listed where nothing is near and it is not much', () => {
  expect(didYouMean('x', ['web', 'app'], 'Add it.')).toBe('Known: "web", "app".');
  expect(didYouMean('x', [], 'Add it.')).toBe('Add it.');
  expect(
    didYouMean(
      'x',
      'abcdefghijklmn'.split('').map((letter) => letter.repeat(9)),
      'Look.',
    ),
  ).toBe('Look.');
});
