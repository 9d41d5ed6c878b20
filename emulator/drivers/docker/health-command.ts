import type { Clock } from '../../core/clock.ts';
import type { Engine } from './engine.ts';

/**
 * Runs `["CMD", …]` or `["CMD-SHELL", "…"]` inside a container; false where it has not ended within `timeoutMs` of
 * emulated time.
 */
export async function runInContainer(
  { engine, after }: { readonly engine: Engine; readonly after: Clock['after'] },
  container: string,
  command: readonly string[],
  timeoutMs: number,
): Promise<boolean> {
  const [kind, ...rest] = command;
  const Cmd = kind === 'CMD-SHELL' ? ['/bin/sh', '-c', rest.join(' ')] : kind === 'CMD' ? rest : command;
  try {
    const body = { Cmd, AttachStdout: true, AttachStderr: true };
    const { Id } = await engine.call<{ Id: string }>('POST', `/containers/${container}/exec`, body);
    const output = await engine.stream('POST', `/exec/${Id}/start`, { Detach: false });
    const cancel = after(timeoutMs, () => output.destroy());
    const ended = await new Promise<boolean>((resolve) => {
      output.resume().once('end', () => resolve(true));
      output.once('error', () => resolve(false)).once('close', () => resolve(false));
    });
    cancel();
    if (!ended) return false;
    const { ExitCode } = await engine.call<{ ExitCode: number | null }>('GET', `/exec/${Id}/json`);
    return ExitCode === 0;
  } catch {
    // A container that has just ended passes no health check.
    return false;
  }
}
