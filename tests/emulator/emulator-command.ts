import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../emulator/cli.ts', import.meta.url));

export interface RunningEmulator {
  readonly url: string;
  /** What every AWS client needs in its environment; nothing of the machine's own AWS configuration. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** How long a start may take on a machine that is busy with other tests. */
export const START_WITHIN_MS = 60_000;

/** Starts `npm run emulator` on a free port. */
export async function startEmulator(...options: readonly string[]): Promise<RunningEmulator> {
  const child = spawn(process.execPath, [COMMAND, '--port', '0', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  // Whoever gives up waiting for it is not kept from ending, and does not leave it behind.
  child.unref();
  process.once('exit', () => child.kill());
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(String(line)) ?? [];
  return {
    url,
    env: {
      PATH: process.env['PATH'] ?? '',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_ENDPOINT_URL: url,
      AWS_REGION: 'ap-northeast-1',
      AWS_DEFAULT_REGION: 'ap-northeast-1',
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_PAGER: '',
    },
    stop: async () => {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}
