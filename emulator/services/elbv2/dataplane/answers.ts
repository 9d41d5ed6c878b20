import type { Exchange } from './exchange.ts';
import { persistence } from './exchange.ts';

/**
 * Statuses that the load balancer gives of itself, with its reason phrases. Source: "Troubleshoot your Application Load
 * Balancers".
 */
const REASONS = {
  301: 'Moved Permanently',
  302: 'Found',
  400: 'Bad Request',
  405: 'Method Not Allowed',
  408: 'Request Time-out',
  414: 'Request-URI Too Large',
  463: '',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
} as const;

export type OwnStatus = keyof typeof REASONS;

/** The page that an Application Load Balancer sends with a status of its own. */
export function ownPage(status: OwnStatus): string {
  const title = `${status} ${REASONS[status]}`.trim();
  return [
    '<html>',
    `<head><title>${title}</title></head>`,
    '<body>',
    `<center><h1>${title}</h1></center>`,
    '</body>',
    '</html>',
    '',
  ].join('\r\n');
}

export interface Answer {
  readonly status: number;
  readonly reason?: string;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: readonly string[];
}

export function sendOwn(exchange: Exchange, status: OwnStatus, headers: readonly string[] = []): void {
  send(exchange, { status, reason: REASONS[status], contentType: 'text/html', body: ownPage(status), headers });
}

/** Answers without a target. What the client is still sending is read and dropped, so that its connection goes on. */
export function send(exchange: Exchange, { status, reason, contentType, body, headers = [] }: Answer): void {
  const { request, response } = exchange;
  request.unpipe();
  request.resume();
  const lines = [
    ...(exchange.serverHeader ? ['Server', 'awselb/2.0'] : []),
    ...['Date', new Date(exchange.now).toUTCString(), 'Content-Type', contentType],
    ...['Content-Length', String(Buffer.byteLength(body)), 'Connection', persistence(exchange)],
    ...headers,
  ];
  response.writeHead(status, reason, lines);
  response.end(body);
}

/** For a client whose request could not be read at all. */
export function rawAnswer(status: OwnStatus): string {
  const body = ownPage(status);
  return [
    `HTTP/1.1 ${status} ${REASONS[status]}`,
    'Server: awselb/2.0',
    'Content-Type: text/html',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
