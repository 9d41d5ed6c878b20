import { dockerEngine } from './engine.ts';

const DEFAULT_HOST = 'unix:///var/run/docker.sock';

/** Where the engine listens, from DOCKER_HOST's value. Throws for an engine that is not reached by a unix socket. */
export function socketOf(host: string = DEFAULT_HOST): string {
  if (host.startsWith('unix://')) return host.slice('unix://'.length);
  throw new Error(
    `The docker driver speaks to an engine on this machine alone, and DOCKER_HOST is ${host}. Set it to unix:///PATH, or use --driver process.`,
  );
}

/** Rejects, saying what to do, where no engine answers. */
export async function expectEngine(socketPath: string): Promise<void> {
  const asked = await dockerEngine(socketPath)
    .stream('GET', '/_ping')
    .catch((error: Error) => error);
  if (!(asked instanceof Error)) return void asked.resume();
  throw new Error(
    `No Docker engine answers: ${asked.message}. Start one, point DOCKER_HOST=unix:///PATH at one that runs, or use --driver process.`,
  );
}
