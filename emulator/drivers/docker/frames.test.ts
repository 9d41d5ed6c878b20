import { expect, test } from '@jest/globals';
import { outputLines } from './frames.ts';

function frame(stream: 1 | 2, text: string): Buffer {
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
}

const FRAMES = Buffer.concat([frame(1, 'one\ntw'), frame(2, 'wrong\r\n'), frame(1, 'o ü\n\nend')]);

test.each([1, 3, 8, 1000])('lines come whole out of chunks of %i bytes, each stream by itself', (size) => {
  const lines: string[] = [];
  const output = outputLines((line) => lines.push(line));
  for (let at = 0; at < FRAMES.length; at += size) output.write(FRAMES.subarray(at, at + size));
  expect(lines).toEqual(['one', 'wrong', 'two ü', '']);
  output.end();
  expect(lines.at(-1)).toBe('end');
});
