import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { schemaFiles, shapesFile } from '../../tools/generate.ts';

test.each([shapesFile(), ...(await schemaFiles())])('%s is what npm run generate writes', (path, text) => {
  expect(readFileSync(path, 'utf8')).toBe(text);
});
