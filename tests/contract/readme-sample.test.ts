import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** What a reader sees of Markdown: without its marks, and with one name for what differs from run to run. */
function seen(text: string): string {
  return text
    .replaceAll(/<\/?(?:b|summary|details(?: open)?)>|[*`>|]/g, '')
    .replaceAll(/sg-[\w<]+/g, 'sg')
    .replaceAll(/\s+/g, ' ');
}

/** Lines of the sample, those of tables and of differences cell by cell. */
function cells(sample: string): readonly string[] {
  return sample
    .split('\n')
    .map((line) => line.replace(/^[\s▾+-]+/, ''))
    .flatMap((line) => line.split(/ {2,}/))
    .map((cell) => seen(cell).trim())
    .filter((cell) => cell !== '');
}

test('the comment that the README shows is the one that the story ends with, shortened', () => {
  const [, sample = ''] = /more of them[^\n]*\n\n```text\n(.*?)\n```/s.exec(read('README.md')) ?? [];
  const golden = seen(read('tests/stories/goldens/replacement-without-consent.md'));
  expect(cells(sample).length).toBeGreaterThan(40);
  expect(cells(sample).filter((cell) => !golden.includes(cell))).toEqual([]);
});
