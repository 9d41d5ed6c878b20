import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { ERROR_CODES } from '../../src/model/errors.ts';

test('every error code has a heading in docs/troubleshooting.md, and every heading a code', () => {
  const text = readFileSync(new URL('../../docs/troubleshooting.md', import.meta.url), 'utf8');
  const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  expect(headings.toSorted()).toEqual([...ERROR_CODES].toSorted());
});
