import { describe, expect, test } from '@jest/globals';
import { annotation } from './log/commands.ts';
import { excerpt, excerptsAround, fencedBlock, htmlText, logText, markdownCode, markdownText } from './text.ts';

describe('text from outside', () => {
  test.each([
    ['::set-output name=x::y', ': :set-output name=x::y'],
    ['   ::error::owned', '   : :error::owned'],
    ['fine ##[error]owned', 'fine ## [error]owned'],
    ['two\nlines\r\nand \u001b[31mcolour', 'two lines and  [31mcolour'],
    ['a::b', 'a::b'],
  ])('%j cannot command the runner', (given, shown) => {
    expect(logText(given)).toBe(shown);
  });

  test.each([
    ['**bold** [link](http://x)', '\\*\\*bold\\*\\* \\[link\\](http\u200b://x)'],
    ['a | b', 'a \\| b'],
    ['<img src=x>', '&lt;img src=x&gt;'],
    ['@octocat #12 GH-3', '@\u200boctocat #\u200b12 GH-\u200b3'],
    ['see www.example.com', 'see www\u200b.example.com'],
    ['--> <!-- x', '\\--&gt; &lt;!-- x'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['---', '\\---'],
    ['line\nbreak', 'line break'],
  ])('%j does not format Markdown', (given, shown) => {
    expect(markdownText(given)).toBe(shown);
  });

  test.each([
    ['</summary> @octocat #1', '&lt;/summary&gt; @\u200boctocat #\u200b1'],
    ['a\n\n# heading', 'a # heading'],
  ])('%j stays inside of an HTML block', (given, shown) => {
    expect(htmlText(given)).toBe(shown);
  });

  test('a fence is longer than any that it holds', () => {
    expect(fencedBlock('diff', ['a ```` b', '```'])).toEqual(['`````diff', 'a ```` b', '```', '`````']);
  });

  test('an excerpt says how much there is and splits no character', () => {
    expect(excerpt('abcdef', 6)).toBe('abcdef');
    expect(excerpt('ab😀cd', 3)).toBe('ab… (6 characters)');
  });

  test.each([
    ['plain', '`plain`'],
    ['has ` one', '``has ` one``'],
    ['`edge`', '`` `edge` ``'],
    ['a | b', '`a \\| b`'],
    ['a \\| b', '`a \\\u200b\\| b`'],
    ['', '`  `'],
  ])('%j stands in a code span', (given, shown) => {
    expect(markdownCode(given)).toBe(shown);
  });

  test('an annotation carries any text and position', () => {
    const at = { file: 'a,b:c.yaml', line: 3, column: 7 };
    expect(annotation('error', '50 %\nof it', at, 'CONFIG_INVALID')).toBe(
      '::error file=a%2Cb%3Ac.yaml,line=3,col=7,title=CONFIG_INVALID::50 %25%0Aof it',
    );
    expect(annotation('notice', 'plain')).toBe('::notice::plain');
  });
});

describe('long texts that differ', () => {
  const long = 'x'.repeat(320);

  test('are shown from shortly before they do', () => {
    const [before, after] = excerptsAround([`${long} --safe ${long}`, `${long} --delete-all ${long}`], 100);
    expect(before).toBe(`…${'x'.repeat(22)} --safe ${'x'.repeat(70)}… (648 characters)`);
    expect(after).toContain(' --delete-all ');
  });

  test.each([
    ['short ones are shown as they are', ['a', 'b'], ['a', 'b']],
    ['a difference near the beginning is there to see', [`a${long}`, `b${long}`], [/^axx/, /^bxx/]],
    ['one alone is shown from its beginning', [`a${long}`], [/^axx/]],
  ])('%s', (_case, texts, expected) => {
    expect(excerptsAround(texts, 100)).toEqual(
      expected.map((each) => (typeof each === 'string' ? each : expect.stringMatching(each))),
    );
  });
});
