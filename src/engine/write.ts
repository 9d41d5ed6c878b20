import type { Progress } from '../ports/progress.ts';
import { type RepeatPorts, repeated } from './repeated.ts';

interface TellPorts {
  readonly progress: Progress;
  /** Where the run keeps what it has written. */
  readonly written?: string[] | undefined;
}

/** Tells of a write that AWS has taken. */
export function tellOfWrite(what: string, { progress, written }: TellPorts): void {
  written?.push(what);
  progress.emit({ kind: 'wrote', what });
}

/** Makes one write, which must be safe to repeat, and tells of it. Nothing is begun after a cancellation. */
export async function write<T>(what: string, call: () => Promise<T>, ports: TellPorts & RepeatPorts): Promise<T> {
  const answer = await repeated(what, call, ports);
  tellOfWrite(what, ports);
  return answer;
}
