import { expect, test } from '@jest/globals';
import { buildPlanted } from './build-planted.ts';

test('a fault that no longer fits the source is said to be so, before anything is built', () => {
  const changes = [{ file: 'src/main.ts', replace: 'what no source holds', by: '' }];
  expect(() => buildPlanted({ name: 'outdated', changes })).toThrow(
    'The planted fault outdated no longer fits: "what no source holds" is not there in src/main.ts.',
  );
});
