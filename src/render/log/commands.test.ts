import { describe, expect, test } from '@jest/globals';
import { ToolkitError } from '../../model/errors.ts';
import { failureLines, stackLines } from '../failure.ts';
import { annotation } from './commands.ts';

const TOKEN = `ghs_${'a1B2'.repeat(9)}`;

describe('an annotation', () => {
  test('is one command, whatever its text holds', () => {
    const at = { file: 'a:b,c\n::d', line: 1, column: 2 };
    expect(annotation('error', '100 %\r\n::add-mask::x', at, 'b: c, d')).toBe(
      '::error file=a%3Ab%2Cc%0A%3A%3Ad,line=1,col=2,title=b%3A c%2C d::100 %25%0D%0A::add-mask::x',
    );
  });

  test('tells no credential, not even of a hint', () => {
    const lines = failureLines(new ToolkitError('INTERNAL', 'It failed.', { hint: `Use ${TOKEN}.` }));
    expect(lines).toEqual(['::error title=INTERNAL::It failed. Use ***.']);
  });
});

test('the stack of a defect holds no workflow command and no credential', () => {
  const error = new Error(`it failed\n::add-mask::x\n##[group]${TOKEN}`);
  const [first, second, third] = stackLines(error);
  expect([first, second, third]).toEqual(['Error: it failed', ': :add-mask::x', '## [group]***']);
  expect(stackLines('no error')).toEqual([]);
});
