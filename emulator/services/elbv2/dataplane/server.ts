import type { IncomingMessage, Server } from 'node:http';
import { createServer, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { attribute, numberAttribute } from '../attributes/attributes.ts';
import type { Listener } from '../store.ts';
import { rawAnswer, send, sendOwn } from './answers.ts';
import { decide } from './decide.ts';
import type { Exchange, Plane } from './exchange.ts';
import { forward } from './forward.ts';
import { createIngress } from './ingress.ts';
import { REQUEST_HEADERS_BYTES } from './limits.ts';

export interface ListenerServer {
  readonly http: Server;
  /** Ends every connection, WebSockets included. */
  close(): Promise<void>;
}

/** The HTTP server that stands for one listener. It answers Expect: 100-continue at once, as the load balancer does. */
export function createListenerServer(plane: Plane, listener: Listener): ListenerServer {
  const { world } = plane;
  const admitted = createIngress(world, listener);
  const { attributes } = listener.loadBalancer;
  /** Emulated time at which each connection was opened. */
  const connections = new Map<Duplex, number>();

  const exchangeOf = (request: IncomingMessage, response: ServerResponse, upgrade: Exchange['upgrade']): Exchange => {
    const now = world.clock.now();
    const ageMs = now - (connections.get(request.socket) ?? now);
    return {
      request,
      response,
      listener,
      now,
      upgrade,
      serverHeader: attribute(listener.attributes, 'routing.http.response.server.enabled') === 'true',
      expired:
        world.sabotage.has('keep-alive') || ageMs > numberAttribute(attributes, 'client_keep_alive.seconds') * 1_000,
    };
  };

  const dispatch = async (exchange: Exchange): Promise<void> => {
    if (!(await admitted()) || exchange.request.socket.destroyed) return;
    const decision = decide(plane, exchange);
    switch (decision.kind) {
      case 'own':
        sendOwn(exchange, decision.status, decision.headers);
        break;
      case 'fixed':
        send(exchange, decision.answer);
        break;
      case 'forward':
        forward(plane, exchange, decision.route);
        break;
    }
  };

  const http = createServer({
    maxHeaderSize: REQUEST_HEADERS_BYTES,
    requireHostHeader: false,
    headersTimeout: 0,
    requestTimeout: 0,
    keepAliveTimeoutBuffer: 0,
    shouldUpgradeCallback: ({ method, headers }) => method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket',
  });
  http.on('connection', (socket) => {
    connections.set(socket, world.clock.now());
    socket.once('close', () => connections.delete(socket));
    const idleMs = world.clock.toReal(numberAttribute(attributes, 'idle_timeout.timeout_seconds') * 1_000);
    socket.setTimeout(idleMs);
    http.timeout = idleMs;
    http.keepAliveTimeout = idleMs;
  });
  http.on('request', (request, response) => {
    world.background(dispatch(exchangeOf(request, response, undefined)));
  });
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(request.socket);
    response.once('finish', () => socket.end());
    // Node has let go of the connection: what it does for others is to be done here.
    socket.on('error', () => socket.destroy());
    request.socket.on('timeout', () => response.emit('timeout') || socket.destroy());
    world.background(dispatch(exchangeOf(request, response, { socket, head })));
  });
  http.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else world.background(admitted().then((open) => (open ? socket.end(rawAnswer(400)) : socket.destroy())));
  });
  return {
    http,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        for (const connection of connections.keys()) connection.destroy();
      }),
  };
}
