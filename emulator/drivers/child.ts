import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';

export interface ChildOptions {
  readonly argv: readonly string[];
  readonly cwd: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
  /** All that its stdin holds; without it stdin is empty. */
  readonly input?: string;
}

/**
 * Starts a process as the leader of its own group. It inherits nothing but PATH: what a container sees is what its
 * image and its task definition say. `node` is the Node that runs the emulator.
 */
export function spawnChild({ argv, cwd, environment, input }: ChildOptions): Promise<ChildProcess> {
  const [file = '', ...args] = argv;
  const child = spawn(file === 'node' ? process.execPath : file, args, {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    detached: true,
  });
  // A program need not read what it is told.
  child.stdin?.on('error', () => {}).end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => resolve(child));
  });
}

export function forwardLines(child: ChildProcess, line: (text: string) => void): void {
  for (const input of [child.stdout, child.stderr]) {
    if (input) createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }).on('line', line);
  }
}

/** As a shell and Docker count: 128 + the number of the signal. */
export function exitCodeOf(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}
