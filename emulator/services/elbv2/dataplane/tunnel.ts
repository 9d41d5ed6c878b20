import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { pairs } from './headers.ts';

export interface TunnelEnd {
  readonly socket: Duplex;
  /** What came with the headers already. */
  readonly head: Buffer;
}

/** Passes on a target's 101 and everything after it, both ways, until one side ends. */
export function connectTunnel(answer: IncomingMessage, client: TunnelEnd, target: TunnelEnd): void {
  const lines = [`HTTP/1.1 101 ${answer.statusMessage ?? ''}`];
  for (const [name, value] of pairs(answer.rawHeaders)) lines.push(`${name}: ${value}`);
  client.socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  client.socket.write(target.head);
  target.socket.write(client.head);
  const close = (): void => {
    client.socket.destroy();
    target.socket.destroy();
  };
  for (const { socket } of [client, target]) socket.on('error', close).on('close', close);
  client.socket.pipe(target.socket).pipe(client.socket);
}
