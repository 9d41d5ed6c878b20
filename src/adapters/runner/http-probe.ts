import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import type { ProbeResult } from '../../model/probe-result.ts';
import type { HttpProbe, ProbeRequest } from '../../ports/http-probe.ts';
import { connectTo } from './connect-to.ts';

const BODY_LIMIT_BYTES = 64 * 1024;

/**
 * Asks on a new connection each time, so that the name is resolved each time: a load balancer's addresses change as it
 * scales. With `host`, it is what the request and TLS name, while the connection goes to the URL's own host.
 */
export function createHttpProbe(): HttpProbe {
  return {
    get: async (probe) => {
      const url = new URL(probe.url);
      const send = url.protocol === 'https:' ? (await import('node:https')).request : httpRequest;
      const started = performance.now();
      const outcome = await exchange(send, url, probe);
      return { ...outcome, durationMs: performance.now() - started };
    },
  };
}

type Send = (options: RequestOptions & { servername?: string }) => ReturnType<typeof httpRequest>;
type Exchange = ProbeResult extends infer R ? (R extends ProbeResult ? Omit<R, 'durationMs'> : never) : never;

function exchange(send: Send, url: URL, probe: ProbeRequest): Promise<Exchange> {
  const secure = url.protocol === 'https:';
  const port = url.port ? Number(url.port) : secure ? 443 : 80;
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const to = connectTo(probe.connectTo, hostname, port);
  const name = probe.host ?? url.host;
  return new Promise((resolve) => {
    const fail = (error: Error & { code?: string }): void =>
      resolve({
        kind: 'no-answer',
        code: error.code ?? error.name,
        message: error.message || (error.code ?? error.name),
      });
    const request = send({
      host: to.host,
      port: to.port,
      path: `${url.pathname}${url.search}`,
      headers: { host: name, 'user-agent': 'ecs-gitops', accept: '*/*' },
      agent: false,
      signal: endOf(probe),
      ...(secure ? { servername: name.replace(/:\d+$/, '') } : {}),
    });
    request.on('error', (error) => fail(timeoutOr(error)));
    request.on('response', (response) => {
      // Once the answer has ended, the socket no longer knows.
      const address = `${response.socket.remoteAddress}:${response.socket.remotePort}`;
      readBody(response).then(
        (body) =>
          resolve({
            kind: 'answer',
            status: response.statusCode ?? 0,
            headers: flatHeaders(response),
            body,
            address,
          }),
        (error) => fail(timeoutOr(error)),
      );
    });
    request.end();
  });
}

function endOf({ timeoutMs, signal }: ProbeRequest): AbortSignal {
  const timeout = AbortSignal.timeout(timeoutMs);
  return signal ? AbortSignal.any([timeout, signal]) : timeout;
}

async function readBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    if (size < BODY_LIMIT_BYTES) chunks.push(chunk);
    size += chunk.length;
  }
  return Buffer.concat(chunks).subarray(0, BODY_LIMIT_BYTES).toString('utf8');
}

function flatHeaders(response: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]));
}

function timeoutOr(error: Error): Error & { code?: string } {
  const timedOut = error.name === 'AbortError' || error.name === 'TimeoutError';
  return timedOut ? Object.assign(new Error('no answer in time'), { code: 'TIMEOUT' }) : error;
}
