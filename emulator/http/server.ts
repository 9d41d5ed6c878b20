import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WireRequest, WireResponse } from '../protocol/wire.ts';
import type { Account } from './answer.ts';
import { answer } from './answer.ts';
import { readBody } from './body.ts';
import type { Inspection } from './inspection.ts';
import { INSPECTION_PREFIX, inspect } from './inspection.ts';

export interface Front {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on loopback alone; port 0 takes a free one. Rejects where the port is taken. */
export async function openFront(port: number, account: Account, inspection: Inspection): Promise<Front> {
  const server = createServer((request, response) => {
    respond(request, response, account, inspection).catch((error: unknown) => {
      // A client that went away while it was sending is nobody's defect.
      if (!request.destroyed || request.complete) account.defect(error);
      response.destroy();
    });
  });
  // Longer than clients keep idle connections: closing first would make them repeat requests that were already carried
  // out.
  server.keepAliveTimeout = 120_000;
  await listening(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function respond(
  message: IncomingMessage,
  response: ServerResponse,
  account: Account,
  inspection: Inspection,
): Promise<void> {
  const { bytes, problem } = await readBody(message);
  const [, path = '/', query = ''] = /^([^?]*)\??(.*)$/s.exec(message.url ?? '/') ?? [];
  const request: WireRequest = { method: message.method ?? 'GET', path, query, headers: message.headers, body: bytes };
  const own = path.startsWith(INSPECTION_PREFIX);
  write(response, own ? inspect(request, inspection) : await answer(request, problem, account));
}

function write(response: ServerResponse, { status, headers, body }: WireResponse): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
