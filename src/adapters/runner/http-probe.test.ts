import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createHttpProbe } from './http-probe.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server on loopback; returns `ADDRESS:PORT`. */
async function listening(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function get(address: string, timeoutMs = 5_000, signal?: AbortSignal) {
  const request = { url: 'http://web.test/a?b', host: 'www.web.test', connectTo: `web.test:80:${address}` };
  return createHttpProbe().get({ ...request, timeoutMs, signal });
}

describe('one request', () => {
  test('goes where it is told under its own name, and tells what was answered and by whom', async () => {
    const address = await listening(({ url, headers }, response) => {
      response.writeHead(503, { 'X-Version': 'v2' }).end(`${headers.host}${url}`);
    });
    expect(await get(address)).toMatchObject({
      kind: 'answer',
      status: 503,
      headers: { 'x-version': 'v2' },
      body: 'www.web.test/a?b',
      address,
    });
  });

  test('tells that the connection was cut', async () => {
    const address = await listening(({ socket }) => void socket.resetAndDestroy());
    expect(await get(address)).toMatchObject({ kind: 'no-answer', code: 'ECONNRESET' });
  });

  test('tells that an answer was cut', async () => {
    const address = await listening((_, response) => {
      response.writeHead(200, { 'content-length': '9' });
      response.write('half', () => response.socket?.resetAndDestroy());
    });
    expect(await get(address)).toMatchObject({ kind: 'no-answer', code: 'ECONNRESET' });
  });

  test('tells that nobody listens', async () => {
    const address = await listening(() => {});
    await new Promise((resolve) => servers.pop()?.close(resolve));
    expect(await get(address)).toMatchObject({ kind: 'no-answer', code: 'ECONNREFUSED' });
  });

  test('tells that no answer came in time', async () => {
    expect(await get(await listening(() => {}), 30)).toMatchObject({ kind: 'no-answer', code: 'TIMEOUT' });
  });

  test('ends where it is to', async () => {
    const controller = new AbortController();
    const address = await listening(() => controller.abort());
    expect(await get(address, 5_000, controller.signal)).toMatchObject({ kind: 'no-answer' });
  });
});
