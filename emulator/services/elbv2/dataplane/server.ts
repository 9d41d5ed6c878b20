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

/** The HTTP server that stands for one listener. It answers Expect: 100-continue at once, as the load balancer does. */
export function createListenerServer(plane: Plane, listener: Listener): Server {
  const { world } = plane;
  const admitted = createIngress(world, listener);
  const { attributes } = listener.loadBalancer;
  const opened = new WeakMap<Duplex, number>();

  const exchangeOf = (request: IncomingMessage, response: ServerResponse, upgrade: Exchange['upgrade']): Exchange => {
    const now = world.clock.now();
    const ageMs = now - (opened.get(request.socket) ?? now);
    return {
      request,
      response,
      listener,
      now,
      upgrade,
      serverHeader: attribute(listener.attributes, 'routing.http.response.server.enabled') === 'true',
      expired: ageMs > numberAttribute(attributes, 'client_keep_alive.seconds') * 1_000,
    };
  };

  const dispatch = async (exchange: Exchange): Promise<void> => {
    if (!(await admitted())) return;
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

  const server = createServer({
    maxHeaderSize: REQUEST_HEADERS_BYTES,
    requireHostHeader: false,
    headersTimeout: 0,
    requestTimeout: 0,
    keepAliveTimeoutBuffer: 0,
    shouldUpgradeCallback: ({ method, headers }) => method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket',
  });
  server.on('connection', (socket) => {
    opened.set(socket, world.clock.now());
    const idleMs = world.clock.toReal(numberAttribute(attributes, 'idle_timeout.timeout_seconds') * 1_000);
    socket.setTimeout(idleMs);
    server.timeout = idleMs;
    server.keepAliveTimeout = idleMs;
  });
  server.on('request', (request, response) => {
    world.background(dispatch(exchangeOf(request, response, undefined)));
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(request.socket);
    response.once('finish', () => socket.end());
    request.socket.on('timeout', () => response.emit('timeout'));
    world.background(dispatch(exchangeOf(request, response, { socket, head })));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else world.background(admitted().then((open) => (open ? socket.end(rawAnswer(400)) : socket.destroy())));
  });
  return server;
}
