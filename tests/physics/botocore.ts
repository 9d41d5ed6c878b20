import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** AWS has refused a call, in its own words. */
export class Refusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** AWS's words; empty where it did not refuse. */
export const wordsOf = (refusal: Refusal | undefined): string =>
  refusal === undefined ? '' : `${refusal.code}: ${refusal.message}`;

export interface Call {
  readonly endpoint: string;
  readonly region: string;
  /** As botocore names it, e.g. `elbv2`. */
  readonly service: string;
  /** As the API names it, e.g. `DescribeTargetHealth`. */
  readonly operation: string;
  readonly parameters: object;
}

export interface Botocore {
  /** Rejects with a Refusal. Times in the output are text. */
  call(call: Call): Promise<unknown>;
  close(): Promise<void>;
}

interface Answer {
  readonly id: number;
  readonly output?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}

const BRIDGE = fileURLToPath(new URL('botocore-bridge.py', import.meta.url));

/**
 * Starts one process of a Python that has botocore, which makes all calls: starting one for each would take longer than
 * what is measured.
 */
export function startBotocore(python: string): Botocore {
  const child = spawn(python, [BRIDGE], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const waiting = new Map<number, { resolve(output: unknown): void; reject(error: Error): void }>();
  let last = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, output, error }: Answer = JSON.parse(line);
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call?.reject(new Refusal(error.code, error.message));
    else call?.resolve(output);
  });
  const fail = (): void => {
    for (const { reject } of waiting.values()) reject(new Error('the botocore process has ended'));
    waiting.clear();
  };
  ended.then(fail, fail);
  return {
    call: (call) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        child.stdin.write(`${JSON.stringify({ id, ...call })}\n`);
      }),
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
