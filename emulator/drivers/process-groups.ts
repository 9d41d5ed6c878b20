import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

/** The process groups of all containers, which end with the emulator, whatever ends it. */
export interface ProcessGroups {
  add(leader: number): void;
  /** Kills what is left of the group: a container's processes do not outlive its first one. */
  remove(leader: number): void;
  signal(leader: number, signal: NodeJS.Signals): void;
  killAll(): void;
}

export function processGroups(): ProcessGroups {
  const leaders = new Set<number>();
  let reaper: ChildProcess | undefined;
  const tell = (line: string): void => {
    reaper ??= startReaper();
    reaper.stdin?.write(`${line}\n`);
  };
  const killAll = (): void => {
    for (const leader of leaders) signalGroup(leader, 'SIGKILL');
  };
  process.once('exit', killAll);
  return {
    add: (leader) => {
      leaders.add(leader);
      tell(`+${leader}`);
    },
    remove: (leader) => {
      signalGroup(leader, 'SIGKILL');
      leaders.delete(leader);
      tell(`-${leader}`);
    },
    signal: signalGroup,
    killAll: () => {
      killAll();
      process.off('exit', killAll);
      reaper?.stdin?.end();
      reaper = undefined;
    },
  };
}

function startReaper(): ChildProcess {
  const script = fileURLToPath(new URL('./reaper.ts', import.meta.url));
  const reaper = spawn(process.execPath, [script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  // A reaper that is gone has nothing to be told; the groups are still killed by killAll.
  reaper.stdin?.on('error', () => {});
  (reaper.stdin as Socket | null)?.unref();
  reaper.unref();
  return reaper;
}

function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch {
    // ESRCH: the group has ended.
  }
}
