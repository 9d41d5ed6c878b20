import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as sendRequest } from 'node:http';
import type { Socket } from 'node:net';
import { pipeline } from 'node:stream';
import type { Cancel } from '../../../core/clock.ts';
import type { Address } from '../../../core/network.ts';
import { attribute } from '../attributes/attributes.ts';
import type { Target } from '../targets/target.ts';
import type { OwnStatus } from './answers.ts';
import { sendOwn } from './answers.ts';
import type { Exchange, Plane } from './exchange.ts';
import { persistence } from './exchange.ts';
import { clientAddress } from './facts.ts';
import type { ForwardedFacts } from './headers.ts';
import { requestHeaders, responseHeaders, targetHost } from './headers.ts';
import { RESPONSE_HEADERS_BYTES } from './limits.ts';
import { traceId } from './trace-id.ts';
import { connectTunnel } from './tunnel.ts';

const CONNECT_TIMEOUT_MS = 10_000;

export interface Route {
  readonly target: Target;
  readonly host: string;
  readonly url: string;
  /** Header lines to add to the answer, given the cookies that the target sets. */
  readonly cookies: (setByTarget: readonly string[]) => readonly string[];
}

/**
 * Sends a request to a target and streams the answer back. The request is tried once: what goes wrong with this target
 * is the client's 502 or 504, as with a real load balancer.
 */
export function forward(plane: Plane, exchange: Exchange, route: Route): void {
  const { clock, network } = plane.world;
  const { request, response, listener } = exchange;
  const { host, port, connections } = route.target;
  let upstream: ClientRequest | undefined;
  let cancelConnect: Cancel = () => {};
  let over = false;
  let tunnelled = false;

  const fail = (status: OwnStatus): void => {
    if (over) return;
    over = true;
    cancelConnect();
    upstream?.destroy();
    if (response.headersSent || tunnelled) request.socket.destroy();
    else sendOwn(exchange, status);
  };
  const release = connections.begin(() => fail(502));
  response.once('close', () => {
    over = true;
    cancelConnect();
    release();
    if (!response.writableFinished) upstream?.destroy();
  });
  // Nothing has moved on the client's connection for the idle timeout.
  response.on('timeout', () => fail(request.complete ? 504 : 408));

  if (!network.admits(listener.loadBalancer.securityGroups, host, port)) {
    cancelConnect = clock.after(CONNECT_TIMEOUT_MS, () => fail(504));
    return;
  }
  const address = network.lookup(host, port);
  if (address?.answers !== undefined) {
    over = true;
    request.resume();
    response.writeHead(address.answers).end();
    return;
  }
  upstream = address && openRequest(plane, exchange, route, address);
  if (!upstream) {
    fail(address ? 500 : 502);
    return;
  }
  upstream.on('error', () => fail(502));
  upstream.on('socket', (socket) => {
    if (!socket.connecting) return;
    cancelConnect = clock.after(CONNECT_TIMEOUT_MS, () => fail(504));
    socket.once('connect', cancelConnect);
  });
  upstream.on('response', (answer) => {
    if (!over && !relay(exchange, answer, route.cookies(answer.headers['set-cookie'] ?? []))) fail(502);
  });
  upstream.on('upgrade', (answer: IncomingMessage, socket: Socket, head: Buffer) => {
    if (exchange.upgrade && !over) {
      tunnelled = true;
      connectTunnel(answer, exchange.upgrade, { socket, head });
    } else {
      socket.destroy();
      fail(502);
    }
  });
  if (exchange.upgrade) upstream.end();
  else request.pipe(upstream);
}

/** undefined where a rule's transform has made of the request what HTTP cannot carry. */
function openRequest(
  plane: Plane,
  exchange: Exchange,
  { target, url, host }: Route,
  address: Address,
): ClientRequest | undefined {
  const { method = 'GET', rawHeaders } = exchange.request;
  try {
    return sendRequest({
      host: address.host,
      port: address.port,
      method,
      path: url,
      headers: requestHeaders(method, rawHeaders, forwardedFacts(plane, exchange, host)),
      agent: target.connections.agent,
      maxHeaderSize: RESPONSE_HEADERS_BYTES,
    });
  } catch {
    return undefined;
  }
}

/** false where the target's header lines are none that HTTP allows. */
function relay(exchange: Exchange, answer: IncomingMessage, cookies: readonly string[]): boolean {
  const { response } = exchange;
  try {
    const lines = responseHeaders(answer.rawHeaders, persistence(exchange), cookies);
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, lines);
  } catch {
    return false;
  }
  // An answer that breaks off breaks off for the client too.
  pipeline(answer, response, () => {});
  return true;
}

function forwardedFacts(plane: Plane, exchange: Exchange, host: string): ForwardedFacts {
  const { request, listener, now } = exchange;
  const { attributes } = listener.loadBalancer;
  const enabled = (key: string): boolean => attribute(attributes, `routing.http.${key}.enabled`) === 'true';
  return {
    host: targetHost(host, listener.port, enabled('preserve_host_header')),
    clientAddress: clientAddress(request),
    clientPort: request.socket.remotePort ?? 0,
    listenerPort: listener.port,
    traceId: traceId(request.headersDistinct['x-amzn-trace-id']?.[0], now, plane.random),
    forwardedFor: attribute(attributes, 'routing.http.xff_header_processing.mode') as ForwardedFacts['forwardedFor'],
    withClientPort: enabled('xff_client_port'),
    dropInvalid: enabled('drop_invalid_header_fields'),
    websocket: exchange.upgrade !== undefined,
  };
}
