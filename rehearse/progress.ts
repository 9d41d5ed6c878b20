import colours from 'picocolors';

/** Live progress: on a terminal one line that is rewritten under the finished steps, otherwise plain lines. */
export interface Progress {
  step(name: string): void;
  /** What the running step says, newest last. */
  detail(line: string): void;
  done(text: string, ok: boolean): void;
}

export function createProgress(options: {
  readonly terminal: boolean;
  readonly verbose: boolean;
  readonly status: () => string;
}): Progress {
  const { terminal, verbose, status } = options;
  let current = '';
  const write = (text: string): void => void process.stderr.write(text);
  const redraw = (detail: string): void => {
    const width = process.stderr.columns ?? 100;
    write(`\r\u001b[2K${`  ${current} ${colours.dim(`${status()} ${detail}`)}`.slice(0, width + 8)}`);
  };
  return {
    step: (name) => {
      current = name;
      if (terminal) redraw('');
      else write(`${name} …\n`);
    },
    detail: (line) => {
      if (verbose) write(`${terminal ? '\r\u001b[2K' : ''}    ${line}\n`);
      else if (terminal && line.trim()) redraw(line.trim());
    },
    done: (text, ok) => {
      const mark = ok ? colours.green('✔') : colours.red('✘');
      write(`${terminal ? '\r\u001b[2K' : ''}${mark} ${current}: ${text}\n`);
    },
  };
}
