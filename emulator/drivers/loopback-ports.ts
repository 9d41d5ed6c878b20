import { createServer } from 'node:net';

/** Below the ports that systems take for outgoing connections (from 32768 on), so that none can take one meanwhile. */
const FIRST = 20_000;
const COUNT = 12_000;

export interface LoopbackPorts {
  /** A port of 127.0.0.1 on which nothing listens, handed out to nobody else until released. */
  take(): Promise<number>;
  release(port: number): void;
}

/** By all emulators of this process: who has been given a port listens on it only later. */
const taken = new Set<number>();

/** Processes on one machine start looking at different places. */
export function loopbackPorts(startAt = process.pid * 101): LoopbackPorts {
  let next = startAt;
  return {
    take: async () => {
      for (let tries = 0; tries < COUNT; tries++) {
        const port = FIRST + (next++ % COUNT);
        if (taken.has(port)) continue;
        taken.add(port);
        if (await isFree(port)) return port;
        taken.delete(port);
      }
      throw new Error(`no port of 127.0.0.1 between ${FIRST} and ${FIRST + COUNT} is free`);
    },
    release: (port) => void taken.delete(port),
  };
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
