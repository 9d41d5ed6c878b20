import type { IncomingHttpHeaders } from 'node:http';
import { request as sendRequest } from 'node:http';
import type { Address } from '../../../core/network.ts';

/** Waits for real I/O, turn by turn, until there is something; at most five seconds. */
export async function eventually<Value>(
  find: () => Value | undefined | false | Promise<Value | undefined | false>,
): Promise<Value> {
  const deadline = performance.now() + 5_000;
  for (;;) {
    const value = await find();
    if (value) return value;
    if (performance.now() > deadline) throw new Error(`never happened: ${find}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Ask {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** One request on a connection of its own; rejects where the connection breaks. */
export function ask(address: Address, { path = '/', method = 'GET', headers = {}, body }: Ask = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = sendRequest({
      ...address,
      path,
      method,
      agent: false,
      headers: { Host: 'web.example', ...headers },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    request.end(body);
  });
}
