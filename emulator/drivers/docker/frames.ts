const HEADER_BYTES = 8;
const STDERR = 2;

/**
 * Takes apart the stream in which the engine sends both outputs of a container: frames of one byte for the stream,
 * three of nothing, four for the size, and the text. Hands on whole lines, and what follows the last line's end at
 * `end`.
 */
export function outputLines(line: (text: string) => void): { write(chunk: Buffer): void; end(): void } {
  let pending = Buffer.alloc(0);
  const partial = { out: '', err: '' };

  const text = (stream: 'out' | 'err', payload: string): void => {
    const lines = (partial[stream] + payload).split('\n');
    partial[stream] = lines.pop() ?? '';
    for (const one of lines) line(one.replace(/\r$/, ''));
  };

  return {
    write: (chunk) => {
      pending = Buffer.concat([pending, chunk]);
      while (pending.length >= HEADER_BYTES) {
        const end = HEADER_BYTES + pending.readUInt32BE(4);
        if (pending.length < end) return;
        text(pending[0] === STDERR ? 'err' : 'out', pending.toString('utf8', HEADER_BYTES, end));
        pending = pending.subarray(end);
      }
    },
    end: () => {
      for (const rest of [partial.out, partial.err]) if (rest !== '') line(rest);
    },
  };
}
