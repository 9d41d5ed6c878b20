import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WIDTH = 120;
const COMMENT = /^\s*(\/\/|\/\*|\*)/;
/** A URL cannot be wrapped: what stands before it on the line counts. */
const URL_AT_THE_END = /https?:\/\/\S+(\s*\*\/)?$/;

describe('comments, which the formatter does not wrap', () => {
  test.each(['src', 'emulator', 'rehearse', 'tests', 'tools'])('end at column 120 in %s', (folder) => {
    const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.m?[jt]s$/.test(file) && !file.endsWith('.d.ts'))
      .map((file) => join(folder, file));
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((file) => tooWide(file, readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  });

  test('are found where they are wider', () => {
    const wide = `x${' x'.repeat(60)}`;
    const text = `  // ${wide}\n/** ${wide} */\n * ${wide}\nconst code = '${wide}';\n// https://aws.amazon.com/${'x'.repeat(WIDTH)}\n`;
    expect(tooWide('a.ts', text)).toEqual(['a.ts:1', 'a.ts:2', 'a.ts:3']);
  });
});

function tooWide(file: string, text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      COMMENT.test(line) && line.replace(URL_AT_THE_END, '').length > WIDTH ? [`${file}:${index + 1}`] : [],
    );
}
