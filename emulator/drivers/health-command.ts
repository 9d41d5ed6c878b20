import type { Clock } from '../core/clock.ts';
import type { ChildOptions } from './child.ts';
import { spawnChild } from './child.ts';
import type { ProcessGroups } from './process-groups.ts';

/**
 * Runs `["CMD", …]` or `["CMD-SHELL", "…"]`; true for exit code 0 within `timeoutMs` of emulated time, after which it
 * is killed.
 */
export async function runHealthCommand(
  command: readonly string[],
  timeoutMs: number,
  options: Omit<ChildOptions, 'argv'> & { readonly groups: ProcessGroups; readonly after: Clock['after'] },
): Promise<boolean> {
  const [kind, ...rest] = command;
  const argv = kind === 'CMD-SHELL' ? ['/bin/sh', '-c', rest.join(' ')] : kind === 'CMD' ? rest : command;
  const { cwd, environment, groups, after } = options;
  const child = await spawnChild({ argv, cwd, environment }).catch(() => undefined);
  const pid = child?.pid;
  if (!child || pid === undefined) return false;
  child.stdout?.resume();
  child.stderr?.resume();
  groups.add(pid);
  const cancel = after(timeoutMs, () => groups.signal(pid, 'SIGKILL'));
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      cancel();
      groups.remove(pid);
      resolve(code === 0);
    });
  });
}
