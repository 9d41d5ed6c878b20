import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Random } from '../../../core/random.ts';
import type { World } from '../../../core/world.ts';
import type { Listener, Store } from '../store.ts';
import type { TunnelEnd } from './tunnel.ts';

/** What requests are routed and forwarded with. */
export interface Plane {
  readonly world: World;
  readonly store: Store;
  /** Apart from the world's, so that traffic does not change which ids and latencies are drawn. */
  readonly random: Random;
}

/** A client's request and what answers it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly listener: Listener;
  /** Emulated milliseconds since the epoch. */
  readonly now: number;
  /** Set where the client asks for a WebSocket: its bare connection. */
  readonly upgrade: TunnelEnd | undefined;
  /** Whether the load balancer names itself in answers of its own. */
  readonly serverHeader: boolean;
  /** Whether the client's connection is older than client_keep_alive.seconds. */
  readonly expired: boolean;
}

/** Whether the client's connection outlives this answer. */
export function persistence({ response, expired }: Exchange): 'keep-alive' | 'close' {
  return response.shouldKeepAlive && !expired ? 'keep-alive' : 'close';
}
