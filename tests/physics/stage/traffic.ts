import { type Agent, request as send } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** `200`, or how a request failed: another status, or the code of a broken connection. */
export type Answer = string;

const TIMEOUT_MS = 30_000;

export interface GetOptions {
  /** Without it the request has a connection of its own. */
  readonly agent?: Agent;
  readonly onSocket?: (socket: Socket) => void;
}

export function get(address: Address, path: string, { agent, onSocket }: GetOptions = {}): Promise<Answer> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void => resolve(error.code ?? error.name);
    const request = send({ ...address, path, agent: agent ?? false, signal: AbortSignal.timeout(TIMEOUT_MS) });
    request.on('error', failed);
    if (onSocket) request.on('socket', onSocket);
    request.on('response', (response) => {
      response.on('error', failed);
      response.on('end', () => resolve(String(response.statusCode)));
      response.resume();
    });
    request.end();
  });
}

export interface Traffic {
  readonly answers: number;
  /** How many requests failed, by kind. */
  readonly failures: Readonly<Record<string, number>>;
}

const CLIENTS = 8;

/**
 * Starts clients that send one request after another, each on a connection of its own and answered after `requestMs`;
 * ends them when called. They are out of step, so that there is always a request in its middle.
 */
export function startTraffic(address: Address, requestMs: number): () => Promise<Traffic> {
  const failures: Record<string, number> = {};
  let answers = 0;
  let over = false;
  const client = async (number: number): Promise<void> => {
    await sleep((number * requestMs) / CLIENTS);
    while (!over) {
      const answer = await get(address, `/?delay-ms=${requestMs}`);
      answers += 1;
      if (answer !== '200') failures[answer] = (failures[answer] ?? 0) + 1;
      // A broken target fails at once: the machine is to have time for the rest.
      await sleep(10);
    }
  };
  const clients = Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  return async () => {
    over = true;
    await clients;
    return { answers, failures };
  };
}

/** Such as `12 × 502, 3 × ECONNRESET`. */
export const describeFailures = ({ failures }: Traffic): string =>
  Object.entries(failures)
    .map(([kind, count]) => `${count} × ${kind}`)
    .join(', ');
