import { describe, expect, test } from '@jest/globals';
import { annotation } from './commands.ts';
import { logText, markdownCode, markdownText } from './text.ts';

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
    ['**bold** [link](http://x)', '\\*\\*bold\\*\\* \\[link\\]\\(http\u200b://x\\)'],
    ['a | b', 'a \\| b'],
    ['<img src=x>', '&lt;img src=x&gt;'],
    ['@octocat #12', '@\u200boctocat \\#12'],
    ['line\nbreak', 'line break'],
  ])('%j does not format Markdown', (given, shown) => {
    expect(markdownText(given)).toBe(shown);
  });

  test.each([
    ['plain', '`plain`'],
    ['has ` one', '``has ` one``'],
    ['`edge`', '`` `edge` ``'],
    ['a | b', '`a \\| b`'],
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
