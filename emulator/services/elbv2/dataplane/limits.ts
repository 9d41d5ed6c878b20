import type { IncomingMessage } from 'node:http';
import type { OwnStatus } from './answers.ts';
import { pairs } from './headers.ts';

/** Source: "HTTP header limits" of Application Load Balancers. */
export const REQUEST_HEADERS_BYTES = 64 * 1_024;
export const RESPONSE_HEADERS_BYTES = 32 * 1_024;
const LINE_BYTES = 16 * 1_024;
/** Source: "HTTP 463". */
const FORWARDED_ADDRESSES = 30;

/** The status with which the load balancer refuses a request before any rule; undefined where it takes it. */
export function refusal({
  method,
  url = '',
  httpVersion,
  headers,
  rawHeaders,
}: IncomingMessage): OwnStatus | undefined {
  if (method === 'TRACE') return 405;
  if (url.length > LINE_BYTES) return 414;
  if (headers.host === undefined && httpVersion === '1.1') return 400;
  for (const [name, value] of pairs(rawHeaders)) {
    if (name.length + value.length > LINE_BYTES) return 400;
    if (name.toLowerCase() === 'x-forwarded-for' && value.split(',').length > FORWARDED_ADDRESSES) return 463;
  }
  return undefined;
}
