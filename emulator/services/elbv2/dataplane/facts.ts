import type { IncomingMessage } from 'node:http';
import type { RequestFacts } from '../rules/request.ts';

/** What the rules see of a request. */
export function factsOf(request: IncomingMessage): RequestFacts {
  const url = requestTarget(request);
  const mark = url.indexOf('?');
  return {
    method: request.method ?? '',
    host: (request.headers.host ?? '').replace(/:\d+$/, ''),
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? '' : url.slice(mark + 1),
    headers: request.headersDistinct,
    clientAddress: clientAddress(request),
  };
}

/** Path and query string, also where the client sent the absolute form. */
export function requestTarget({ url = '/' }: IncomingMessage): string {
  const path = url.replace(/^https?:\/\/[^/?]*/i, '');
  return path.startsWith('?') || path === '' ? `/${path}` : path;
}

export function clientAddress({ socket }: IncomingMessage): string {
  return (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
}
