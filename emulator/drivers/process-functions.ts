import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Clock } from '../core/clock.ts';
import { spawnChild } from './child.ts';
import { type FunctionResult, type FunctionRunner, functionNotFound } from './functions.ts';
import { processGroups } from './process-groups.ts';

/** What stands for a function: a program that reads the event from stdin and writes its answer, JSON, to stdout. */
export interface FunctionCommand {
  readonly command: readonly string[];
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Of emulated time; by default as long as Lambda lets a function run at most. */
  readonly timeoutSeconds?: number;
}

/** By function name, or by ARN. */
export type Functions = Readonly<Record<string, FunctionCommand>>;

const LONGEST_SECONDS = 900;

/** Reads the small JSON file; a relative `cwd` starts at the file's own folder, which is also the default. */
export function readFunctions(path: string): Functions {
  const functions: Record<string, FunctionCommand> = JSON.parse(readFileSync(path, 'utf8'));
  const folder = dirname(resolve(path));
  return Object.fromEntries(
    Object.entries(functions).map(([name, one]) => [name, { ...one, cwd: resolve(folder, one.cwd ?? '.') }]),
  );
}

/** Functions as child processes, one for each invocation. */
export function processFunctions(options: {
  readonly functions: Functions;
  readonly clock: Pick<Clock, 'after'>;
}): FunctionRunner {
  const groups = processGroups();

  const run = async ({ command, cwd, environment = {}, timeoutSeconds }: FunctionCommand, event: object) => {
    const seconds = timeoutSeconds ?? LONGEST_SECONDS;
    const child = await spawnChild({ argv: command, cwd, environment, input: JSON.stringify(event) });
    const { pid = 0, stdout, stderr } = child;
    groups.add(pid);
    let late = false;
    const cancel = options.clock.after(seconds * 1000, () => {
      late = true;
      groups.signal(pid, 'SIGKILL');
    });
    const exited = new Promise<number | null>((settle) => child.once('exit', settle));
    const [code, answer, complaint] = await Promise.all([exited, stdout && text(stdout), stderr && text(stderr)]);
    cancel();
    groups.remove(pid);
    if (late) return failure('Sandbox.Timedout', `Task timed out after ${seconds.toFixed(2)} seconds`);
    if (code !== 0)
      return failure('Runtime.ExitError', `Runtime exited with error: exit status ${code}. ${complaint ?? ''}`.trim());
    return answerOf(answer ?? '');
  };

  return {
    invoke: async (functionArn, event) => {
      const named = options.functions[functionArn] ?? options.functions[functionArn.split(':')[6] ?? ''];
      return named
        ? run(named, event).catch((error: Error) => failure('Runtime.InvalidEntrypoint', error.message))
        : functionNotFound(functionArn);
    },
    stop: async () => groups.killAll(),
  };
}

/** As Lambda describes a function that failed. */
const failure = (errorType: string, errorMessage: string): FunctionResult => ({
  kind: 'answered',
  payload: { errorType, errorMessage },
});

function answerOf(output: string): FunctionResult {
  try {
    return { kind: 'answered', payload: output.trim() === '' ? null : JSON.parse(output) };
  } catch {
    return failure('Runtime.MarshalError', `The function's output is not JSON: ${output.slice(0, 200)}`);
  }
}
