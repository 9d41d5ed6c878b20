import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface RunningEmulator {
  readonly url: string;
  /** How many requests of clients changed something since the last call, by the emulator's own request log. */
  writes(): Promise<number>;
  /** Where a listener of a load balancer listens on loopback. */
  listener(dnsName: string, port: number): Promise<{ readonly host: string; readonly port: number } | undefined>;
  stop(): Promise<void>;
}

const CLI = fileURLToPath(new URL('../emulator/cli.ts', import.meta.url));
const READY_WITHIN_MS = 20_000;

/**
 * Starts the emulator as a process of its own, so that it is as far from the actions and the load as a network would
 * put it.
 */
export async function startEmulator(flags: readonly string[]): Promise<RunningEmulator> {
  const child = spawn(process.execPath, [CLI, '--port', '0', ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const url = await firstUrl(child.stdout, ended);
  let cursor = 0;
  return {
    url,
    writes: async () => {
      const page = await get<RequestPage>(`${url}/_emulator/requests?since=${cursor}`);
      cursor = page.cursor;
      return page.requests.filter(({ write }) => write).length;
    },
    listener: async (dnsName, port) => {
      const { listeners } = await get<{ listeners: readonly Listener[] }>(`${url}/_emulator/listeners`);
      return listeners.find((listener) => listener.dnsName === dnsName && listener.port === port)?.address;
    },
    stop: async () => {
      child.kill('SIGTERM');
      const kill = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(kill);
    },
  };
}

/** The input `connect-to` for a load balancer's name, which no DNS knows; undefined where nothing listens. */
export async function connectToListener(
  { listener }: RunningEmulator,
  dnsName: string,
  port: number,
): Promise<string | undefined> {
  const address = await listener(dnsName, port);
  return address && `${dnsName}:${port}:${address.host}:${address.port}`;
}

interface RequestPage {
  readonly requests: readonly { readonly write: boolean }[];
  readonly cursor: number;
}

interface Listener {
  readonly dnsName: string;
  readonly port: number;
  readonly address: { readonly host: string; readonly port: number };
}

async function firstUrl(output: NodeJS.ReadableStream, ended: Promise<void>): Promise<string> {
  const found = new Promise<string>((resolve) => {
    createInterface({ input: output }).on('line', (line) => {
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (url) resolve(url);
    });
  });
  const late = new Promise<string>((_, reject) => {
    setTimeout(() => reject(new Error('the emulator did not start in time')), READY_WITHIN_MS).unref();
    void ended.then(() => reject(new Error('the emulator ended before it listened')));
  });
  return Promise.race([found, late]);
}

async function get<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json() as Promise<T>;
}
